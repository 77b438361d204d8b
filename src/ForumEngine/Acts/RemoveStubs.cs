using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>
/// Takes links that moves have left out of their board's list, before their time. The thread stays where it is; there is nothing to restore,
/// so nothing to undo.
/// </summary>
public sealed class RemoveStubs(ForumDb db, BoardTrees trees, Ranks ranks)
{
    /// <summary>Each a transaction of its own, with its line in the staff log.</summary>
    public async Task<Outcome<IReadOnlyList<ThreadResult>>> RunAsync(Viewer who, IReadOnlyList<long> stubIds, ActNote note, CancellationToken cancel)
    {
        if (note.WhyNot(who) is { } wrong) return wrong;
        List<ThreadResult> results = [];
        foreach (var id in stubIds.Distinct().Take(ActOnThreads.Most))
        {
            var stub = await db.Threads.SingleOrDefaultAsync(t => t.Id == id && t.RedirectToThreadId != null, cancel);
            var refused = stub is null ? Refusal.NotFound : await OneAsync(who, stub, note, cancel);
            results.Add(new ThreadResult(id, refused?.Kind == RefusalKind.NotFound ? "" : stub?.Title ?? "", refused, []));
        }
        return results;
    }

    /// <summary>Whoever may move threads of this board, or delete them, may take a link away.</summary>
    private async Task<Refusal?> OneAsync(Viewer who, Thread stub, ActNote note, CancellationToken cancel)
    {
        if ((await trees.CurrentAsync(cancel)).FindVisible(stub.BoardId, who) is not { } board) return Refusal.NotFound;
        var rank = await ranks.OfAsync(stub.AuthorId, cancel);
        if (ThreadStaffRules.Check(who, ThreadAct.Move, board, stub.AuthorId, rank) is { } refused
            && ThreadStaffRules.Check(who, ThreadAct.Delete, board, stub.AuthorId, rank) is not null) return refused;
        return await db.InTransactionAsync(async () =>
        {
            if (await db.Threads.Where(t => t.Id == stub.Id && t.RedirectToThreadId != null).ExecuteDeleteAsync(cancel) == 0) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
            db.Log(who, "thread.unstub", note.Reason, board.Id, stub.RedirectToThreadId);
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
    }
}

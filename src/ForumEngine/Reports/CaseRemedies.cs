using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using ForumEngine.Warnings;

namespace ForumEngine.Reports;

/// <summary>Warning and moving as decisions on a case: by the rules of their own pages, within the transaction that closes it.</summary>
public sealed class CaseRemedies(ForumDb db, OnThread on, MoveThread move, WarnMember warn, BoardTrees trees, Ranks ranks, SettingsSource settings)
{
    /// <summary>The warning that the verdict asks for: for the post, or for the member as such.</summary>
    internal async Task<Outcome<ReadWarning>> WarningAsync(Viewer who, CaseOnDesk found, CaseVerdict verdict, CancellationToken cancel)
    {
        var wish = new NewWarning(verdict.Points, Mark.Text((await settings.CurrentAsync(cancel)).Warnings.ExpiryDays), verdict.Reason, verdict.RuleId);
        if (found.Post is { } post) return await warn.ReadAsync(who, post.Id, wish, cancel);
        return found.Case is { PostId: null, MemberId: { } member } ? await warn.ReadMemberAsync(who, member, wish, cancel) : Refusal.Invalid("Decision", "NobodyToWarn");
    }

    internal Task<Warned> WarnAsync(Viewer who, ReadWarning read, CancellationToken cancel) => warn.InAsync(who, read, cancel);

    internal void Announce(ReadWarning read, Warned done) => warn.Announce(read, done);

    /// <summary>Before the transaction; it asks again with the thread's row locked.</summary>
    internal async Task<Refusal?> WhyNotMoveAsync(Viewer who, CaseOnDesk found, CaseVerdict verdict, CancellationToken cancel)
    {
        if (verdict.Move is not { } order) return Refusal.Invalid("BoardId", "NoSuchBoard");
        if (await WhyNotMoveAsync(who, found, cancel) is { } refused) return refused;
        return MoveThread.WhyNotTo(who, (await trees.CurrentAsync(cancel)).FindVisible(order.BoardId, who), found.Board!) ?? ActNote.Of(verdict.Reason).WhyNot(who);
    }

    internal async Task<Refusal?> MoveAsync(Viewer who, CaseOnDesk found, CaseVerdict verdict, CancellationToken cancel)
    {
        var held = await on.HoldAsync(who, found.Thread!.Id, ActNote.Of(verdict.Reason), cancel);
        if (held.Refusal is not null || held.Value.Thread.State != ContentState.Published) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        if (await move.RunAsync(held.Value, verdict.Move!, null, cancel) is { } refused) return refused;
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>A case of a post that is gone has nothing to warn for.</summary>
    internal static bool MayWarn(Viewer who, CaseOnDesk found, Rank rank) =>
        found is { Case.MemberId: { } member, Post: not { IsWarned: true } } && (found.Case.PostId is null || found is { Post: not null, Board: not null })
        && WarningRules.WhyNot(who, found.Board, member, rank) is null;

    /// <summary>Boards that the thread may go to; none where it may not be moved.</summary>
    internal async Task<IReadOnlyList<BoardNode>> TargetsAsync(Viewer who, CaseOnDesk found, CancellationToken cancel) =>
        await WhyNotMoveAsync(who, found, cancel) is null ? MoveThread.TargetsFor(who, await trees.CurrentAsync(cancel)) : [];

    private async Task<Refusal?> WhyNotMoveAsync(Viewer who, CaseOnDesk found, CancellationToken cancel)
    {
        if (found is not { Thread: { } thread, Board: { } board }) return Refusal.Invalid("Decision", "NothingToMove");
        if (thread.State != ContentState.Published) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        return ThreadStaffRules.Check(who, ThreadAct.Move, board, thread.AuthorId, await ranks.OfAsync(thread.AuthorId, cancel));
    }
}

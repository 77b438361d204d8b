using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Members;

/// <summary>
/// Carries a new name into the threads and posts that keep it, five hundred rows of each a step and a transaction. What was said
/// under the old one (quotes, the log, evidence) stays as it was.
/// </summary>
internal sealed class CarryName(Outbox outbox, TimeProvider clock) : IOutboxHandler
{
    internal const int RowsPerStep = 500;
    private const string Name = "member.name";

    public string Kind => Name;
    public bool InTransaction => true;

    public static void Ask(ForumDb db, int memberId, DateTime now) => Outbox.Add(db, Name, memberId, now);

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var id in payloads.Select(p => JsonSerializer.Deserialize<int>(p)).Distinct().Order()) await StepAsync(db, id, cancel);
    }

    private async Task StepAsync(ForumDb db, int id, CancellationToken cancel)
    {
        if (await db.Members.Where(m => m.Id == id).Select(m => m.UserName).SingleOrDefaultAsync(cancel) is not { } name) return;
        // Ids first: an update that searches would lock all that it passes.
        var started = await db.Threads.Where(t => t.AuthorId == id && t.AuthorName != name).OrderBy(t => t.Id).Take(RowsPerStep).Select(t => t.Id).ToListAsync(cancel);
        var last = await db.Threads.Where(t => t.LastAuthorId == id && t.LastAuthorName != name && t.LastAuthorName != "").OrderBy(t => t.Id).Take(RowsPerStep).Select(t => t.Id).ToListAsync(cancel);
        var posts = await db.Posts.Where(p => p.AuthorId == id && p.AuthorName != name).OrderBy(p => p.CreatedAt).Take(RowsPerStep).Select(p => p.Id).ToListAsync(cancel);
        await db.Posts.Where(p => posts.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.AuthorName, name), cancel);
        await db.Threads.Where(t => started.Contains(t.Id)).ExecuteUpdateAsync(t => t.SetProperty(x => x.AuthorName, name), cancel);
        await db.Threads.Where(t => last.Contains(t.Id) && t.LastAuthorId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastAuthorName, name), cancel);
        if (posts.Count == RowsPerStep || started.Count == RowsPerStep || last.Count == RowsPerStep)
        {
            Ask(db, id, clock.Now());
            outbox.Wake();
        }
        else await db.BoardStats.Where(s => s.LastAuthorId == id && s.LastAuthorName != "").ExecuteUpdateAsync(s => s.SetProperty(x => x.LastAuthorName, name), cancel);
    }
}

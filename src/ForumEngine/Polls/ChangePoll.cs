using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Polls;

/// <summary>An option as the form has it. Without <paramref name="Id"/> it is a new one; a text that is null stays.</summary>
public sealed record OptionEdit(long? Id, string? Text, int Place, long? AttachmentId = null);

/// <summary>Adds options and orders them; rewording is for staff (features.md A4). None goes away: votes hang on it.</summary>
public sealed class ChangePoll(ForumDb db, FindPoll find, Words.CheckWords words)
{
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, IReadOnlyList<OptionEdit> edits, CancellationToken cancel)
    {
        var found = await find.ForChangingAsync(who, threadId, cancel);
        if (found.Refusal is { } refused) return refused;
        var (thread, board, rank, _) = found.Value;
        var verdict = await words.RunStrictAsync(who, [.. edits.Select(e => new Words.WordField("PollOptions", e.Text ?? ""))], cancel, board);
        if (verdict.Refusal is { } stopped) return stopped;
        edits = [.. edits.Select((e, i) => e.Text is null ? e : e with { Text = verdict.Texts[i] })];
        var rewords = PollRules.MayReword(who, board, FindPost.Facts(thread), rank);
        var firstPost = await db.Posts.Where(p => p.ThreadId == threadId && p.Floor == 1).Select(p => p.Id).SingleAsync(cancel);
        return await db.InTransactionAsync(() => WriteAsync(who, thread, firstPost, rewords, edits, cancel), cancel);
    }

    private async Task<Refusal?> WriteAsync(
        Viewer who, Thread thread, long firstPost, bool rewords, IReadOnlyList<OptionEdit> edits, CancellationToken cancel)
    {
        // Changes nothing but locks the poll's row: two who add at once don't go above the limit together.
        await db.Polls.Where(p => p.ThreadId == thread.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Voters, x => x.Voters), cancel);
        var options = await db.PollOptions.AsTracking().Where(o => o.ThreadId == thread.Id).OrderBy(o => o.Position).ThenBy(o => o.Id).ToListAsync(cancel);
        var before = options.ConvertAll(o => o.Text);
        foreach (var edit in edits.Where(e => e.Id is not null && e.Text is not null))
        {
            var text = PostText.CleanTitle(edit.Text);
            if (options.Find(o => o.Id == edit.Id) is not { } option || option.Text == text) continue;
            if (!rewords) return Refusal.Forbidden("PollRewordStaff");
            option.Text = text;
        }
        var places = edits.Where(e => e.Id is not null).GroupBy(e => e.Id!.Value).ToDictionary(g => g.Key, g => g.First().Place);
        var added = edits.Where(e => e.Id is null && (PostText.CleanTitle(e.Text).Length > 0 || e.AttachmentId is not null)).Select(e =>
            (Option: new PollOption { ThreadId = thread.Id, Text = PostText.CleanTitle(e.Text), AttachmentId = e.AttachmentId }, e.Place)).ToList();
        var ordered = options.Select(o => (Option: o, Place: places.GetValueOrDefault(o.Id, o.Position))).Concat(added).OrderBy(o => o.Place).Select(o => o.Option).ToList();
        if (PollRules.WhyNotOptions(ordered.ConvertAll(o => o.Text)) is { } wrong) return wrong;
        if (await PollImages.TakeAsync(db, who, firstPost, [.. added.Select(a => a.Option.AttachmentId).OfType<long>()], cancel) is { } picture) return picture;
        for (var i = 0; i < ordered.Count; i++) ordered[i].Position = i + 1;
        db.PollOptions.AddRange(added.Select(a => a.Option));
        if (!who.Is(thread.AuthorId))
            db.Log(who, "poll.edit", "", thread.BoardId, thread.Id, null, thread.IsAnonymous ? null : thread.AuthorId, Boards.BoardLog.Json(new { from = before, to = ordered.ConvertAll(o => o.Text) }));
        await db.SaveChangesAsync(cancel);
        return null;
    }
}

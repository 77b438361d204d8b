using ForumEngine.Boards;
using ForumEngine.Flood;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Tags;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>One of the viewer's own that waits, or was sent back. The board is null when they may not see it any more.</summary>
public sealed record OwnPendingLine(long Id, string Title, string Excerpt, string? BoardName, bool IsThread, long? PostId, PendingState State, string Decision, DateTime At);

/// <summary>Its author's form.</summary>
public sealed record OwnPendingPost(PendingPost Row, BoardNode? Board, string ThreadTitle);

/// <summary>What a member wrote that isn't published yet: seen, changed, sent again and withdrawn by nobody but them.</summary>
public sealed class OwnPending(ForumDb db, BoardTrees trees, SettingsSource settings, ReviewGate gate, LinkBar links, PostRenderer renderer)
{
    /// <summary>Newest first; <see cref="PendingPost.MostPerMember"/> at most, so they are one page.</summary>
    public async Task<IReadOnlyList<OwnPendingLine>> ListAsync(Viewer who, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var rows = await (from p in Mine(who)
                          join t in db.Threads on p.ThreadId equals t.Id into threads
                          from t in threads.DefaultIfEmpty()
                          orderby p.Id descending
                          select new { Row = p, ThreadTitle = t == null ? null : t.Title, Board = t == null ? p.BoardId : t.BoardId }).Take(PendingPost.MostPerMember).ToListAsync(cancel);
        return [.. rows.Select(r => (r.Row, r.ThreadTitle, Board: tree.FindVisible(r.Board, who))).Select(r => new OwnPendingLine(r.Row.Id,
            r.Row.ThreadId is null || r.Board is not null ? r.ThreadTitle ?? r.Row.Title : "", PostMarkup.ToExcerpt(r.Row.Body, 100), r.Board?.Name, r.Row.ThreadId is null, r.Row.PostId,
            r.Row.State == PendingState.Ignored ? PendingState.Waiting : r.Row.State, r.Row.Decision, r.Row.UpdatedAt))];
    }

    public async Task<Outcome<OwnPendingPost>> FindAsync(Viewer who, long id, CancellationToken cancel)
    {
        if (who.IsGuest) return Refusal.SignInFirst;
        if (await Mine(who).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } row) return Refusal.NotFound;
        var thread = row.ThreadId is { } at ? await db.Threads.Where(t => t.Id == at).Select(t => new { t.Title, t.BoardId }).SingleOrDefaultAsync(cancel) : null;
        var board = (await trees.CurrentAsync(cancel)).FindVisible(thread?.BoardId ?? row.BoardId, who);
        return new OwnPendingPost(row, board, board is null ? "" : thread?.Title ?? "");
    }

    /// <summary>The new text waits, from the end of the queue when it had been sent back. Conflict "PendingGone": published or withdrawn meanwhile.</summary>
    public async Task<Refusal?> ChangeAsync(Viewer who, long id, string? typedTitle, string? typedBody, PostChoices choices, CancellationToken cancel)
    {
        var found = await FindAsync(who, id, cancel);
        if (found.Refusal is { } missing) return missing;
        var (row, board, _) = found.Value;
        if (row.PostId is not null || board is null) return Refusal.NotFound;
        if (who.WritingBarredBy(board.PathIds) is { } sanction) return SanctionRefusals.Refusal(sanction, who.Zone);
        var site = await settings.CurrentAsync(cancel);
        var rules = site.Posting;
        var (title, body) = (PostText.CleanTitle(typedTitle), PostText.CleanBody(typedBody));
        var before = row.ReadFields();
        // What the form doesn't carry stays: a poll, whose name it is, where its quote is from.
        var next = choices with { Poll = before.Choices.Poll, Anonymous = before.Choices.Anonymous, PublishAt = null, DraftKey = null, Tags = choices.Tags ?? before.Choices.Tags };
        var wrong = (row.ThreadId is null ? PostRules.WhyNotTitle(title) ?? TagNames.WhyNot(who, TagNames.Parse(next.Tags)) : null)
            ?? PostRules.WhyNotBody(body, rules) ?? PostRules.WhyNotHide(who, body, row.Body) ?? ChoiceRules.WhyNot(who, board, next, row.ThreadId is null, before.Choices.ReadLevel ?? 0)
            ?? await links.WhyNotAsync(who, board.PathIds, body, "Body", cancel);
        if (wrong is not null) return wrong;
        var gated = await gate.RunAsync(who, new Written(board, row.ThreadId is null ? title : null, body, next), cancel);
        if (gated.Refusal is { } refused) return refused;
        var rendered = await renderer.RenderAsync(gated.Value.Body, gated.Value.Choices.Flags(), cancel);
        if (NewMember.WhyNotText(who, rendered.Html + rendered.Hidden, site.Flood) is { } tooNew) return tooNew;
        var hold = gated.Value.Hold ?? row.ReadHold();
        var fields = (before with { Choices = gated.Value.Choices, Address = who.Address, Port = who.Port }).Write();
        var changed = await Mine(who).Where(p => p.Id == id && p.Version == row.Version).ExecuteUpdateAsync(p => p
            .SetProperty(x => x.Title, gated.Value.Title ?? "").SetProperty(x => x.Body, gated.Value.Body).SetProperty(x => x.Fields, fields)
            .SetProperty(x => x.State, PendingState.Waiting).SetProperty(x => x.Reasons, hold.Reasons).SetProperty(x => x.Details, hold.Write())
            .SetProperty(x => x.UpdatedAt, who.Now).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        return changed == 1 ? null : new Refusal(RefusalKind.Conflict, "PendingGone");
    }

    /// <summary>A published post that was sent back can't be withdrawn: it has its floor.</summary>
    public async Task<Refusal?> WithdrawAsync(Viewer who, long id, CancellationToken cancel) =>
        await Mine(who).Where(p => p.Id == id && p.PostId == null).ExecuteDeleteAsync(cancel) == 1 ? null : Refusal.NotFound;

    private IQueryable<PendingPost> Mine(Viewer who) => db.PendingPosts.Where(p => p.AuthorId == who.MemberId);
}

using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Drafts;
using ForumEngine.Flood;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>What the edit form carries; the title only with floor 1. <paramref name="Version"/> is what the editor started from.</summary>
public sealed record PostEdit(long PostId, string? Title, string? Body, string? EditReason, int? Version)
{
    public PostChoices Choices { get; init; } = PostChoices.Usual;

    /// <summary>Of the thread; 0 is none, null stays.</summary>
    public int? TypeId { get; init; }
}

/// <summary>A post as its edit form shows it.</summary>
public sealed record EditablePost(long PostId, long ThreadId, int Floor, string Title, string Body, int Version, BoardNode Board, PostChoices Choices)
{
    public int? TypeId { get; init; }
}

/// <summary>Changes a post and keeps what it replaces. Two editors never overwrite each other silently.</summary>
public sealed class EditPost(
    ForumDb db, SettingsSource settings, FindPost find, PostRenderer renderer, LabelThread label, TakeFiles files, PostFiles attached, Outbox outbox, LinkBar links, ReviewGate gate, HoldPost hold, FlagWords flagged)
{
    private const int ReasonLength = 200;

    public async Task<Outcome<EditablePost>> OpenAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await find.ForEditingAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        var (post, thread, board) = found.Value;
        var choices = PostChoices.Of(post, thread) with { Files = post.Files > 0 ? await attached.IdsOfAsync(post.Id, cancel) : [] };
        return new EditablePost(post.Id, thread.Id, post.Floor, thread.Title, post.Body, post.Version, board, choices) { TypeId = thread.TypeId };
    }

    /// <summary>What others changed since <paramref name="version"/>; null when that text is unknown.</summary>
    public async Task<TextDiff?> SinceAsync(EditablePost post, int version, CancellationToken cancel)
    {
        var before = await db.PostVersions.Where(v => v.PostId == post.PostId && v.Version == version).Select(v => v.Body).SingleOrDefaultAsync(cancel);
        return before is null ? null : TextDiff.Of(before, post.Body);
    }

    public async Task<Outcome<PostPlace>> RunAsync(Viewer who, PostEdit edit, CancellationToken cancel)
    {
        var found = await find.ForEditingAsync(who, edit.PostId, cancel);
        if (found.Refusal is { } refused) return refused;
        var (post, thread, board) = found.Value;

        var site = await settings.CurrentAsync(cancel);
        var rules = site.Posting;
        var (title, body) = (PostText.CleanTitle(edit.Title), PostText.CleanBody(edit.Body));
        var reason = PostText.CleanTitle(edit.EditReason);
        // Whether it has an author's name is not changed any more.
        var choices = edit.Choices with { Anonymous = null, Switches = board.Switches };
        var wrong = (post.Floor == 1 ? PostRules.WhyNotTitle(title) : null) ?? PostRules.WhyNotBody(body, rules) ?? PostRules.WhyNotHide(who, body, post.Body)
            ?? ChoiceRules.WhyNot(who, board, choices, post.Floor == 1, thread.ReadLevel)
            ?? (reason.Length > ReasonLength ? Refusal.Invalid("EditReason", "ReasonTooLong", ReasonLength) : null)
            ?? await links.WhyNotAsync(who, board.PathIds, body, "Body", cancel, post.Body);
        if (wrong is not null) return wrong;
        if (edit.Version is { } version && version != post.Version) return new Refusal(RefusalKind.Conflict, "ChangedMeanwhile");

        var gated = await gate.RunAsync(who, new Written(board, post.Floor == 1 ? title : null, body, choices) { Before = post.Body, EditReason = reason }, cancel);
        if (gated.Refusal is { } stopped) return stopped;
        (title, body, choices, reason) = (gated.Value.Title ?? title, gated.Value.Body, gated.Value.Choices, gated.Value.EditReason);

        var labels = post.Floor == 1 ? await label.PrepareAsync(who, board, thread, edit.TypeId, choices.Tags, cancel) : Labels.Same;
        if (labels.Refusal is { } mislabelled) return mislabelled;
        var rendered = await renderer.RenderAsync(body, choices.Flags(post.Options), cancel);
        if (NewMember.WhyNotText(who, rendered.Html + rendered.Hidden, site.Flood, post.Html + post.HiddenHtml) is { } tooNew) return tooNew;
        var change = new Change(who, found.Value, choices, labels.Value, post.Floor == 1 ? title : thread.Title, rendered, reason, who.Now > post.CreatedAt.AddSeconds(rules.EditMarkSeconds), gated.Value);
        var done = await db.InTransactionAsync(() => WriteAsync(change, cancel), cancel);
        if (done.Refusal is null) outbox.Wake();
        return done;
    }

    private sealed record Change(Viewer Who, PostInPlace At, PostChoices Choices, Labels Labels, string Title, PostBody Body, string Reason, bool IsMarked, Gated Gated);

    private async Task<Outcome<PostPlace>> WriteAsync(Change change, CancellationToken cancel)
    {
        var (who, (post, thread, board), body) = (change.Who, change.At, change.Body);
        var flags = change.Choices.Flags(post.Options);
        var written = await db.Posts
            .Where(p => p.ThreadId == post.ThreadId && p.Floor == post.Floor && p.Id == post.Id && p.Version == post.Version)
            .ExecuteUpdateAsync(p => p
                .SetProperty(x => x.Body, body.Source).SetProperty(x => x.Html, body.Html).SetProperty(x => x.HiddenHtml, body.Hidden)
                .SetProperty(x => x.RendererVersion, body.Version)
                .SetProperty(x => x.Version, x => x.Version + 1).SetProperty(x => x.Options, flags)
                .SetProperty(x => x.EditedAt, x => change.IsMarked ? who.Now : x.EditedAt)
                .SetProperty(x => x.EditedBy, x => change.IsMarked ? who.Name : x.EditedBy)
                // Without a mark the page shows none, but the history does.
                .SetProperty(x => x.EditReason, change.Reason), cancel);
        if (written == 0) return new Refusal(RefusalKind.Conflict, "ChangedMeanwhile");
        db.PostVersions.Add(PostVersion.Replaced(post, thread));
        if (post.Floor == 1) await ChangeThreadAsync(change, cancel);
        if (await label.WriteAsync(thread.Id, change.Labels, cancel) is { } mislabelled) return mislabelled;
        if (post.AuthorId != who.MemberId) db.Log(who, "post.edit", change.Reason, thread.BoardId, thread.Id, post.Id, post.IsAnonymous ? null : post.AuthorId);
        if (Mentions.Of(who, body.Source, post.Body) is { Count: > 0 } names)
            new PostWritten(post.ThreadId, post.Id, post.Floor, null) { Mentions = names, IsEdit = true }.Announce(db, who.Now);
        await db.SaveChangesAsync(cancel);
        await DiscardDraft.PostedAsync(db, who, change.Choices, cancel);
        await flagged.RunAsync(db, post.Id, change.Gated.Found, who.Now, cancel);
        // What waits already waits on with its new text.
        if (change.Gated.Hold is not null || post.State == ContentState.Hidden || thread.State == ContentState.Hidden)
            await hold.EditedAsync(who, change.At, change.Title, body.Source, change.Gated.Hold, cancel);
        var place = new PostPlace(post.ThreadId, post.Id, post.Floor);
        return await files.RunAsync(who, board, place, body.Source, change.Choices.Files, false, cancel) is { } without ? without : place;
    }

    private async Task ChangeThreadAsync(Change change, CancellationToken cancel)
    {
        var (thread, choices, title) = (change.At.Thread, change.Choices, change.Title);
        var hides = choices.HideReplies ?? thread.HidesReplies;
        var notifies = change.Who.Is(thread.AuthorId) ? choices.NotifyMe ?? thread.NotifiesAuthor : thread.NotifiesAuthor;
        var newestFirst = choices.NewestFirst ?? thread.NewestFirst;
        var maySetLevel = ChoiceRules.Offered(change.Who, change.At.Board, ofThread: true).ReadLevel > 0;
        var level = maySetLevel ? choices.ReadLevel ?? thread.ReadLevel : thread.ReadLevel;
        await db.Threads.Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t
            .SetProperty(x => x.Title, title).SetProperty(x => x.NewestFirst, newestFirst).SetProperty(x => x.HidesReplies, hides)
            .SetProperty(x => x.NotifiesAuthor, notifies).SetProperty(x => x.ReadLevel, level), cancel);
        if (title != thread.Title)
            await db.Threads.Where(t => t.RedirectToThreadId == thread.Id && t.State == ContentState.Published).ExecuteUpdateAsync(t => t.SetProperty(x => x.Title, title), cancel);
        if (title != thread.Title)
            await db.BoardStats.Where(s => s.LastThreadId == thread.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastTitle, title), cancel);
        if (hides == thread.HidesReplies) return;
        // Lists name the last author, or no longer do.
        await ThreadLastPost.SetAsync(db, thread.Id, int.MaxValue, cancel);
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(thread.BoardId, 0, 0, change.Who.Now, null), change.Who.Now);
    }
}

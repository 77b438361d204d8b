using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>What the edit form carries; the title only with floor 1. <paramref name="Version"/> is what the editor started from.</summary>
public sealed record PostEdit(long PostId, string? Title, string? Body, string? EditReason, int? Version)
{
    public PostChoices Choices { get; init; } = PostChoices.Usual;
}

/// <summary>A post as its edit form shows it.</summary>
public sealed record EditablePost(long PostId, long ThreadId, int Floor, string Title, string Body, int Version, BoardNode Board, PostChoices Choices);

/// <summary>Changes a post. Two editors never overwrite each other silently.</summary>
public sealed class EditPost(ForumDb db, SettingsSource settings, FindPost find, TakeFiles files, PostFiles attached)
{
    private const int ReasonLength = 200;

    public async Task<Outcome<EditablePost>> OpenAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await find.ForEditingAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        var (post, thread, board) = found.Value;
        return new EditablePost(post.Id, thread.Id, post.Floor, thread.Title, post.Body, post.Version, board,
            ChoicesOf(post, thread) with { Files = post.Files > 0 ? await attached.IdsOfAsync(post.Id, cancel) : [] });
    }

    public async Task<Outcome<PostPlace>> RunAsync(Viewer who, PostEdit edit, CancellationToken cancel)
    {
        var found = await find.ForEditingAsync(who, edit.PostId, cancel);
        if (found.Refusal is { } refused) return refused;
        var (post, thread, board) = found.Value;

        var rules = (await settings.CurrentAsync(cancel)).Posting;
        var (title, body) = (PostText.CleanTitle(edit.Title), PostText.CleanBody(edit.Body));
        var reason = PostText.CleanTitle(edit.EditReason);
        var wrong = (post.Floor == 1 ? PostRules.WhyNotTitle(title) : null) ?? PostRules.WhyNotBody(body, rules)
            ?? (reason.Length > ReasonLength ? Refusal.Invalid("EditReason", "ReasonTooLong", ReasonLength) : null);
        if (wrong is not null) return wrong;
        if (edit.Version is { } version && version != post.Version) return new Refusal(RefusalKind.Conflict, "ChangedMeanwhile");

        var rendered = PostBody.Of(body);
        return await db.InTransactionAsync(() => WriteAsync(who, found.Value, edit.Choices, title, rendered, reason, rules, cancel), cancel);
    }

    private async Task<Outcome<PostPlace>> WriteAsync(Viewer who, PostInPlace at, PostChoices choices,
        string title, PostBody body, string reason, PostingSection rules, CancellationToken cancel)
    {
        var (post, thread, board) = at;
        var flags = choices.Flags(post.Options);
        var marked = who.Now > post.CreatedAt.AddSeconds(rules.EditMarkSeconds);
        var written = await db.Posts
            .Where(p => p.ThreadId == post.ThreadId && p.Floor == post.Floor && p.Version == post.Version)
            .ExecuteUpdateAsync(p => p
                .SetProperty(x => x.Body, body.Source).SetProperty(x => x.Html, body.Html).SetProperty(x => x.RendererVersion, PostMarkup.RendererVersion)
                .SetProperty(x => x.Version, x => x.Version + 1).SetProperty(x => x.Options, flags)
                .SetProperty(x => x.EditedAt, x => marked ? who.Now : x.EditedAt)
                .SetProperty(x => x.EditedBy, x => marked ? who.Name : x.EditedBy)
                .SetProperty(x => x.EditReason, x => marked ? reason : x.EditReason), cancel);
        if (written == 0) return new Refusal(RefusalKind.Conflict, "ChangedMeanwhile");
        if (post.Floor == 1 && title != thread.Title) await RenameAsync(thread, title, cancel);
        if (post.AuthorId != who.MemberId) db.Log(who, "post.edit", reason, thread.BoardId, thread.Id, post.Id, post.AuthorId);
        await db.SaveChangesAsync(cancel);
        var place = new PostPlace(post.ThreadId, post.Id, post.Floor);
        return await files.RunAsync(who, board, place, body.Source, choices.Files, false, cancel) is { } without ? without : place;
    }

    private static PostChoices ChoicesOf(Post post, Thread thread) => new()
    {
        Signature = post.Options.HasFlag(PostOptions.Signature),
        NoSmilies = post.Options.HasFlag(PostOptions.NoSmilies),
        NoLinks = post.Options.HasFlag(PostOptions.NoLinks),
        NotifyMe = thread.NotifiesAuthor,
        NewestFirst = thread.NewestFirst,
        HideReplies = thread.HidesReplies,
        Anonymous = post.IsAnonymous,
        ReadLevel = thread.ReadLevel,
        Tags = thread.TagNames,
    };

    private async Task RenameAsync(Thread thread, string title, CancellationToken cancel)
    {
        await db.Threads.Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Title, title), cancel);
        await db.BoardStats.Where(s => s.LastThreadId == thread.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastTitle, title), cancel);
    }
}

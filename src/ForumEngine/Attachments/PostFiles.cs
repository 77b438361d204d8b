using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Attachments;

/// <summary>A file as a page shows it.</summary>
public sealed record PostFile(long Id, string Name, bool IsImage, long Bytes, int Width, int Height, string Description, int Downloads, int ReadLevel)
{
    /// <summary>Below what path it is given out.</summary>
    public string Root { get; init; } = "/files";

    public string Url => $"{Root}/{Id}/{Uri.EscapeDataString(Name)}";
    public string ThumbUrl => $"{Root}/{Id}/thumb";
    public string LargeUrl => $"{Root}/{Id}/large";
}

/// <summary>What hangs on one post: what this reader may have, and how much is withheld.</summary>
public sealed record FilesOfPost(IReadOnlyList<PostFile> Listed, int Withheld)
{
    public static readonly FilesOfPost None = new([], 0);
}

/// <summary>All files of a page of posts for one reader.</summary>
public sealed class FilesOnPage
{
    public static readonly FilesOnPage None = new([], []);
    private readonly Dictionary<long, PostFile> readable;
    private readonly Dictionary<long, FilesOfPost> byPost;

    internal FilesOnPage(Dictionary<long, PostFile> readable, Dictionary<long, FilesOfPost> byPost)
    {
        this.readable = readable;
        this.byPost = byPost;
    }

    /// <summary>What isn't shown in the text stands below it.</summary>
    public FilesOfPost Below(long postId) => byPost.GetValueOrDefault(postId) ?? FilesOfPost.None;

    /// <summary>For <see cref="Markup.ReaderFacts.Attachment"/>; null: not on this page, or not for this reader.</summary>
    public string? Html(long id) => readable.GetValueOrDefault(id) is { } file ? AttachmentHtml.Of(file) : null;
}

/// <summary>Reads what hangs on a page's posts, in one query; ask only for posts whose <see cref="Posts.Post.Files"/> says that there is something.</summary>
public sealed class PostFiles(ForumDb db)
{
    public async Task<FilesOnPage> OnAsync(Viewer viewer, BoardNode board, IReadOnlyCollection<long> postIds, CancellationToken cancel)
    {
        if (postIds.Count == 0) return FilesOnPage.None;
        long?[] ids = [.. postIds];
        var rows = await db.Attachments.Where(a => ids.Contains(a.PostId)).OrderBy(a => a.Id).Select(a => new
        {
            PostId = a.PostId!.Value,
            a.MemberId,
            a.IsInline,
            File = new PostFile(a.Id, a.Name, a.IsImage, a.Bytes, a.Width, a.Height, a.Description, a.Downloads, a.ReadLevel),
        }).ToListAsync(cancel);

        var seen = rows.ToLookup(r => AttachmentRules.WhyNotRead(viewer, board, new FileFacts(r.MemberId, r.File.IsImage, r.File.ReadLevel)) is null);
        return new FilesOnPage(
            seen[true].ToDictionary(r => r.File.Id, r => r.File),
            rows.GroupBy(r => r.PostId).ToDictionary(g => g.Key, g => new FilesOfPost(
                [.. seen[true].Where(r => r.PostId == g.Key && !r.IsInline).Select(r => r.File)], seen[false].Count(r => r.PostId == g.Key))));
    }

    /// <summary>A member's unused uploads and what hangs on the post, of those with these ids and in their order: the list under a form.</summary>
    public async Task<IReadOnlyList<PostFile>> ForFormAsync(Viewer viewer, long? postId, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        long[] asked = [.. ids.Distinct().Take(200)];
        if (asked.Length == 0 || viewer.MemberId is not { } member) return [];
        var found = await db.Attachments.Where(a => asked.Contains(a.Id) && ((a.PostId == null && a.MemberId == member) || (postId != null && a.PostId == postId)))
            .Select(a => new PostFile(a.Id, a.Name, a.IsImage, a.Bytes, a.Width, a.Height, a.Description, a.Downloads, a.ReadLevel)).ToListAsync(cancel);
        return [.. found.OrderBy(f => Array.IndexOf(asked, f.Id))];
    }

    /// <summary>What the edit form starts with.</summary>
    public async Task<IReadOnlyList<long>> IdsOfAsync(long postId, CancellationToken cancel) =>
        await db.Attachments.Where(a => a.PostId == postId).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancel);
}

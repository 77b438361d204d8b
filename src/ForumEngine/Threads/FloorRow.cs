using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;

namespace ForumEngine.Threads;

/// <summary>A post with its author as the database gives them.</summary>
internal sealed record FloorRow
{
    public long ThreadId { get; init; }
    public long PostId { get; init; }
    public int Floor { get; init; }
    public required string AuthorName { get; init; }
    public int? AuthorId { get; init; }
    public bool IsAnonymous { get; init; }
    public bool IsWarned { get; init; }
    public ContentState State { get; init; }
    public bool IsBlocked { get; init; }
    public DateTime? PinnedAt { get; init; }
    public required string Html { get; init; }
    public string? HiddenHtml { get; init; }
    public int RendererVersion { get; init; }

    /// <summary>The source; only when the rendered form is behind.</summary>
    public string? StaleBody { get; init; }

    public PostOptions Options { get; init; }
    public int Likes { get; init; }

    /// <summary>How many hang on it.</summary>
    public int Files { get; init; }

    /// <summary>By the viewer.</summary>
    public bool IsLiked { get; init; }

    public int Version { get; init; }
    public DateTime CreatedAt { get; init; }
    public DateTime? EditedAt { get; init; }
    public string? EditedBy { get; init; }
    public string? EditReason { get; init; }
    public Author? Member { get; init; }

    internal sealed record Author(string Name, int GroupId, bool IsFounder, string CustomTitle, int Threads, int Posts, int DigestThreads, DateTime JoinedAt, string Location,
        int AvatarVersion, string SignatureHtml, string? StaleSignature);

    public static IQueryable<FloorRow> From(ForumDb db, Viewer viewer, int rendererVersion, IQueryable<Post> posts)
    {
        var member = viewer.MemberId;
        return
        from p in posts
        join m in db.Members on p.AuthorId equals m.Id into found
        from m in found.DefaultIfEmpty()
        select new FloorRow
        {
            ThreadId = p.ThreadId,
            PostId = p.Id,
            Floor = p.Floor,
            AuthorName = p.AuthorName,
            AuthorId = p.AuthorId,
            IsAnonymous = p.IsAnonymous,
            IsWarned = p.IsWarned,
            State = p.State,
            IsBlocked = p.IsBlocked,
            PinnedAt = p.PinnedAt,
            Html = p.Html,
            HiddenHtml = p.HiddenHtml,
            RendererVersion = p.RendererVersion,
            StaleBody = p.RendererVersion != rendererVersion ? p.Body : null,
            Options = p.Options,
            Likes = p.Likes,
            Files = p.Files,
            IsLiked = member != null && p.Likes > 0 && db.Likes.Any(l => l.PostId == p.Id && l.MemberId == member),
            Version = p.Version,
            CreatedAt = p.CreatedAt,
            EditedAt = p.EditedAt,
            EditedBy = p.EditedBy,
            EditReason = p.EditReason,
            Member = m == null ? null : new Author(m.UserName!, m.GroupId, m.IsFounder, m.CustomTitle, m.Threads, m.Posts, m.DigestThreads, m.JoinedAt, m.Location,
                m.AvatarVersion, m.SignatureHtml, m.Signature != "" && m.SignatureVersion != rendererVersion ? m.Signature : null),
        };
    }
}

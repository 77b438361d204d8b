using ForumEngine.Boards;

namespace ForumEngine.Threads;

/// <summary>Projects threads into rows: what the database knows, and what the page adds.</summary>
public static class ThreadRows
{
    public static IQueryable<ThreadRow> AsRows(this IQueryable<Thread> threads) => threads.Select(t => new ThreadRow
    {
        Id = t.Id,
        Title = t.Title,
        BoardId = t.BoardId,
        TypeId = t.TypeId,
        Kind = t.Kind,
        Sticky = t.Sticky,
        Digest = t.Digest,
        IsClosed = t.IsClosed,
        Colour = t.Colour,
        IsBold = t.IsBold,
        IsItalic = t.IsItalic,
        IsUnderlined = t.IsUnderlined,
        Background = t.Background,
        Stamp = t.Stamp,
        AuthorId = t.IsAnonymous ? null : t.AuthorId,
        AuthorName = t.IsAnonymous ? "" : t.AuthorName,
        CreatedAt = t.CreatedAt,
        Replies = t.Replies,
        Views = t.Views,
        Heat = t.Heat,
        LastAuthorId = t.LastAuthorId,
        LastAuthorName = t.LastAuthorName,
        LastPostAt = t.LastPostAt,
        ReadLevel = t.ReadLevel,
        HasImages = t.HasImages,
        HasFiles = t.HasFiles,
        NewestFirst = t.NewestFirst,
        RedirectToThreadId = t.RedirectToThreadId,
        // The floors that were given out decide on which page the last one is; deleted ones keep theirs.
        Pages = t.LastFloor,
    });

    /// <summary>Fills in the type's name, the pages and what is new to the viewer.</summary>
    public static ThreadRow Complete(this ThreadRow row, BoardTree tree, int postsPerPage, MemberVisits? visits) => row with
    {
        TypeName = row.TypeId is { } type && tree.Find(row.BoardId) is { TypePrefix: true } board ? board.Types.FirstOrDefault(t => t.Id == type)?.Name : null,
        Views = Math.Max(row.Views, row.Replies),
        Pages = Paging.Pages(row.Pages, postsPerPage),
        IsNew = visits is not null && row.LastPostAt > visits.NewSince(row.BoardId),
    };
}

using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.RecycleBin;

/// <summary>What /desk/bin asks for; names as typed.</summary>
public sealed record BinQuery(bool Posts, int? BoardId, string? Author, string? By, long? Before);

/// <summary>A page of the bin, newest first; <see cref="Next"/> is where the next page starts. Boards are those the filter offers.</summary>
public sealed record BinPage(BinQuery Query, IReadOnlyList<BinLine> Lines, long? Next, IReadOnlyList<BoardNode> Boards);

/// <summary>Something in the bin; the author is empty when anonymous.</summary>
public sealed record BinLine(long Id, long ThreadId, long? PostId, string Title, int Floor, string Excerpt, int? AuthorId, string AuthorName, int Replies,
    DateTime At, string ByName, string Reason, BoardNode Board, bool CanPurge);

/// <summary>Reads the recycle bin of the boards in which the viewer may restore.</summary>
public sealed class BinPageQuery(ForumDb db, BoardTrees trees)
{
    public const int PageSize = 30;
    private const int ExcerptLength = 100;

    public async Task<BinPage> RunAsync(Viewer who, BinQuery query, CancellationToken cancel)
    {
        var boards = (await trees.CurrentAsync(cancel)).All.Where(b => b.Kind != BoardKind.Category && who.May(StaffRight.RestorePosts, b)).ToList();
        var byId = boards.ToDictionary(b => b.Id);
        int[] ids = query.BoardId is { } chosen ? [.. byId.Keys.Where(id => id == chosen)] : [.. byId.Keys];
        var (author, by) = (await MemberAsync(query.Author, cancel), await MemberAsync(query.By, cancel));
        if (ids.Length == 0 || author == 0 || by == 0) return new BinPage(query, [], null, boards);

        var items = db.BinItems.Where(i => query.Before == null || i.Id < query.Before);
        items = query.Posts ? items.Where(i => i.PostId != null) : items.Where(i => i.PostId == null);
        if (author is not null) items = items.Where(i => i.AuthorId == author);
        if (by is not null) items = items.Where(i => i.ById == by);
        var rows = await (
            from i in items
            join t in db.Threads on i.ThreadId equals t.Id
            where ids.Contains(t.BoardId)
            join p in db.Posts on i.PostId equals p.Id into posts
            from p in posts.DefaultIfEmpty()
            orderby i.Id descending
            select new
            {
                Item = i,
                ThreadId = p == null ? t.Id : p.ThreadId,
                t.Title,
                t.BoardId,
                t.Replies,
                Floor = p == null ? 1 : p.Floor,
                Body = p == null ? "" : p.Body,
                IsAnonymous = p == null ? t.IsAnonymous : p.IsAnonymous,
                AuthorId = p == null ? t.AuthorId : p.AuthorId,
                AuthorName = p == null ? t.AuthorName : p.AuthorName,
            }).Take(PageSize + 1).ToListAsync(cancel);
        return new BinPage(query, [.. rows.Take(PageSize).Select(r => new BinLine(r.Item.Id, r.ThreadId, r.Item.PostId, r.Title, r.Floor, PostMarkup.ToExcerpt(r.Body, ExcerptLength),
            r.IsAnonymous ? null : r.AuthorId, r.IsAnonymous ? "" : r.AuthorName, r.Replies, r.Item.At, r.Item.ByName, r.Item.Reason, byId[r.BoardId],
            who.May(StaffRight.PurgePosts, byId[r.BoardId])))], rows.Count > PageSize ? rows[PageSize - 1].Item.Id : null, boards);
    }

    /// <summary>Null: nobody was asked for; 0: there is nobody of that name.</summary>
    private async Task<int?> MemberAsync(string? name, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var folded = MemberName.Fold(name.Trim());
        return await db.Members.Where(m => m.NormalizedUserName == folded).Select(m => m.Id).FirstOrDefaultAsync(cancel);
    }
}

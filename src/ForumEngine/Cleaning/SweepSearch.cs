using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Addresses;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Cleaning;

/// <summary>A post that was found; floor 1 is its whole thread. <paramref name="AuthorId"/> is null where nobody is named.</summary>
public sealed record SweepHit(long PostId, long ThreadId, int Floor, string Title, BoardNode Board, int? AuthorId, string AuthorName, string Excerpt, DateTime At);

/// <summary>Whose posts were found, and how many.</summary>
public sealed record SweepAuthor(int Id, string Name, int Posts);

/// <summary>A page of what was found, newest first; <paramref name="Total"/> is counted up to one more than a clean-up takes.</summary>
public sealed record SweepPreview(IReadOnlyList<SweepHit> Hits, int Total, int Threads, IReadOnlyList<SweepAuthor> Authors, string? Next);

/// <summary>
/// Finds what a mass clean-up takes: published, written by lower ranks, in boards where the viewer may clean up. What is anonymous is
/// found by member or address only where they may learn whose it is, and names nobody.
/// </summary>
public sealed class SweepSearch(ForumDb db, BoardTrees trees, GroupSets groups)
{
    /// <summary>Posts that one clean-up takes at most.</summary>
    public const int MostPosts = 5000;

    public const int MostAuthors = 50;
    private const int PageSize = 50;
    private const int ExcerptLength = 100;

    public async Task<Outcome<SweepPreview>> PreviewAsync(Viewer who, SweepFilter filter, string? after, CancellationToken cancel)
    {
        var found = await FindAsync(who, filter, cancel);
        if (found.Refusal is { } refused) return refused;
        var (posts, page) = (found.Value.Posts, found.Value.Posts);
        if (Cursor(after) is { } at) page = page.Where(x => x.Post.CreatedAt < at.At || (x.Post.CreatedAt == at.At && x.Post.Id < at.Id));
        var rows = await page.OrderByDescending(x => x.Post.CreatedAt).ThenByDescending(x => x.Post.Id).Take(PageSize + 1)
            .Select(x => new { x.Post.Id, x.Post.ThreadId, x.Post.Floor, x.Thread.Title, x.Thread.BoardId, x.Post.AuthorId, x.Post.AuthorName, x.Post.IsAnonymous, x.Post.Body, x.Post.CreatedAt })
            .ToListAsync(cancel);
        var total = await posts.Take(MostPosts + 1).CountAsync(cancel);
        var threads = await posts.Where(x => x.Post.Floor == 1).Take(MostPosts + 1).CountAsync(cancel);
        var tree = await trees.CurrentAsync(cancel);
        var next = rows.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{rows[PageSize - 1].CreatedAt.Ticks}-{rows[PageSize - 1].Id}") : null;
        return new SweepPreview([.. rows.Take(PageSize).Select(r => new SweepHit(r.Id, r.ThreadId, r.Floor, r.Title, tree.Find(r.BoardId)!,
            r.IsAnonymous ? null : r.AuthorId, r.IsAnonymous ? "" : r.AuthorName, PostMarkup.ToExcerpt(r.Body, ExcerptLength), r.CreatedAt))],
            total, threads, await AuthorsAsync(posts, cancel), next);
    }

    /// <summary>All of it, or of it only those chosen; replies in threads that go as a whole are not named by themselves.</summary>
    internal async Task<Outcome<SweepFind>> TargetsAsync(Viewer who, SweepFilter filter, IReadOnlyCollection<long>? chosen, CancellationToken cancel)
    {
        var found = await FindAsync(who, filter, cancel);
        if (found.Refusal is { } refused) return refused;
        var posts = chosen is null ? found.Value.Posts : found.Value.Posts.Where(x => chosen.Contains(x.Post.Id));
        var rows = await posts.OrderByDescending(x => x.Post.CreatedAt).ThenByDescending(x => x.Post.Id).Take(MostPosts)
            .Select(x => new { x.Post.Id, x.Post.ThreadId, x.Post.Floor, x.Thread.BoardId }).ToListAsync(cancel);
        var threads = rows.Where(r => r.Floor == 1).Select(r => r.ThreadId).ToHashSet();
        return new SweepFind([.. rows.Where(r => r.Floor == 1 || !threads.Contains(r.ThreadId)).Select(r => new CleanUpTarget(r.Id, r.ThreadId, r.Floor))],
            await AuthorsAsync(posts, cancel), [.. rows.Select(r => r.BoardId).Distinct().Order()]);
    }

    private static async Task<List<SweepAuthor>> AuthorsAsync(IQueryable<Found> posts, CancellationToken cancel) =>
        [.. (await posts.Where(x => !x.Post.IsAnonymous && x.Post.AuthorId != null).GroupBy(x => new { Id = x.Post.AuthorId!.Value, Name = x.Post.AuthorName })
            .Select(g => new { g.Key.Id, g.Key.Name, Posts = g.Count() }).OrderByDescending(a => a.Posts).ThenBy(a => a.Id).Take(MostAuthors).ToListAsync(cancel))
            .Select(a => new SweepAuthor(a.Id, a.Name, a.Posts)).DistinctBy(a => a.Id)];

    private async Task<Outcome<Hits>> FindAsync(Viewer who, SweepFilter filter, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        if (SweepRules.WhyNotDesk(who, tree) is { } refused) return refused;
        if (filter.IsEmpty) return Refusal.Invalid("Member", "SweepNeedsFilter");
        if (Since(who, filter.Days) is not { } since) return Refusal.Invalid("Days", "NumberBetween", 1, SweepRules.MostDays(who) ?? SanctionTerm.MaxDays);
        var boards = tree.All.Where(b => SweepRules.May(who, b) && (filter.BoardId is null || b.PathIds.Contains(filter.BoardId.Value))).ToList();
        if (boards.Count == 0) return Refusal.Invalid("BoardId", "NoSuchBoard");

        var posts = db.Posts.AsQueryable();
        if (!string.IsNullOrWhiteSpace(filter.Address))
        {
            if (AddressRange.Parse(filter.Address) is not { } range) return Refusal.Invalid("Address", "NotAnAddress");
            if (SweepRules.WhyNotRange(range) is { } wide) return wide;
            boards.RemoveAll(b => !who.May(StaffRight.SeeAddresses, b));
            var (first, last) = (range.FirstBytes(), range.LastBytes());
            // Bytes can't be compared in LINQ.
            posts = db.Posts.FromSql($"SELECT * FROM posts WHERE Address >= {first} AND Address <= {last}");
        }
        if (!string.IsNullOrWhiteSpace(filter.Member))
        {
            var folded = MemberName.Fold(filter.Member.Trim());
            if (await db.Members.Where(m => m.NormalizedUserName == folded).Select(m => (int?)m.Id).FirstOrDefaultAsync(cancel) is not { } id) return Refusal.Invalid("Member", "NoSuchMember");
            posts = posts.Where(p => p.AuthorId == id);
        }
        var keyword = filter.Keyword?.Trim() ?? "";
        if (keyword.Length > 0)
        {
            if (keyword.Length is < SweepRules.LeastKeyword or > SweepRules.MostKeyword) return Refusal.Invalid("Keyword", "KeywordLength", SweepRules.LeastKeyword, SweepRules.MostKeyword);
            posts = posts.Where(p => p.Body.Contains(keyword) || (p.Floor == 1 && db.Threads.Any(t => t.Id == p.ThreadId && t.Title.Contains(keyword))));
        }
        var byPerson = !string.IsNullOrWhiteSpace(filter.Member) || !string.IsNullOrWhiteSpace(filter.Address);
        int[] ids = [.. boards.Select(b => b.Id)], seen = [.. boards.Where(b => who.May(StaffRight.SeeAddresses, b)).Select(b => b.Id)];
        var (above, isFounder) = (await AboveAsync(who, cancel), who.Rank == Rank.Founder);
        return new Hits(from p in posts
                        join t in db.Threads on p.ThreadId equals t.Id
                        where p.CreatedAt >= since && p.State == ContentState.Published && t.State == ContentState.Published && ids.Contains(t.BoardId)
                            && (!byPerson || !p.IsAnonymous || seen.Contains(t.BoardId))
                            && (p.AuthorId == null || (p.AuthorId != who.MemberId && (isFounder || !above.Contains(p.AuthorId.Value))))
                        select new Found { Post = p, Thread = t });
    }

    /// <summary>Staff of the viewer's rank or above, whom nothing is taken from: a handful.</summary>
    private async Task<List<int>> AboveAsync(Viewer who, CancellationToken cancel)
    {
        int[] ranked = [.. (await groups.CurrentAsync(cancel)).All.Where(g => g.Rank >= who.Rank && g.Rank > Rank.Member).Select(g => g.Id)];
        return await db.Members.Where(m => m.IsFounder || ranked.Contains(m.GroupId) || db.MemberGroups.Any(g => g.MemberId == m.Id && ranked.Contains(g.GroupId)))
            .Select(m => m.Id).ToListAsync(cancel);
    }

    /// <summary>Null: not a number of days that this viewer may look back. Empty: as far as they may, a week for administrators.</summary>
    private static DateTime? Since(Viewer who, string? typed)
    {
        var most = SweepRules.MostDays(who);
        if (string.IsNullOrWhiteSpace(typed)) return who.Now.AddDays(-(most ?? 7));
        if (!int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > (most ?? SanctionTerm.MaxDays)) return null;
        return days == 0 ? (most is null ? DateTime.UnixEpoch : null) : who.Now.AddDays(-days);
    }

    private static (DateTime At, long Id)? Cursor(string? after) =>
        after?.Split('-') is [var ticks, var post] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTime.MaxValue.Ticks
            && long.TryParse(post, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? (new DateTime(t, DateTimeKind.Utc), id) : null;

    private sealed record Hits(IQueryable<Found> Posts);

    private sealed class Found
    {
        public required Post Post { get; init; }
        public required Thread Thread { get; init; }
    }
}

/// <summary>What goes, whose it was, and where.</summary>
internal sealed record SweepFind(IReadOnlyList<CleanUpTarget> Targets, IReadOnlyList<SweepAuthor> Authors, IReadOnlyList<int> BoardIds);

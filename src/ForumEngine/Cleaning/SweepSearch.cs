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
        var rows = await ReadAsync(found.Value.Posts, cancel);
        var from = Cursor(after) is { } at ? rows.FindIndex(r => r.At < at.At || (r.At == at.At && r.Id < at.Id)) : 0;
        List<Row> page = from < 0 ? [] : [.. rows.Skip(from).Take(PageSize)];
        var last = from + PageSize < rows.Count && page.Count == PageSize ? page[^1] : null;
        return new SweepPreview(await HitsAsync(page, cancel), rows.Count, rows.Count(r => r.Floor == 1), AuthorsOf(rows),
            last is null ? null : string.Create(CultureInfo.InvariantCulture, $"{last.At.Ticks}-{last.Id}"));
    }

    /// <summary>All of it, or of it only those chosen; replies in threads that go as a whole are not named by themselves.</summary>
    internal async Task<Outcome<SweepFind>> TargetsAsync(Viewer who, SweepFilter filter, IReadOnlyCollection<long>? chosen, CancellationToken cancel)
    {
        var found = await FindAsync(who, filter, cancel);
        if (found.Refusal is { } refused) return refused;
        var rows = (await ReadAsync(chosen is null ? found.Value.Posts : found.Value.Posts.Where(x => chosen.Contains(x.Post.Id)), cancel)).Take(MostPosts).ToList();
        var threads = rows.Where(r => r.Floor == 1).Select(r => r.ThreadId).ToHashSet();
        return new SweepFind([.. rows.Where(r => r.Floor == 1 || !threads.Contains(r.ThreadId)).Select(r => new CleanUpTarget(r.Id, r.ThreadId, r.Floor))],
            AuthorsOf(rows), [.. rows.Select(r => r.BoardId).Distinct().Order()]);
    }

    /// <summary>The newest that one clean-up takes, and one more: the posts are looked through once, whatever the page shows of them.</summary>
    private static Task<List<Row>> ReadAsync(IQueryable<Found> posts, CancellationToken cancel) =>
        posts.OrderByDescending(x => x.Post.CreatedAt).ThenByDescending(x => x.Post.Id).Take(MostPosts + 1)
            .Select(x => new Row(x.Post.Id, x.Post.ThreadId, x.Post.Floor, x.Thread.BoardId, x.Post.CreatedAt, x.Post.IsAnonymous ? null : x.Post.AuthorId, x.Post.IsAnonymous ? "" : x.Post.AuthorName)).ToListAsync(cancel);

    private async Task<List<SweepHit>> HitsAsync(List<Row> page, CancellationToken cancel)
    {
        long[] ids = [.. page.Select(r => r.Id)];
        var texts = await (from p in db.Posts join t in db.Threads on p.ThreadId equals t.Id where ids.Contains(p.Id) select new { p.Id, p.Body, t.Title }).ToDictionaryAsync(p => p.Id, cancel);
        var tree = await trees.CurrentAsync(cancel);
        return [.. page.Where(r => texts.ContainsKey(r.Id)).Select(r => new SweepHit(r.Id, r.ThreadId, r.Floor, texts[r.Id].Title, tree.Find(r.BoardId)!, r.AuthorId, r.AuthorName, PostMarkup.ToExcerpt(texts[r.Id].Body, ExcerptLength), r.At))];
    }

    private static List<SweepAuthor> AuthorsOf(IEnumerable<Row> rows) =>
        [.. rows.Where(r => r.AuthorId is not null).GroupBy(r => r.AuthorId!.Value).Select(g => new SweepAuthor(g.Key, g.First().AuthorName, g.Count())).OrderByDescending(a => a.Posts).ThenBy(a => a.Id).Take(MostAuthors)];

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

    private sealed record Row(long Id, long ThreadId, int Floor, int BoardId, DateTime At, int? AuthorId, string AuthorName);

    private sealed class Found
    {
        public required Post Post { get; init; }
        public required Thread Thread { get; init; }
    }
}

/// <summary>What goes, whose it was, and where.</summary>
internal sealed record SweepFind(IReadOnlyList<CleanUpTarget> Targets, IReadOnlyList<SweepAuthor> Authors, IReadOnlyList<int> BoardIds);

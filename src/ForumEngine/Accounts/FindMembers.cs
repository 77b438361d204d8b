using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ForumEngine.Accounts;

/// <summary>A member to be mentioned: nothing that isn't on every page.</summary>
public sealed record FoundMember(int Id, string Name);

/// <summary>Completes @names: those who wrote in the thread first, then everybody whose folded name begins so.</summary>
public sealed class FindMembers(ForumDb db, BoardTrees trees, IMemoryCache cache)
{
    private const int Most = 8;

    /// <summary>Questions a member may ask in a minute: fast typing, not reading out the whole list.</summary>
    public const int MostAMinute = 90;

    /// <summary>How far back a thread's people are looked for.</summary>
    private const int Floors = 60;

    public async Task<Outcome<FoundMember[]>> RunAsync(Viewer who, string? text, long? threadId, CancellationToken cancel)
    {
        if (who.IsGuest) return Refusal.SignInFirst;
        if (IsTooMany(who)) return Refusal.TooSoon(TimeSpan.FromMinutes(1));
        var folded = MemberName.Fold(PostText.CleanTitle(text));
        if (folded.Length > Member.NameLength) return (FoundMember[])[];
        var here = await InThreadAsync(who, threadId, folded, cancel);
        if (folded.Length == 0 || here.Length >= Most) return here;
        var others = await db.Members.Admitted(db).Where(m => m.NormalizedUserName!.StartsWith(folded))
            .OrderBy(m => m.NormalizedUserName).Take(Most + here.Length)
            .Select(m => new FoundMember(m.Id, m.UserName!)).ToListAsync(cancel);
        return here.Concat(others).DistinctBy(m => m.Id).Take(Most).ToArray();
    }

    /// <summary>Who wrote the thread's last floors under their own name, if the viewer may read it.</summary>
    private async Task<FoundMember[]> InThreadAsync(Viewer who, long? threadId, string folded, CancellationToken cancel)
    {
        if (threadId is not { } id) return [];
        var tree = await trees.CurrentAsync(cancel);
        if (await db.Threads.VisibleTo(who, tree).Where(t => t.Id == id).Select(t => (int?)t.LastFloor).SingleOrDefaultAsync(cancel) is not { } last) return [];
        var authors = await db.Posts
            .Where(p => p.ThreadId == id && p.Floor > last - Floors && p.State == ContentState.Published && !p.IsAnonymous && p.AuthorId != null && p.AuthorId != who.MemberId)
            .OrderByDescending(p => p.Floor).Select(p => new { p.AuthorId, p.AuthorName }).ToListAsync(cancel);
        return [.. authors.DistinctBy(a => a.AuthorId).Select(a => new FoundMember(a.AuthorId!.Value, a.AuthorName))
            .Where(m => MemberName.Fold(m.Name).StartsWith(folded, StringComparison.Ordinal)).Take(Most)];
    }

    private bool IsTooMany(Viewer who)
    {
        var asked = cache.GetOrCreate(("find-members", who.MemberId, who.Now.Ticks / TimeSpan.TicksPerMinute), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(2);
            return new Count();
        });
        return Interlocked.Increment(ref asked!.Value) > MostAMinute;
    }

    private sealed class Count
    {
        public int Value;
    }
}

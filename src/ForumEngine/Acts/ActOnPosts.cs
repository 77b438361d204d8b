using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>What became of one post of several.</summary>
public sealed record PostResult(long Id, int Floor, Refusal? Refusal, long? Record);

/// <summary>Does one thing to several posts of a thread, each in a transaction of its own.</summary>
public sealed class ActOnPosts(ForumDb db, OnPost on)
{
    public const int Most = 100;

    public async Task<Outcome<IReadOnlyList<PostResult>>> RunAsync(Viewer who, long threadId, IReadOnlyList<long> postIds, PostAct act, ActNote note, CancellationToken cancel)
    {
        if (note.WhyNot(who) is { } wrong) return wrong;
        long[] ids = [.. postIds.Distinct()];
        if (ids.Length is 0 or > Most) return Refusal.Invalid("", ids.Length == 0 ? "NoPostChosen" : "TooManyThreads", Most);
        var floors = await db.Posts.Where(p => ids.Contains(p.Id) && p.ThreadId == threadId).ToDictionaryAsync(p => p.Id, p => p.Floor, cancel);
        var results = new List<PostResult>();
        foreach (var id in ids.OrderBy(i => floors.GetValueOrDefault(i)))
        {
            var done = floors.ContainsKey(id) ? await on.RunAsync(who, id, act, note, cancel) : Refusal.NotFound;
            results.Add(new PostResult(id, floors.GetValueOrDefault(id), done.Refusal, done.Refusal is null ? done.Value.Id : null));
        }
        return results;
    }
}

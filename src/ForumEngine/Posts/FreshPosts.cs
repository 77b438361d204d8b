using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>A post whose stored form is behind; <paramref name="Version"/> is its text's.</summary>
public sealed record StalePost(long PostId, long ThreadId, int Floor, int Version, PostSource Source);

/// <summary>
/// Renders what is behind when it is read, and writes it down a little later, since reading writes nothing. Until then the form
/// is kept here, so that nothing is rendered twice; what doesn't fit is rendered again by the next reader.
/// </summary>
public sealed class FreshPosts(PostRenderer renderer, IDbContextFactory<ForumDb> dbs) : IJob
{
    /// <summary>Some 10 MB at most of ordinary posts.</summary>
    private const int Most = 2000;

    private const int PerTransaction = 100;

    private readonly ConcurrentDictionary<long, (StalePost Post, PostBody Body)> waiting = new();

    public TimeSpan Every => TimeSpan.FromSeconds(5);
    public bool OnEveryNode => true;

    /// <summary>Up to date forms by post id.</summary>
    public async Task<IReadOnlyDictionary<long, PostBody>> OfAsync(IReadOnlyList<StalePost> stale, CancellationToken cancel)
    {
        if (stale.Count == 0) return new Dictionary<long, PostBody>();
        var version = await renderer.VersionAsync(cancel);
        var fresh = new Dictionary<long, PostBody>();
        foreach (var post in stale)
            if (waiting.TryGetValue(post.PostId, out var known) && known.Post.Version == post.Version && known.Body.Version == version) fresh[post.PostId] = known.Body;
        var rest = stale.Where(p => !fresh.ContainsKey(p.PostId)).ToList();
        if (rest.Count == 0) return fresh;
        foreach (var (post, body) in rest.Zip(await renderer.RenderAsync([.. rest.Select(p => p.Source)], cancel)))
        {
            fresh[post.PostId] = body;
            if (waiting.Count < Most) waiting[post.PostId] = (post, body);
        }
        return fresh;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        // In one order everywhere, so that two nodes don't lock each other out.
        foreach (var batch in waiting.OrderBy(w => w.Value.Post.ThreadId).ThenBy(w => w.Value.Post.Floor).Chunk(PerTransaction))
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            await db.InTransactionAsync(async () =>
            {
                foreach (var (id, (post, body)) in batch)
                    // A text that was edited meanwhile has its own form already.
                    await db.Posts.Where(p => p.ThreadId == post.ThreadId && p.Floor == post.Floor && p.Id == id && p.Version == post.Version)
                        .ExecuteUpdateAsync(p => p
                            .SetProperty(x => x.Html, body.Html).SetProperty(x => x.HiddenHtml, body.Hidden).SetProperty(x => x.RendererVersion, body.Version), cancel);
            }, cancel);
            foreach (var entry in batch) waiting.TryRemove(entry);
        }
    }
}

using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>For signatures what <see cref="FreshPosts"/> is for posts.</summary>
public sealed class FreshSignatures(PostRenderer renderer, IDbContextFactory<ForumDb> dbs) : IJob
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<int, PostBody> waiting = new();

    public TimeSpan Every => TimeSpan.FromSeconds(5);
    public bool OnEveryNode => true;

    /// <summary><paramref name="stale"/> has the source of each member's signature; the answer its HTML.</summary>
    public async Task<IReadOnlyDictionary<int, string>> OfAsync(Dictionary<int, string> stale, CancellationToken cancel)
    {
        var fresh = new Dictionary<int, string>();
        foreach (var (member, source) in stale)
        {
            if (!waiting.TryGetValue(member, out var body) || body.Source != source || body.Version != await renderer.VersionAsync(cancel))
            {
                body = await renderer.RenderSignatureAsync(source, cancel);
                if (waiting.Count < Most) waiting[member] = body;
            }
            fresh[member] = body.Html;
        }
        return fresh;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        var batch = waiting.OrderBy(w => w.Key).ToList();
        if (batch.Count == 0) return;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await db.InTransactionAsync(async () =>
        {
            foreach (var (member, body) in batch)
                await db.Members.Where(m => m.Id == member && m.Signature == body.Source)
                    .ExecuteUpdateAsync(m => m.SetProperty(x => x.SignatureHtml, body.Html).SetProperty(x => x.SignatureVersion, body.Version), cancel);
        }, cancel);
        foreach (var entry in batch) waiting.TryRemove(entry);
    }
}

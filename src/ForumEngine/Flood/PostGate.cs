using ForumEngine.Challenges;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Flood;

/// <summary>
/// What a post must pass inside its transaction, once its author's row is locked: so many in an hour, what new members may not
/// yet, texts that were there already. Staff and groups that skip the flood limit pass.
/// </summary>
public sealed class PostGate(ForumDb db, SettingsSource settings, Duplicates duplicates, Work work)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>
    /// Refuses by the hour, counting what has been written in the sixty minutes before: exact under parallel posts, since they
    /// wait for one another at the author's row. The wait ends when the oldest of them is an hour old.
    /// </summary>
    public async Task<Refusal?> WhyNotNowAsync(Viewer who, bool isThread, CancellationToken cancel)
    {
        if (who.SkipsWaiting) return null;
        var rules = (await settings.CurrentAsync(cancel)).Flood;
        var (posts, threads) = (Limit(who, GroupRight.PostsPerHour, rules.PostsPerHour), Limit(who, GroupRight.ThreadsPerHour, rules.ThreadsPerHour));
        var since = who.Now - Hour;
        var recent = db.Posts.Where(p => p.AuthorId == who.MemberId && p.CreatedAt > since);
        return await OverAsync(recent, posts, "PostsPerHour", who, cancel)
            ?? (isThread ? await OverAsync(recent.Where(p => p.Floor == 1), threads, "ThreadsPerHour", who, cancel) : null);
    }

    /// <summary>Refuses by what the text is; its prints are added for the next, and saved by the caller.</summary>
    public async Task<Refusal?> WhyNotTextAsync(Viewer who, long postId, string? title, PostBody body, string? proof, CancellationToken cancel)
    {
        if (who.SkipsWaiting) return null;
        var site = await settings.CurrentAsync(cancel);
        var (rules, html) = (site.Flood, body.Html + body.Hidden);
        if (NewMember.WhyNotText(who, html, rules) is { } refused) return refused;
        var isNew = NewMember.Is(who, rules);
        if (isNew && site.Registration.Challenge == "work" && NewMember.Links(html) > 0 && await WhyNotWorkAsync(who, proof, cancel) is { } asked) return asked;
        if (rules.DuplicateHours == 0 || Sketch.Of(title, body.Source, rules.DuplicateCharacters) is not { } sketch) return null;
        return await duplicates.WhyNotAsync(who, postId, sketch, isNew, rules, cancel);
    }

    /// <summary>Links of new members cost a little work, or an e-mail address that is theirs.</summary>
    private async Task<Refusal?> WhyNotWorkAsync(Viewer who, string? proof, CancellationToken cancel) =>
        await db.Members.AnyAsync(m => m.Id == who.MemberId && m.EmailConfirmed, cancel) || await work.RedeemAsync(db, proof, who.Now, cancel)
            ? null : Refusal.Invalid("Body", "WorkForLinks") with { NeedsWork = true };

    private static async Task<Refusal?> OverAsync(IQueryable<Post> recent, int limit, string code, Viewer who, CancellationToken cancel)
    {
        if (limit == 0) return null;
        var newest = await recent.OrderByDescending(p => p.CreatedAt).Select(p => p.CreatedAt).Take(limit).ToListAsync(cancel);
        if (newest.Count < limit) return null;
        var wait = newest[^1] + Hour - who.Now;
        return Refusal.TooSoon(wait) with { Code = code, Arguments = [limit, (int)Math.Ceiling(wait.TotalMinutes)] };
    }

    private static int Limit(Viewer who, GroupRight right, int usual) => who.Level(right) is > 0 and var own ? own : usual;
}

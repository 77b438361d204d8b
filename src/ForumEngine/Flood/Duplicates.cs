using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Flood;

/// <summary>
/// Finds texts that were posted lately: a member's own, and of new members those that others like them have posted. Called inside
/// the transaction of the post, after its author's row is locked, so of one member's posts at once none slips through.
/// </summary>
public sealed class Duplicates(ForumDb db)
{
    /// <summary>From here on two texts are one.</summary>
    public const double Alike = 0.45;

    /// <summary>The refusal's code, which may become a wait for review.</summary>
    public const string OfOthers = "DuplicateOfOthers";

    private const int MostCandidates = 200;

    /// <summary>Why this text isn't taken again; else its prints are added, which the caller saves.</summary>
    public async Task<Refusal?> WhyNotAsync(Viewer who, long postId, Sketch sketch, bool isNew, FloodSection rules, CancellationToken cancel)
    {
        var since = who.Now.AddHours(-rules.DuplicateHours);
        List<long> marks = isNew ? [sketch.Mark, .. sketch.Similar] : [sketch.Mark];
        var found = await db.TextPrints.Where(p => marks.Contains(p.Mark) && p.At > since).OrderByDescending(p => p.PostId).Take(MostCandidates).ToListAsync(cancel);
        var same = found.Where(p => p.Mark == sketch.Mark || (p.Sketch is { } other && Sketch.Likeness(sketch.Bytes, other) >= Alike)).ToList();
        var own = same.Where(p => p.AuthorId == who.MemberId).Select(p => p.PostId).Distinct().ToList();
        // What waits has a number below zero (Review/HoldPost); what was sent back is changed where it lies, not typed again.
        var waiting = own.Where(id => id < 0).Select(id => -id).ToList();
        if (waiting.Count > 0 && await db.PendingPosts.AnyAsync(p => waiting.Contains(p.Id), cancel)) return Refusal.Invalid("Body", "DuplicatePost");
        // Whoever deleted a post may write it once more, in the right board.
        if (own.Count > 0 && await db.Posts.Where(p => own.Contains(p.Id) && p.State == ContentState.Published)
                .OrderByDescending(p => p.CreatedAt).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel) is { } earlier)
            return Refusal.Invalid("Body", "DuplicatePost") with { PostId = earlier };
        if (isNew && same.Where(p => p.ByNew && p.AuthorId != who.MemberId).Select(p => p.AuthorId).Distinct().Count() >= rules.DuplicateMembers)
            return Refusal.Invalid("Body", OfOthers);
        db.TextPrints.Add(Print(sketch.Mark, null));
        if (isNew) db.TextPrints.AddRange(sketch.Similar.Distinct().Where(m => m != sketch.Mark).Select(m => Print(m, sketch.Bytes)));
        return null;

        TextPrint Print(long mark, byte[]? bytes) => new() { Mark = mark, PostId = postId, AuthorId = who.MemberId!.Value, At = who.Now, ByNew = isNew, Sketch = bytes };
    }
}

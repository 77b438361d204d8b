using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>Sets what staff set on a thread in place: sticky, digest, highlight, closed, type, stamp, and its place in the list.</summary>
internal static class SetMarks
{
    /// <summary>How far a sunk thread goes back.</summary>
    private static readonly TimeSpan Sunk = TimeSpan.FromDays(730);

    public static async Task<Refusal?> RunAsync(HeldThread held, Mark mark, string value, DateTime? until, long? undoes, CancellationToken cancel)
    {
        var before = mark.Read(held.Thread);
        if (WhyNot(held, mark, before, value) is { } refused) return refused;
        if (before == value) return null;
        // What was set once may come back, though it isn't offered any more.
        if (mark == Mark.Stamp && undoes is null && !await IsOfferedAsync(held.Db, Mark.Number(value), cancel)) return Refusal.Invalid("Stamp", "NoSuchStamp");
        if (mark == Mark.Digest) await CountDigestAsync(held, Mark.Number(before), Mark.Number(value), cancel);
        mark.Write(held.Thread, value);
        await held.RecordAsync(new Done(mark.Facet, $"thread.{mark.Verb(value)}", before, value) { Until = mark.MayEnd ? until : null, Undoes = undoes }, cancel);
        return null;
    }

    private static async Task<bool> IsOfferedAsync(ForumDb db, int stamp, CancellationToken cancel) =>
        stamp == 0 || (await db.Stamps.Where(s => s.Number == stamp).Select(s => (bool?)s.IsOn).SingleOrDefaultAsync(cancel) ?? Stamps.All.Contains(stamp));

    /// <summary>Neither the old nor the new level may be above one's own; a type must be the board's.</summary>
    private static Refusal? WhyNot(HeldThread held, Mark mark, string before, string value)
    {
        if (held.Check(mark.Act) is { } refused) return refused;
        if (mark == Mark.Sticky) return ThreadStaffRules.CheckLevel(held.Who, (Sticky)Mark.Number(before), (Sticky)Mark.Number(value));
        if (mark == Mark.Digest) return ThreadStaffRules.CheckDigest(held.Who, Mark.Number(before), Mark.Number(value));
        return mark == Mark.Type && before != value ? PostRules.WhyNotType(held.Who, held.Board, Mark.Number(value)) : null;
    }

    /// <summary>
    /// The one place where a thread becomes digest or stops to be (deletion and merging call <see cref="CountAuthorAsync"/> alone):
    /// what depends on the level, such as credits, hangs on here.
    /// </summary>
    private static Task CountDigestAsync(HeldThread held, int before, int after, CancellationToken cancel) =>
        held.Thread.State != ContentState.Published || (before > 0) == (after > 0) ? Task.CompletedTask
        : CountAuthorAsync(held.Db, held.Thread.AuthorId, after > 0 ? 1 : -1, cancel);

    public static Task CountAuthorAsync(ForumDb db, int? author, int add, CancellationToken cancel) => author is null ? Task.CompletedTask
        : db.Members.Where(m => m.Id == author).ExecuteUpdateAsync(m => m.SetProperty(x => x.DigestThreads, x => x.DigestThreads + add), cancel);

    /// <summary>With <paramref name="again"/> a bump is repeated then.</summary>
    public static async Task<Refusal?> PlaceAsync(HeldThread held, ThreadPlace place, DateTime? again, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Bump) is { } refused) return refused;
        var last = await held.Db.Posts.Where(p => p.ThreadId == held.Thread.Id && p.State == ContentState.Published).MaxAsync(p => (DateTime?)p.CreatedAt, cancel);
        var to = place == ThreadPlace.Bump ? held.Who.Now : (last ?? held.Thread.CreatedAt) - Sunk;
        return await RaiseAsync(held, to, place == ThreadPlace.Bump ? "thread.bump" : "thread.sink", null, cancel, place == ThreadPlace.Bump ? again : null);
    }

    /// <summary>Null gives the thread the place that its last post has.</summary>
    public static async Task<Refusal?> RaiseAsync(HeldThread held, DateTime? to, string act, long? undoes, CancellationToken cancel, DateTime? again = null)
    {
        var (db, thread) = (held.Db, held.Thread);
        if (thread.RaisedAt == to) return null;
        var before = Moment(thread.RaisedAt);
        await held.RecordAsync(new Done(Facet.Place, act, before, Moment(to)) { Undoes = undoes, Until = again }, cancel);
        thread.RaisedAt = to;
        if (to is { } at) thread.LastPostAt = at;
        await db.SaveChangesAsync(cancel);
        if (to is null)
        {
            await ThreadLastPost.SetAsync(db, thread.Id, int.MaxValue, cancel);
            await db.Entry(thread).ReloadAsync(cancel);
        }
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(thread.BoardId, 0, 0, held.Who.Now, null), held.Who.Now);
        return null;
    }

    public static string Moment(DateTime? at) => at is { } time ? time.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : "";

    public static DateTime? Moment(string text) => text.Length == 0 ? null
        : DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind);
}

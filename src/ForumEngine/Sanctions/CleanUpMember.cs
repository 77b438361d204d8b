using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What is cleaned up, checked already. <paramref name="MemberId"/> is whose profile it is; null with posts of several.</summary>
public sealed record CleanUpOrder(int? MemberId, ProfileParts Parts, IReadOnlyList<CleanUpTarget> Posts, string Reason)
{
    /// <summary>Lifting it undoes the clean-up.</summary>
    public int? SanctionId { get; init; }
}

/// <summary>
/// Starts a clean-up inside the caller's transaction, and undoes one: profiles at once, posts by the outbox in steps
/// (<see cref="CleanUpSteps"/>), each into the recycle bin. Asks no rights: <see cref="CleanUpSearch"/> finds what may go.
/// </summary>
public sealed class CleanUpMember(ForumDb db, Outbox outbox)
{
    public const string Act = "member.cleanup";
    public const string UndoAct = "member.cleanup.undo";

    /// <summary>The clean-up, saved. Call <see cref="Announce"/> after the commit.</summary>
    public async Task<CleanUp> RunAsync(Viewer who, CleanUpOrder order, CancellationToken cancel)
    {
        var clean = new CleanUp
        {
            MemberId = order.MemberId,
            SanctionId = order.SanctionId,
            At = who.Now,
            ActorId = who.MemberId,
            ActorName = who.Name,
            Reason = order.Reason,
            Parts = order.Parts,
            State = order.Posts.Count > 0 ? CleanUpState.Running : CleanUpState.Done,
        };
        if (order.MemberId is { } member) clean.Profile = await CleanUpProfile.EmptyAsync(db, member, order.Parts, who.Now, cancel);
        db.CleanUps.Add(clean);
        await db.SaveChangesAsync(cancel);
        db.CleanUpItems.AddRange(order.Posts.DistinctBy(p => p.PostId)
            .Select(p => new CleanUpItem { CleanUpId = clean.Id, PostId = p.PostId, ThreadId = p.ThreadId, Floor = p.Floor }));
        db.Log(who, Act, order.Reason, memberId: order.MemberId, details: JsonSerializer.Serialize(new
        {
            cleanUp = clean.Id,
            sanction = order.SanctionId,
            parts = order.Parts.ToString(),
            threads = order.Posts.Count(p => p.Floor == 1),
            replies = order.Posts.Count(p => p.Floor != 1),
        }));
        if (order.Posts.Count > 0) CleanUpSteps.Ask(db, clean.Id, who.Now);
        await db.SaveChangesAsync(cancel);
        return clean;
    }

    /// <summary>
    /// Takes a clean-up back, inside the caller's transaction: what is in the recycle bin by it comes out again, the profile's
    /// parts return where they are still empty. Call <see cref="Announce"/> after the commit. False: it was taken back before.
    /// </summary>
    public async Task<bool> UndoAsync(Viewer who, int cleanUpId, string reason, CancellationToken cancel)
    {
        var turned = await db.CleanUps.Where(c => c.Id == cleanUpId && (c.State == CleanUpState.Running || c.State == CleanUpState.Done))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, CleanUpState.Undoing), cancel);
        if (turned == 0) return false;
        var clean = await db.CleanUps.SingleAsync(c => c.Id == cleanUpId, cancel);
        if (clean.MemberId is { } member) await CleanUpProfile.RestoreAsync(db, member, clean.Profile, who.Now, cancel);
        db.Log(who, UndoAct, reason, memberId: clean.MemberId, details: JsonSerializer.Serialize(new { cleanUp = clean.Id, sanction = clean.SanctionId }));
        CleanUpSteps.Ask(db, clean.Id, who.Now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>All clean-ups of a sanction.</summary>
    internal async Task UndoOfAsync(Viewer who, int sanctionId, string reason, CancellationToken cancel)
    {
        foreach (var id in await db.CleanUps.Where(c => c.SanctionId == sanctionId).Select(c => c.Id).ToListAsync(cancel))
            await UndoAsync(who, id, reason, cancel);
    }

    /// <summary>After the commit: the steps begin at once.</summary>
    public void Announce() => outbox.Wake();
}

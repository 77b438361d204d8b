using System.Security.Cryptography;
using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>An invitation with the names of who made and who used it.</summary>
public sealed record InvitationLine(Invitation Invitation, string Maker, string? UsedBy);

/// <summary>A page of them, newest first; <see cref="Next"/> is where the next one starts.</summary>
public sealed record InvitationList(IReadOnlyList<InvitationLine> Lines, int? Next);

/// <summary>Makes, lists and revokes invitations: members as many as their group allows in thirty days, administrators as they like.</summary>
public sealed class Invitations(ForumDb db, SettingsSource settings)
{
    public const int PageSize = 50;
    public static readonly TimeSpan Period = TimeSpan.FromDays(30);

    /// <summary>How many of their own somebody may make now.</summary>
    public async Task<int> LeftAsync(Viewer who, CancellationToken cancel)
    {
        if (who.MemberId is not { } id) return 0;
        var since = who.Now - Period;
        return Math.Max(0, Allowed(who) - await db.Invitations.CountAsync(i => i.MakerId == id && i.At > since, cancel));
    }

    /// <summary>One of a member's own. <c>NoInvitationsLeft</c> when the group's number is used up.</summary>
    public Task<Refusal?> MakeOwnAsync(Viewer who, CancellationToken cancel) => who.MemberId is null ? Task.FromResult<Refusal?>(Refusal.SignInFirst) : db.InTransactionAsync<Refusal?>(async () =>
    {
        // The row of the member is locked by the writing, so that many at once don't count the same.
        await db.Members.Where(m => m.Id == who.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.Threads, x => x.Threads), cancel);
        if (await LeftAsync(who, cancel) == 0) return Refusal.Forbidden("NoInvitationsLeft");
        Add(who, 1, (await settings.CurrentAsync(cancel)).Registration.InvitationDays);
        await db.SaveChangesAsync(cancel);
        return null;
    }, cancel);

    /// <summary>Many at once, by administrators who have the page.</summary>
    public async Task<Refusal?> MakeAsync(Viewer who, int count, int days, CancellationToken cancel)
    {
        if (!who.MayOpen(AdminPage.Invitations) || who.MemberId is null) return Refusal.NotFound;
        if (count is < 1 or > Invitation.MostAtOnce) return Refusal.Invalid("Count", "NumberOutOfRange", 1, Invitation.MostAtOnce);
        if (days is < 1 or > Invitation.MostDays) return Refusal.Invalid("Days", "NumberOutOfRange", 1, Invitation.MostDays);
        await db.InTransactionAsync(async () =>
        {
            Add(who, count, days);
            db.Log(who, "invitation.make", details: JsonSerializer.Serialize(new { count, days }));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return null;
    }

    /// <summary>One's own, and administrators anybody's. A used one stays used (<c>InvitationGone</c>).</summary>
    public async Task<Refusal?> RevokeAsync(Viewer who, int id, CancellationToken cancel)
    {
        var isOffice = who.MayOpen(AdminPage.Invitations);
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && (isOffice || i.MakerId == who.MemberId), cancel) is not { } found) return Refusal.NotFound;
        return await db.InTransactionAsync<Refusal?>(async () =>
        {
            if (await db.Invitations.Where(i => i.Id == id && i.UsedById == null && i.RevokedAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.RevokedAt, who.Now), cancel) == 0)
                return new Refusal(RefusalKind.Conflict, "InvitationGone");
            if (!who.Is(found.MakerId)) db.Log(who, "invitation.revoke", memberId: found.MakerId, details: JsonSerializer.Serialize(new { id }));
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
    }

    /// <summary><paramref name="makerId"/> null is everybody's.</summary>
    public async Task<InvitationList> ListAsync(int? makerId, int? before, CancellationToken cancel)
    {
        var lines = await db.Invitations.Where(i => (makerId == null || i.MakerId == makerId) && (before == null || i.Id < before)).OrderByDescending(i => i.Id).Take(PageSize + 1)
            .Select(i => new InvitationLine(i, db.Members.Where(m => m.Id == i.MakerId).Select(m => m.UserName!).FirstOrDefault() ?? "",
                db.Members.Where(m => m.Id == i.UsedById).Select(m => m.UserName).FirstOrDefault())).ToListAsync(cancel);
        return new InvitationList([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Invitation.Id : null);
    }

    /// <summary>Whether it would open the door now; whoever registers takes it by <see cref="TakeAsync"/>.</summary>
    internal static Task<bool> IsGoodAsync(ForumDb db, string code, DateTime now, CancellationToken cancel) => Good(db, code, now).AnyAsync(cancel);

    /// <summary>True once, also when many register with it at the same time.</summary>
    internal static async Task<bool> TakeAsync(ForumDb db, string code, int memberId, DateTime now, CancellationToken cancel) =>
        await Good(db, code, now).ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedById, memberId).SetProperty(x => x.UsedAt, now), cancel) == 1;

    private static IQueryable<Invitation> Good(ForumDb db, string code, DateTime now) =>
        db.Invitations.Where(i => i.Code == code && i.UsedById == null && i.RevokedAt == null && i.ExpiresAt > now);

    /// <summary>Newcomers who may not even write invite nobody.</summary>
    private static int Allowed(Viewer who) => who.VisitingBarredBy() is null ? who.Level(GroupRight.Invitations) : 0;

    private void Add(Viewer who, int count, int days) => db.Invitations.AddRange(Enumerable.Range(0, count).Select(_ => new Invitation
    {
        Code = Totp.Write(RandomNumberGenerator.GetBytes(10)),
        MakerId = who.MemberId!.Value,
        At = who.Now,
        ExpiresAt = who.Now.AddDays(days),
    }));
}

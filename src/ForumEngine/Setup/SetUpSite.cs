using System.Net.Mail;
using System.Security.Cryptography;
using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Setup;

/// <summary>What a new site is to be. Without a password one is made up.</summary>
public sealed record SiteOrder(string SiteName, string AdminName, string AdminEmail, string? Password, string Template = BoardTemplate.Default)
{
    /// <summary>What a browser gets that asks for none; the boards are named in it.</summary>
    public string Language { get; init; } = SiteLanguage.Simplified;

    public string TimeZone { get; init; } = new SiteSection().TimeZone;
}

/// <summary>The administrator's password when it was made up: told once, kept nowhere.</summary>
public sealed record SiteMade(string AdminName, string? OneTimePassword);

/// <summary>
/// Makes a site of a migrated database, in one transaction: groups and rights, boards of a template, site pages, the first
/// administrator. After an import the boards and members are there already: then only what is missing is added and a member
/// of that name is promoted.
/// </summary>
public sealed class SetUpSite(ForumDb db, Versions versions, IPasswordHasher<Member> hasher, TimeProvider clock)
{
    /// <summary>Refuses with <c>AlreadySetUp</c>, or <c>Invalid</c> and the field.</summary>
    public async Task<Outcome<SiteMade>> RunAsync(SiteOrder order, CancellationToken cancel)
    {
        if (Wrongs(order).FirstOrDefault() is { } refusal) return refusal;
        var oneTime = order.Password is null ? RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16) : null;
        var hash = hasher.HashPassword(new Member(), order.Password ?? oneTime!);
        try
        {
            return await db.InTransactionAsync<Outcome<SiteMade>>(async () =>
            {
                if ((await SettingsSource.LoadAsync(db, cancel)).Site.IsSetUp) return AlreadySetUp;
                await FillAsync(order, hash, cancel);
                return new SiteMade(order.AdminName, oneTime);
            }, cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            // Somebody else set it up at the same moment; their rows stand.
            db.ChangeTracker.Clear();
            if ((await SettingsSource.LoadAsync(db, cancel)).Site.IsSetUp) return AlreadySetUp;
            throw;
        }
        finally
        {
            versions.Forget();
        }
    }

    private static Refusal AlreadySetUp => new(RefusalKind.Conflict, "AlreadySetUp");

    /// <summary>All that is wrong with the order, each with its field; pure.</summary>
    public static IEnumerable<Refusal> Wrongs(SiteOrder order)
    {
        if (order.SiteName.Trim().Length is < 1 or > 40) yield return Refusal.Invalid(nameof(order.SiteName), "WrongSiteName");
        if (order.AdminName.Trim().Length is < 1 or > 30 || order.AdminName.Contains('@')) yield return Refusal.Invalid(nameof(order.AdminName), "WrongAdminName");
        if (!MailAddress.TryCreate(order.AdminEmail, out _)) yield return Refusal.Invalid(nameof(order.AdminEmail), "WrongEmail");
        if (order.Password?.Length is < 8 or > 128) yield return Refusal.Invalid(nameof(order.Password), "WrongPassword");
        if (!BoardTemplate.Names.Contains(order.Template)) yield return Refusal.Invalid(nameof(order.Template), "WrongTemplate");
        if (!SiteLanguage.All.Contains(order.Language)) yield return Refusal.Invalid(nameof(order.Language), "WrongLanguage");
        if (order.TimeZone.Length == 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(order.TimeZone, out _)) yield return Refusal.Invalid(nameof(order.TimeZone), "WrongTimeZone");
    }

    private async Task FillAsync(SiteOrder order, string passwordHash, CancellationToken cancel)
    {
        var now = clock.Now();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(order.TimeZone);
        var groups = await AddGroupsAsync(cancel);
        if (!await db.Boards.AnyAsync(cancel)) new PlantBoards(db, groups, now.DayIn(zone), order.Language).Add(BoardTemplate.Read(order.Template));
        if (!await db.DocumentVersions.AnyAsync(cancel)) db.DocumentVersions.AddRange(StarterTexts.First(order.SiteName, now, zone));
        var isNew = await AddAdministratorAsync(order, passwordHash, now, cancel);
        await SetAsync("Site.Name", order.SiteName.Trim(), now, cancel);
        await SetAsync("Site.Language", order.Language, now, cancel);
        await SetAsync("Site.TimeZone", order.TimeZone, now, cancel);
        await SetAsync("Site.IsSetUp", "true", now, cancel);
        db.Log(Viewers.ForSystem("setup", now), "site.setup");
        await db.SaveChangesAsync(cancel);
        if (isNew)
        {
            await SiteDays.AddAsync(db, now.DayIn(zone), 0, 0, 1, cancel);
            await SiteDays.CountAsync(db, SiteCounter.Members, 1, cancel);
        }
        // No code was made: what is rendered from now on stays as it is.
        foreach (var kind in Kinds.All.Where(k => k != Kinds.Codes)) await Versions.BumpAsync(db, kind, cancel);
    }

    private async Task<IReadOnlyList<Group>> AddGroupsAsync(CancellationToken cancel)
    {
        var known = await db.Groups.ToListAsync(cancel);
        foreach (var plan in DefaultGroups.Read().Groups.Where(plan => known.All(g => g.Id != plan.Id)).ToList())
        {
            var group = plan.ToGroup();
            known.Add(group);
            db.Groups.Add(group);
            db.GroupRules.AddRange(plan.ToRules());
        }
        return known;
    }

    /// <summary>True when the member was not there before.</summary>
    private async Task<bool> AddAdministratorAsync(SiteOrder order, string passwordHash, DateTime now, CancellationToken cancel)
    {
        var folded = MemberName.Fold(order.AdminName.Trim());
        var admin = await db.Members.AsTracking().SingleOrDefaultAsync(m => m.NormalizedUserName == folded, cancel);
        var isNew = admin is null;
        if (admin is null) db.Members.Add(admin = NewMember.Create(order.AdminName.Trim(), order.AdminEmail, now));
        (admin.PasswordHash, admin.SecurityStamp) = (passwordHash, SecurityStamps.New());
        (admin.GroupId, admin.IsFounder, admin.EmailConfirmed) = (Group.Administrators, true, true);
        return isNew;
    }

    private async Task SetAsync(string key, string value, DateTime now, CancellationToken cancel)
    {
        await db.Settings.Where(s => s.Key == key).ExecuteDeleteAsync(cancel);
        db.Settings.Add(new Setting { Key = key, Value = value, ChangedAt = now, ChangedBy = "setup" });
    }
}

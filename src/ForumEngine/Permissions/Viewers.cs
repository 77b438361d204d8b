using System.Collections.Immutable;
using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Legal;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ForumEngine.Permissions;

/// <summary>
/// Builds the <see cref="Viewer"/>. A member's card is kept for one second: a mute or a right taken away is in force on every
/// node within it, and at once on the node that calls <see cref="Forget"/>.
/// </summary>
public sealed class Viewers(
    IDbContextFactory<ForumDb> dbs, IMemoryCache cache, GroupSets groups, SettingsSource settings, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private readonly Lock keeping = new();
    private long forgotten;

    /// <summary>The viewer behind a member id; a guest for null and for members that are gone.</summary>
    public async ValueTask<Viewer> ForAsync(int? memberId, byte[]? address, int port, CancellationToken cancel) =>
        await OfAsync(memberId is { } id ? await CardAsync(id, cancel) : null, address, port, cancel);

    private async ValueTask<Viewer> OfAsync(MemberCard? card, byte[]? address, int port, CancellationToken cancel)
    {
        var site = await settings.CurrentAsync(cancel);
        var set = await groups.CurrentAsync(cancel);
        var now = clock.Now();
        ImmutableArray<int> groupIds = card is null ? [Group.Guests] : card.GroupsAt(now);
        var rank = card?.IsFounder == true ? Rank.Founder : set.RankOf(groupIds);
        // The one place: whoever asks for anything is given a viewer without them.
        var due = card is null ? null : SecondFactorRules.DueAt(rank, card.HasSecondFactor, card.FactorAskedAt, site.Security, now);
        if (due <= now) (groupIds, rank) = (set.WithoutStaff(groupIds), Rank.Member);
        return new Viewer
        {
            MemberId = card?.Id,
            Name = card?.Name ?? "",
            SecurityStamp = card?.Stamp,
            Rank = rank,
            GroupIds = groupIds,
            Rights = set.RightsOf(groupIds),
            Exceptions = card?.Exceptions ?? [],
            Sanctions = card?.Sanctions ?? [],
            AdminPages = card?.AdminPages,
            HasSecondFactor = card?.HasSecondFactor ?? false,
            SecondFactorDueAt = due,
            JoinedAt = card?.JoinedAt ?? now,
            Posts = card?.Posts ?? 0,
            Unread = card?.Unread ?? 0,
            AvatarVersion = card?.AvatarVersion ?? 0,
            AgreedTerms = card?.AgreedTerms ?? 0,
            AgreedPrivacy = card?.AgreedPrivacy ?? 0,
            Language = card?.Language,
            Theme = card?.Theme,
            Zone = TimeZoneInfo.FindSystemTimeZoneById(card?.TimeZone ?? site.Site.TimeZone),
            Now = now,
            Address = address,
            Port = port,
        };
    }

    /// <summary>Who reads feeds and the sitemap, whoever fetches them.</summary>
    public ValueTask<Viewer> GuestAsync(CancellationToken cancel) => ForAsync(null, null, 0, cancel);

    /// <summary>
    /// The viewer behind a sign-in; a guest when it was ended, or the member's stamp has changed since. A copy of the card that is a second
    /// old must not end a sign-in that is newer, so it is read again before saying no.
    /// </summary>
    public async ValueTask<Viewer> ForSignInAsync(int memberId, string? stamp, long? session, byte[]? address, int port, CancellationToken cancel)
    {
        if (session is not { } id) return await OfAsync(null, address, port, cancel);
        var card = await CardAsync(memberId, cancel);
        if (!IsSignedIn(card))
        {
            Forget(memberId);
            card = await CardAsync(memberId, cancel);
            if (!IsSignedIn(card)) return await OfAsync(null, address, port, cancel);
        }
        return await OfAsync(card, address, port, cancel) with { SessionId = id };

        bool IsSignedIn(MemberCard? one) => one is not null && one.Stamp == stamp && one.Sessions.Contains(id);
    }

    /// <summary>Call after the commit of anything that changes a member's groups, sanctions, unread count, stamp, sign-ins or choices.</summary>
    public void Forget(int memberId)
    {
        lock (keeping)
        {
            forgotten++;
            cache.Remove(Key(memberId));
        }
    }

    /// <summary>What was being read when somebody forgot may be older than their commit, and isn't kept.</summary>
    private MemberCard? Keep(int memberId, MemberCard? card, long before)
    {
        lock (keeping)
            return before == forgotten ? cache.Set(Key(memberId), card, Lifetime) : card;
    }

    /// <summary>Who acts when nobody is signed in: jobs and the command line. May everything; its name goes into the log.</summary>
    public static Viewer ForSystem(string name, DateTime now) =>
        new() { Name = name, Rank = Rank.Founder, Zone = TimeZoneInfo.Utc, Now = now };

    private static (string, int) Key(int memberId) => ("viewer", memberId);

    private async ValueTask<MemberCard?> CardAsync(int memberId, CancellationToken cancel)
    {
        if (cache.TryGetValue(Key(memberId), out MemberCard? known)) return known;
        var before = Volatile.Read(ref forgotten);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.Now();
        // Four short lists in one round trip: their product is a handful of rows.
        var card = await db.Members.AsSingleQuery().Where(m => m.Id == memberId).Select(m => new MemberCard(
            m.Id, m.UserName!, m.SecurityStamp, m.GroupId, m.IsFounder, m.TwoFactorEnabled, m.FactorAskedAt, db.AdminRoles.Where(r => r.Id == m.AdminRoleId).Select(r => r.Pages).FirstOrDefault(), m.JoinedAt, m.Posts, m.UnreadNotices, m.AvatarVersion, m.Language, m.Theme, m.TimeZone,
            db.Acceptances.Where(a => a.MemberId == m.Id && a.Slug == DocumentVersion.Terms).Max(a => (int?)a.Number) ?? 0,
            db.Acceptances.Where(a => a.MemberId == m.Id && a.Slug == DocumentVersion.Privacy).Max(a => (int?)a.Number) ?? 0,
            db.MemberGroups.Where(g => g.MemberId == m.Id).Select(g => new FurtherGroup(g.GroupId, g.ExpiresAt)).ToList(),
            db.BoardOverrides.Where(o => o.MemberId == m.Id).Select(o => new BoardException(o.BoardId, o.Right, o.Allow, o.ExpiresAt)).ToList(),
            db.Sanctions.Where(s => s.MemberId == m.Id && s.LiftedAt == null && (s.Until == null || s.Until > now))
                .Select(s => new SanctionInForce(s.Id, s.Kind, s.BoardId, s.Reason, s.From, s.Until)).ToList(),
            db.Sessions.Where(s => s.MemberId == m.Id && s.Stamp == m.SecurityStamp).Select(s => s.Id).ToList()))
            .SingleOrDefaultAsync(cancel);
        return Keep(memberId, card, before);
    }

    private sealed record FurtherGroup(int Id, DateTime? ExpiresAt);

    private sealed record MemberCard(int Id, string Name, string? Stamp, int GroupId, bool IsFounder, bool HasSecondFactor, DateTime? FactorAskedAt, string? RolePages, DateTime JoinedAt, int Posts, int Unread,
        int AvatarVersion, string? Language, string? Theme, string? TimeZone, int AgreedTerms, int AgreedPrivacy,
        List<FurtherGroup> FurtherGroups, List<BoardException> ExceptionList, List<SanctionInForce> SanctionList, List<long> Sessions)
    {
        public ImmutableArray<BoardException> Exceptions { get; } = [.. ExceptionList];
        public ImmutableHashSet<string>? AdminPages { get; } = RolePages is null ? null : [.. RolePages.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        public ImmutableArray<SanctionInForce> Sanctions { get; } = [.. SanctionList];

        public ImmutableArray<int> GroupsAt(DateTime now) =>
            [GroupId, .. FurtherGroups.Where(g => g.ExpiresAt is null || g.ExpiresAt > now).Select(g => g.Id)];
    }
}

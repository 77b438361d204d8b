using System.Text.Json;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What is issued: checked already, so code of the engine calls it too. <paramref name="Until"/> null is for ever.</summary>
public sealed record SanctionOrder(int MemberId, SanctionKind Kind, int? BoardId, string Reason, DateTime? Until)
{
    public int? RuleId { get; init; }

    /// <summary>Posts that are kept as they are now; those that aren't there are left out.</summary>
    public IReadOnlyList<long> EvidencePostIds { get; init; } = [];

    public bool IsPublic { get; init; } = true;
    public PrivacyReason? PrivateBecause { get; init; }

    /// <summary>What of the engine issues it (<c>warnings</c>); empty when the viewer does.</summary>
    public string Cause { get; init; } = "";
}

/// <summary>
/// Issues a sanction inside the caller's transaction: the row, its evidence, the ledger's entry, the line of the staff log and
/// the notice. Asks no rights: <see cref="SanctionMember"/> does for people, and a rule of the engine has none.
/// </summary>
public sealed class IssueSanction(ForumDb db, SanctionBell bell)
{
    /// <summary>
    /// The new sanction, saved. Call it early in the transaction, since it locks the ledger, and <see cref="Announce"/> after
    /// the commit. With a cause nobody is named as its issuer, but the log says who acted.
    /// </summary>
    public async Task<Sanction> RunAsync(Viewer who, SanctionOrder order, CancellationToken cancel)
    {
        await Ledger.LockAsync(db, who.Now, cancel);
        var evidence = await Snapshot.OfAsync(db, order.EvidencePostIds, cancel);
        var byPerson = order.Cause.Length == 0;
        var sanction = new Sanction
        {
            MemberId = order.MemberId,
            Kind = order.Kind,
            BoardId = order.BoardId,
            Reason = order.Reason,
            RuleId = order.RuleId,
            EvidencePostIds = string.Join(',', evidence.Select(e => e.PostId)),
            IssuedById = byPerson ? who.MemberId : null,
            IssuedByName = byPerson ? who.Name : "",
            Cause = order.Cause,
            From = who.Now,
            Until = order.Until,
            IsPublic = order.IsPublic,
            PrivateBecause = order.IsPublic ? null : order.PrivateBecause,
        };
        await WriteAsync(who, sanction, evidence, cancel);
        return sanction;
    }

    /// <summary>After the commit: in force at once on this node, and open pages are told.</summary>
    public void Announce(int memberId) => bell.Ring(memberId);

    /// <summary>One in force that already does all that the order would, give or take a minute; null: there is none.</summary>
    internal async Task<Sanction?> CoveredByAsync(Viewer who, SanctionOrder order, IReadOnlyCollection<int> path, CancellationToken cancel)
    {
        await Ledger.LockAsync(db, who.Now, cancel);
        var end = order.Until?.AddMinutes(-1);
        return (await db.Sanctions.Where(s => s.MemberId == order.MemberId && s.Kind == order.Kind)
            .Where(SanctionStates.Is(SanctionState.Active, who.Now)).OrderBy(s => s.Id).ToListAsync(cancel))
            .Find(s => (s.BoardId is null || path.Contains(s.BoardId.Value)) && (s.Until is null || s.Until >= end));
    }

    private async Task WriteAsync(Viewer who, Sanction sanction, List<EvidencePost> evidence, CancellationToken cancel)
    {
        db.Sanctions.Add(sanction);
        await db.SaveChangesAsync(cancel);
        db.EvidencePosts.AddRange(evidence.Select(e => Snapshot.For(sanction.Id, e)));
        db.Log(who, SanctionLog.Issued(sanction.Kind), sanction.Reason, sanction.BoardId, memberId: sanction.MemberId,
            details: JsonSerializer.Serialize(new { sanction = sanction.Id, until = sanction.Until, rule = sanction.RuleId, cause = sanction.Cause }));
        await Notify.AddAsync(db, SanctionLog.NoticeTo(sanction, NoticeKind.Sanctioned, who.Now, sanction.Reason), cancel);
        await Ledger.AppendAsync(db, who, sanction, LedgerAct.Issued, Ledger.Facts(sanction, Snapshot.Digest(evidence)), cancel);
        await Versions.BumpAsync(db, Kinds.Sanctions, cancel);
    }
}

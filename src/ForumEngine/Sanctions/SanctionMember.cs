using System.Text.Json;
using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What the form asks for; <paramref name="Days"/> and <paramref name="EndsAt"/> as typed (<see cref="SanctionTerm"/>).</summary>
public sealed record NewSanction(string UserName, SanctionKind Kind, int? BoardId, string? Days, string? EndsAt, string Reason)
{
    public int? RuleId { get; init; }
    public string EvidencePostIds { get; init; } = "";
    public bool IsPublic { get; init; } = true;
}

/// <summary>Mutes, blocks or locks a member, in a board or everywhere, until a time (features.md B1); <see cref="LiftSanction"/> takes it back.</summary>
public sealed class SanctionMember(ForumDb db, BoardTrees trees, Viewers viewers, Ranks ranks, Evidence evidence)
{
    /// <summary>The new sanction's id. Several stack: each runs until its own end.</summary>
    public async Task<Outcome<int>> RunAsync(Viewer who, NewSanction wish, CancellationToken cancel)
    {
        var folded = MemberName.Fold(wish.UserName.Trim());
        var member = await db.Members.Where(m => m.NormalizedUserName == folded).Select(m => new { m.Id, Name = m.UserName! }).FirstOrDefaultAsync(cancel);
        if (member is null) return Refusal.Invalid("UserName", "NoSuchMember");
        var board = wish.BoardId is { } id ? (await trees.CurrentAsync(cancel)).FindVisible(id, who) : null;
        if (wish.BoardId is not null && board is null) return Refusal.Invalid("BoardId", "NoSuchBoard");
        var rank = await ranks.OfAsync(member.Id, cancel);
        if (SanctionRules.Check(who, wish.Kind, board, member.Id, rank) is { } refusal) return refusal;

        var reason = wish.Reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > Sanction.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", Sanction.ReasonLength);
        var until = SanctionTerm.Read(wish.Days, wish.EndsAt, who.Zone, who.Now);
        if (until.Refusal is { } wrongTerm) return wrongTerm;
        var posts = await evidence.ReadAsync(who, wish.EvidencePostIds, cancel);
        if (posts.Refusal is { } wrongEvidence) return wrongEvidence;

        var issued = await db.InTransactionAsync(() => IssueAsync(who, new Sanction
        {
            MemberId = member.Id,
            Kind = wish.Kind,
            BoardId = board?.Id,
            Reason = reason,
            RuleId = wish.RuleId,
            EvidencePostIds = posts.Value,
            IssuedById = who.MemberId,
            IssuedByName = who.Name,
            From = who.Now,
            Until = until.Value,
            IsPublic = wish.IsPublic,
        }, cancel), cancel);
        viewers.Forget(member.Id);
        return issued;
    }

    private async Task<int> IssueAsync(Viewer who, Sanction sanction, CancellationToken cancel)
    {
        db.Sanctions.Add(sanction);
        await db.SaveChangesAsync(cancel);
        db.Log(who, SanctionLog.Issued(sanction.Kind), sanction.Reason, sanction.BoardId, memberId: sanction.MemberId,
            details: JsonSerializer.Serialize(new { sanction = sanction.Id, until = sanction.Until }));
        await Notify.AddAsync(db, SanctionLog.NoticeTo(sanction, NoticeKind.Sanctioned, who.Now, sanction.Reason), cancel);
        await db.SaveChangesAsync(cancel);
        return sanction.Id;
    }
}

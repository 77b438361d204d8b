using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What the form asks for; <paramref name="Days"/> and <paramref name="EndsAt"/> as typed (<see cref="SanctionTerm"/>).</summary>
public sealed record NewSanction(string UserName, SanctionKind Kind, int? BoardId, string? Days, string? EndsAt, string Reason)
{
    public int? RuleId { get; init; }
    public string EvidencePostIds { get; init; } = "";
    public bool IsPublic { get; init; } = true;
    public PrivacyReason? PrivateBecause { get; init; }
    public CleanUpWish CleanUp { get; init; } = CleanUpWish.Nothing;
}

/// <summary>
/// Sanctions a member, in a board or everywhere, until a time (features.md B1); <see cref="LiftSanction"/> takes it back.
/// </summary>
public sealed class SanctionMember(ForumDb db, BoardTrees trees, Ranks ranks, Evidence evidence, SiteRules rules, IssueSanction issue, CleanUpSearch search, CleanUpMember cleanUps)
{
    /// <summary>
    /// The new sanction's id. Several stack, each until its own end; one that would add nothing to another in force is
    /// refused (409), so that two who act at once, or a form that is sent twice, sanction once.
    /// </summary>
    public async Task<Outcome<int>> RunAsync(Viewer who, NewSanction wish, CancellationToken cancel)
    {
        var read = await ReadAsync(who, wish, cancel);
        if (read.Refusal is { } refused) return refused;
        var (order, board) = read.Value;
        var posts = await search.FindAsync(who, order.MemberId, wish.CleanUp.Days, board, cancel);
        var done = await db.InTransactionAsync<Outcome<int>>(async () =>
        {
            if (await issue.CoveredByAsync(who, order, board is null ? [] : board.PathIds, cancel) is { } same)
                return new Refusal(RefusalKind.Conflict, "SanctionCovered", same.Id);
            var sanction = await issue.RunAsync(who, order, cancel);
            if (!wish.CleanUp.IsNothing)
                await cleanUps.RunAsync(who, new CleanUpOrder(order.MemberId, wish.CleanUp.Parts, posts, order.Reason) { SanctionId = sanction.Id }, cancel);
            return sanction.Id;
        }, cancel);
        if (done.Refusal is not null) return done;
        issue.Announce(order.MemberId);
        cleanUps.Announce();
        return done;
    }

    /// <summary>What the clean-up would take; or what is wrong with the form.</summary>
    public async Task<Outcome<CleanUpPreview>> PreviewAsync(Viewer who, NewSanction wish, CancellationToken cancel)
    {
        var read = await ReadAsync(who, wish, cancel);
        if (read.Refusal is { } refused) return refused;
        return await search.PreviewAsync(who, read.Value.Order.MemberId, wish.CleanUp, read.Value.Board, cancel);
    }

    /// <summary>All that the form can get wrong.</summary>
    private async Task<Outcome<Checked>> ReadAsync(Viewer who, NewSanction wish, CancellationToken cancel)
    {
        var folded = MemberName.Fold(wish.UserName.Trim());
        var member = await db.Members.Where(m => m.NormalizedUserName == folded).Select(m => new { m.Id }).FirstOrDefaultAsync(cancel);
        if (member is null) return Refusal.Invalid("UserName", "NoSuchMember");
        var board = wish.BoardId is { } id ? (await trees.CurrentAsync(cancel)).FindVisible(id, who) : null;
        if (wish.BoardId is not null && board is null) return Refusal.Invalid("BoardId", "NoSuchBoard");
        var rank = await ranks.OfAsync(member.Id, cancel);
        if (SanctionRules.Check(who, wish.Kind, board, member.Id, rank) is { } refusal) return refusal;

        var reason = wish.Reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > Sanction.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", Sanction.ReasonLength);
        if (wish.RuleId is { } rule && (await rules.CurrentAsync(cancel)).Find(rule) is not { IsRetired: false }) return Refusal.Invalid("RuleId", "NoSuchRule");
        var until = SanctionTerm.Read(wish.Days, wish.EndsAt, who.Zone, who.Now);
        if (until.Refusal is { } wrongTerm) return wrongTerm;
        if (SanctionRules.WhyNotCleanUp(who, wish.Kind, wish.CleanUp) is { } uncleaned) return uncleaned;
        var posts = await evidence.ReadAsync(who, wish.EvidencePostIds, cancel);
        if (posts.Refusal is { } wrongEvidence) return wrongEvidence;
        return new Checked(new SanctionOrder(member.Id, wish.Kind, board?.Id, reason, until.Value)
        {
            RuleId = wish.RuleId,
            EvidencePostIds = posts.Value,
            IsPublic = wish.IsPublic,
            PrivateBecause = wish.PrivateBecause,
        }, board);
    }

    private sealed record Checked(SanctionOrder Order, BoardNode? Board);
}

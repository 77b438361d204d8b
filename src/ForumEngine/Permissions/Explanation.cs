using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Sanctions;

namespace ForumEngine.Permissions;

/// <summary>What is asked of the explainer: one of a board's rights, a staff right there, or a group's right anywhere.</summary>
public sealed record AccessQuestion(BoardRight? Board, StaffRight? Staff, GroupRight? Group)
{
    public string Name => Board?.ToString() ?? Staff?.ToString() ?? Group?.ToString() ?? "";

    /// <summary>By name; null for what is no right.</summary>
    public static AccessQuestion? Parse(string? name) =>
        Enum.TryParse<BoardRight>(name, out var board) && Enum.IsDefined(board) ? new(board, null, null)
        : Enum.TryParse<StaffRight>(name, out var staff) && Enum.IsDefined(staff) ? new(null, staff, null)
        : Enum.TryParse<GroupRight>(name, out var group) && Enum.IsDefined(group) ? new(null, null, group) : null;

    /// <summary>The enforcing code itself, for this viewer and board.</summary>
    internal Decision Ask(Viewer who, BoardNode board, List<DecisionStep>? steps = null) =>
        Board is { } right ? BoardAccess.Decide(who, right, board, steps)
        : Staff is { } staff ? BoardAccess.Decide(who, staff, board)
        : who.IsAdministrator ? new(true, DecidedBy.Administrator) : new(who.Has(Group!.Value), DecidedBy.GroupDefault);
}

/// <summary>The answer, the rules that were asked in their order, and what would turn it round.</summary>
public sealed record Explanation(Viewer About, BoardNode Board, AccessQuestion Question, Decision Decision, IReadOnlyList<DecisionStep> Steps)
{
    public required IReadOnlyList<AccessWay> Ways { get; init; }

    /// <summary>Groups in which it would be the other way round.</summary>
    public required IReadOnlyList<Group> Groups { get; init; }

    public SanctionInForce? Sanction => Steps.FirstOrDefault(s => s.Sanction is not null)?.Sanction;
}

/// <summary>A change that turns the answer round; tried out before it is offered.</summary>
public sealed record AccessWay(AccessWayKind Kind, int? BoardId = null, int? GroupId = null);

public enum AccessWayKind
{
    LiftSanction, TakeOutOfArchive, GiveException, RemoveException, AllowCell, DenyCell, ClearCell, GivePassword, MeetCondition, MakeModerator, Unhide, SetGroupRight,
}

/// <summary>
/// Explains an answer by asking the enforcing code again with one thing changed at a time: what is offered as a way has been tried
/// out. Pure.
/// </summary>
public static class AccessExplainer
{
    public static Explanation Explain(Viewer about, BoardNode board, AccessQuestion question, GroupSet groups)
    {
        List<DecisionStep> steps = [];
        var decision = question.Ask(about, board, steps);
        bool Turns(Viewer who, BoardNode at) => question.Ask(who, at).Allowed != decision.Allowed;
        return new Explanation(about, board, question, decision, steps)
        {
            Ways = [.. Ways(about, board, question, decision).Where(w => Turns(w.Who, w.Board)).Select(w => w.Way)],
            Groups = [.. groups.All.Where(g => !Group.IsReserved(g.Id) && g.Id != Group.Guests && !about.GroupIds.Contains(g.Id))
                .Where(g => Turns(about with { GroupIds = [g.Id], Rights = groups.RightsOf([g.Id]), Rank = groups.RankOf([g.Id]) }, board))],
        };
    }

    private static IEnumerable<(AccessWay Way, Viewer Who, BoardNode Board)> Ways(Viewer who, BoardNode board, AccessQuestion question, Decision decision)
    {
        if (!who.Sanctions.IsEmpty) yield return (new(AccessWayKind.LiftSanction), who with { Sanctions = [] }, board);
        if (board.IsArchived) yield return (new(AccessWayKind.TakeOutOfArchive, board.Id), who, board.With(b => b.IsArchived = false));
        if (board.IsHidden) yield return (new(AccessWayKind.Unhide, board.Id), who, board.With(b => b.IsHidden = false));
        foreach (var locked in board.Ancestors.Prepend(board))
            if (locked.Lock is { Key: { } key }) yield return (new(AccessWayKind.GivePassword, locked.Id), who with { BoardKeys = who.BoardKeys.Add(key) }, board);
        if (board.Ancestors.Prepend(board).FirstOrDefault(b => b.Lock is { } held && held.AsksMore(who)) is { } asking)
            yield return (new(AccessWayKind.MeetCondition, asking.Id), who with { Posts = int.MaxValue, JoinedAt = DateTime.MinValue }, board);
        if (question.Staff is { } && who.MemberId is { } member)
            yield return (new(AccessWayKind.MakeModerator, board.Id), who with { Rank = who.Rank < Rank.Moderator ? Rank.Moderator : who.Rank }, board.ModeratedBy(member));
        if (question.Board is not { } right)
        {
            yield return (new(AccessWayKind.SetGroupRight, null, who.GroupIds.FirstOrDefault()), who with { Rights = who.Rights.SetItem(question.Name, decision.Allowed ? 0 : 1) }, board);
            yield break;
        }
        var allow = !decision.Allowed;
        // Without view nothing helps: both are given together.
        BoardRight[] rights = allow ? [right, BoardRight.View] : [right];
        if (who.MemberId is not null)
        {
            var own = who.Exceptions.Where(x => x.BoardId == board.Id && rights.Contains(x.Right)).ToList();
            if (own.Count > 0) yield return (new(AccessWayKind.RemoveException, board.Id), who with { Exceptions = who.Exceptions.RemoveRange(own) }, board);
            yield return (new(AccessWayKind.GiveException, board.Id), who with { Exceptions = who.Exceptions.RemoveRange(own).AddRange(rights.Select(r => new BoardException(board.Id, r, allow, null))) }, board);
        }
        foreach (var group in who.GroupIds)
        {
            foreach (var at in board.Ancestors.Prepend(board).Where(b => rights.Any(r => b.CellFor(group, r) is not null)))
                yield return (new(AccessWayKind.ClearCell, at.Id, group), who, board.WithCells(at.Id, group, rights, null));
            yield return (new(allow ? AccessWayKind.AllowCell : AccessWayKind.DenyCell, board.Id, group), who, board.WithCells(board.Id, group, rights, allow));
        }
        yield return (new(AccessWayKind.SetGroupRight, null, who.GroupIds.FirstOrDefault()), who with { Rights = rights.Aggregate(who.Rights, (all, r) => all.SetItem(r.ToString(), allow ? 1 : 0)) }, board);
    }
}

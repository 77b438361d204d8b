using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>A board's moderators write its rules, where the board lets them.</summary>
public sealed class EditRules(BoardTrees trees, ChangeBoard change)
{
    public static Refusal? WhyNot(Viewer who, BoardNode board) =>
        !who.May(BoardRight.View, board) ? Refusal.NotFound
        : who.May(StaffRight.EditBoardRules, board) && (board.ModeratorsEditRules || who.Rank > Rank.Moderator) ? null : Refusal.NotFound;

    public async Task<Refusal?> RunAsync(Viewer who, int boardId, string? rules, CancellationToken cancel)
    {
        if ((await trees.CurrentAsync(cancel)).Find(boardId) is not { } board) return Refusal.NotFound;
        if (WhyNot(who, board) is { } refused) return refused;
        return await change.AsStaffAsync(who, new BoardChange(boardId, new Dictionary<string, string?> { ["Rules"] = rules }), cancel);
    }
}

using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>A personal allow or deny for one member at one board, with an end (Discuz: forum_access, which had none).</summary>
public sealed class BoardOverride
{
    public int MemberId { get; init; }
    public int BoardId { get; init; }
    public BoardRight Right { get; init; }
    public bool Allow { get; set; }
    public DateTime? ExpiresAt { get; set; }
    public string GrantedBy { get; set; } = "";
}

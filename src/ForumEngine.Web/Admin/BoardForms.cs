using ForumEngine.Boards;

namespace ForumEngine.Web.Admin;

/// <summary>A new board as typed.</summary>
public sealed class NewBoardForm
{
    public int? ParentId { get; set; }
    public string? Name { get; set; }
    public string? Description { get; set; }

    public BoardDraft ToDraft() => BoardDraft.Named(Name ?? "", Description ?? "");
}

/// <summary>A board's page in the panel: its forms are sent one by one, what the others hold comes from the board.</summary>
public sealed class BoardForm
{
    public string? Name { get; set; }
    public string? Slug { get; set; }
    public string? Description { get; set; }
    public string? Icon { get; set; }
    public string? Rules { get; set; }
    public bool IsHidden { get; set; }
    public bool ModeratorsInherit { get; set; }
    public bool TypeRequired { get; set; }
    public int? ParentId { get; set; }

    /// <summary>Names, one in a line.</summary>
    public string? Moderators { get; set; }

    /// <summary>Names, one in a line.</summary>
    public string? Types { get; set; }

    public static BoardForm Of(BoardNode board) => new()
    {
        Name = board.Name,
        Slug = board.Slug,
        Description = board.Description,
        Icon = board.Icon,
        Rules = board.Rules,
        IsHidden = board.IsHidden,
        ModeratorsInherit = board.ModeratorsInherit,
        TypeRequired = board.TypeRequired,
        ParentId = board.Parent?.Id,
        Moderators = string.Join('\n', board.Moderators.Select(m => m.Name)),
        Types = string.Join('\n', board.Types.Select(t => (t.StaffOnly ? "*" : "") + t.Name)),
    };

    public BoardDraft ToDraft() =>
        new(Name ?? "", Slug ?? "", Description ?? "", Icon ?? "", Rules ?? "", IsHidden, ModeratorsInherit, TypeRequired);

    /// <summary>Lines, or names parted by commas as people type them.</summary>
    public static string[] Lines(string? text) =>
        (text ?? "").Split(['\n', '\r', ',', '\uFF0C', '\u3001'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The page of one board: what is, where it may go, and the form as typed.</summary>
public sealed record BoardPageView(BoardNode Board, IReadOnlyList<BoardNode?> Parents, BoardForm Form);

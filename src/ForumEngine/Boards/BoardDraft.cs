namespace ForumEngine.Boards;

/// <summary>What the panel says of a board itself; its place, moderators and thread types have acts of their own.</summary>
public sealed record BoardDraft(string Name, string Slug, string Description, string Icon, string Rules,
    bool IsHidden, bool ModeratorsInherit, bool TypeRequired)
{
    public static BoardDraft Named(string name, string description = "") => new(name, "", description, "", "", false, true, false);

    /// <summary>Without blanks at the ends; an empty slug is none.</summary>
    public BoardDraft Tidy() => this with
    {
        Name = Name.Trim(),
        Slug = Slug.Trim().ToLowerInvariant(),
        Description = Description.Trim(),
        Icon = Icon.Trim(),
        Rules = Rules.Trim(),
    };

    internal void WriteTo(Board board)
    {
        (board.Name, board.Slug, board.Description) = (Name, Slug.Length == 0 ? null : Slug, Description);
        (board.Icon, board.Rules, board.IsHidden) = (Icon, Rules, IsHidden);
        (board.ModeratorsInherit, board.TypeRequired) = (ModeratorsInherit, TypeRequired);
    }

    internal static BoardDraft Of(Board board) => new(board.Name, board.Slug ?? "", board.Description, board.Icon, board.Rules,
        board.IsHidden, board.ModeratorsInherit, board.TypeRequired);
}

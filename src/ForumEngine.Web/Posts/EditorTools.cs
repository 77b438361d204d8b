namespace ForumEngine.Web.Posts;

/// <summary>
/// A tool above the text; its name is its text's key and what the script does (assets/ts/editor/toolbar.ts). One with a menu opens
/// the panel of its name (_EditorParts.cshtml); one that toggles says whether it is on at the caret.
/// </summary>
public sealed record EditorTool(string Name, string Icon, bool HasMenu = false, bool Toggles = false)
{
    /// <summary>A hairline between groups.</summary>
    public static readonly EditorTool Line = new("", "");

    public static IReadOnlyList<EditorTool> Full { get; } =
    [
        new("Undo", "undo"), new("Redo", "redo"), Line,
        new("Bold", "bold", Toggles: true), new("Italic", "italic", Toggles: true), new("Underline", "underline", Toggles: true),
        new("Strike", "strike", Toggles: true), new("Colour", "colour", HasMenu: true), new("Size", "size", HasMenu: true), new("Plain", "plain"), Line,
        new("Align", "align", HasMenu: true), new("Bullets", "bullets", Toggles: true), new("Numbers", "numbers", Toggles: true), Line,
        new("Quote", "quote", Toggles: true), new("Code", "code", Toggles: true), new("Hide", "hide", HasMenu: true), new("Table", "table", HasMenu: true), Line,
        new("Link", "link", HasMenu: true), new("Image", "image", HasMenu: true), new("File", "clip"), new("Media", "play", HasMenu: true),
        new("Emoji", "smile", HasMenu: true), new("Mention", "at"),
    ];

    public static IReadOnlyList<EditorTool> Small { get; } =
    [
        new("Emoji", "smile", HasMenu: true), new("Image", "image", HasMenu: true), new("Mention", "at"), Line,
        new("Bold", "bold", Toggles: true), new("Italic", "italic", Toggles: true), new("Strike", "strike", Toggles: true), new("Colour", "colour", HasMenu: true), Line,
        new("Quote", "quote", Toggles: true), new("Link", "link", HasMenu: true), new("Code", "code", Toggles: true), new("Hide", "hide", HasMenu: true),
    ];
}

namespace ForumEngine.Markup;

internal enum TokenKind
{
    Text,

    /// <summary><c>[name]</c> or <c>[name=value]</c> with a value its tag accepts.</summary>
    Open,

    /// <summary>An opening tag whose value is refused: shown as typed, and so is its closing tag.</summary>
    Refused,

    Close,

    /// <summary>A whole <c>[tag]content[/tag]</c> whose content is taken verbatim.</summary>
    Whole,
}

/// <summary>A piece of the source; <see cref="Start"/> and <see cref="End"/> are where it stands there.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, Tag? Tag = null, Shape? Shape = null, string? Content = null)
{
    public int Length => End - Start;
}

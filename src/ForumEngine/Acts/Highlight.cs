using System.Globalization;

namespace ForumEngine.Acts;

/// <summary>How a title stands out in lists: colour and background 0 (none) to 8, and three styles (features.md B2, 高亮).</summary>
public sealed record Highlight(int Colour, bool Bold, bool Italic, bool Underline, int Background)
{
    public const int Colours = 8;

    public static readonly Highlight None = new(0, false, false, false, 0);

    public bool IsKnown => Colour is >= 0 and <= Colours && Background is >= 0 and <= Colours;

    public static Highlight Of(Thread t) => new(t.Colour, t.IsBold, t.IsItalic, t.IsUnderlined, t.Background);

    public void Onto(Thread t) => (t.Colour, t.IsBold, t.IsItalic, t.IsUnderlined, t.Background) = (Colour, Bold, Italic, Underline, Background);

    /// <summary>"0" without any; else colour, background and letters of the styles: "3 0 bi".</summary>
    public override string ToString() => this == None ? "0" : string.Create(CultureInfo.InvariantCulture,
        $"{Colour} {Background} {(Bold ? "b" : "")}{(Italic ? "i" : "")}{(Underline ? "u" : "")}");

    public static Highlight Parse(string text)
    {
        if (text == "0") return None;
        var parts = text.Split(' ');
        return new(Mark.Number(parts[0]), parts[2].Contains('b'), parts[2].Contains('i'), parts[2].Contains('u'), Mark.Number(parts[1]));
    }
}

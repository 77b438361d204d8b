namespace ForumEngine.Markup;

/// <summary>
/// The formats that are on. They don't hold blocks and don't cross them: they are kept in a list and opened anew, when
/// text comes, in each paragraph they cover. So what comes out is well formed however the tags overlap.
/// </summary>
internal sealed class Formats
{
    /// <summary>Formats opened anew in one post; without the limit 20 overlapping tags would multiply the output by 20.</summary>
    private const int MaxReopened = 1000;

    private sealed record Format(Tag Tag, Shape Shape, int Opening, int Depth)
    {
        public bool Used { get; set; }
    }

    private readonly List<Format> on = [];

    /// <summary>The elements of <see cref="on"/> in this paragraph, from the first on; the rest is opened when text comes.</summary>
    private readonly List<Element> opened = [];
    private int reopened;

    public int Count => on.Count;

    public bool InLink => on.Exists(format => format.Tag.IsLink);

    /// <param name="tag">The tag.</param>
    /// <param name="shape">What it becomes.</param>
    /// <param name="opening">Which token opened it.</param>
    /// <param name="depth">How many blocks it stands in; it ends with the innermost.</param>
    public void TurnOn(Tag tag, Shape shape, int opening, int depth) => on.Add(new Format(tag, shape, opening, depth));

    public void TurnOff(int opening)
    {
        var index = on.FindIndex(format => format.Opening == opening);
        if (index < 0)
            return;
        on.RemoveAt(index);
        if (index < opened.Count)
            opened.RemoveRange(index, opened.Count - index);
    }

    public void TurnOffBelow(int depth) => on.RemoveAll(format => format.Depth > depth);

    public void LeaveParagraph() => opened.Clear();

    /// <summary>The innermost element that is open, for what still belongs to the text before.</summary>
    public Container Innermost(Paragraph paragraph) => opened.Count > 0 ? opened[^1] : paragraph;

    /// <summary>A template counts for its length.</summary>
    private static int Cost(Shape shape) => 1 + (shape.Filled?.Length ?? 0) / 20;

    /// <summary>Opens what is on and not yet open; answers where text goes.</summary>
    public Container OpenAll(Paragraph paragraph)
    {
        while (opened.Count < on.Count)
        {
            var format = on[opened.Count];
            if (format.Used && (reopened += Cost(format.Shape)) > MaxReopened)
            {
                on.RemoveAt(opened.Count);
                continue;
            }
            format.Used = true;
            var element = new Element(format.Tag, format.Shape);
            Innermost(paragraph).Children.Add(element);
            opened.Add(element);
        }
        return Innermost(paragraph);
    }
}

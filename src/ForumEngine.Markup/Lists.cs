namespace ForumEngine.Markup;

/// <summary><c>[list]</c> with bullets; <c>[list=1]</c>, <c>a</c>, <c>A</c>, <c>i</c>, <c>I</c> count. Other kinds have bullets.</summary>
internal static class Lists
{
    public static Shape Read(string? value)
    {
        // "1 start=2" is seen in the wild; the first word is the kind.
        var kind = value?.Split(' ', 2)[0];
        return kind switch
        {
            "1" => new Shape("ol"),
            "a" or "A" or "i" or "I" => new Shape("ol", ("type", kind)),
            _ => new Shape("ul"),
        };
    }
}

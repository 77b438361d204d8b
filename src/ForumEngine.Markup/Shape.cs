namespace ForumEngine.Markup;

/// <summary>The HTML element a tag becomes; attribute values are plain text, encoded by the writer.</summary>
internal sealed record Shape(string Element, params (string Name, string Value)[] Attributes)
{
    /// <summary>What is shown of an address that is no picture.</summary>
    public string? Words { get; init; }

    /// <summary>The items of a list whose source is taken as it is.</summary>
    public IReadOnlyList<string>? Lines { get; init; }

    /// <summary>Who is quoted; only quotes have it.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>Who may see the content; only hidden parts have it.</summary>
    public HideNeed? Need { get; init; }

    /// <summary>The attachment that stands here.</summary>
    public long? FileId { get; init; }

    /// <summary>A custom code's template with its slots filled; a <see cref="Hole"/> in it is where the content goes.</summary>
    public Filled? Filled { get; init; }

    public bool IsLink => Element == "a";

    /// <summary>Where it leads or what it loads.</summary>
    public string? Address => Array.Find(Attributes, attribute => attribute.Name is "src" or "href").Value;
}

/// <param name="Nodes">What the template became.</param>
/// <param name="Weight">How many nodes, all counted.</param>
/// <param name="Length">How long the template is: what a short tag may grow to.</param>
internal sealed record Filled(IReadOnlyList<Node> Nodes, int Weight, int Length);

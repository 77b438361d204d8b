using ForumEngine.Settings;

namespace ForumEngine.Setup;

/// <summary>A set of boards to start with (Setup/Templates/*.json).</summary>
public sealed record BoardTemplate(IReadOnlyList<BoardPlan> Categories)
{
    public const string Default = "city";

    public static readonly string[] Names = ["city", "tech", "campus", "empty"];

    /// <param name="name">One of <see cref="Names"/>.</param>
    public static BoardTemplate Read(string name) => SetupData.Read<BoardTemplate>($"Setup/Templates/{name}.json");
}

/// <summary>A category or board of a template, in the order of the index.</summary>
public sealed record BoardPlan
{
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public string Description { get; init; } = "";
    public string Rules { get; init; } = "";
    public IReadOnlyList<TypePlan> Types { get; init; } = [];

    /// <summary>Nobody but staff sees the board.</summary>
    public bool StaffOnly { get; init; }

    /// <summary>Only staff start threads; everybody may answer.</summary>
    public bool StaffThreads { get; init; }

    public IReadOnlyList<BoardPlan> Children { get; init; } = [];

    /// <summary>The same in English.</summary>
    public BoardWords? En { get; init; }

    public string NameIn(string language) => language == SiteLanguage.English && En?.Name is { } name ? name : Name;

    public string DescriptionIn(string language) => language == SiteLanguage.English ? En?.Description ?? "" : Description;

    public string RulesIn(string language) => language == SiteLanguage.English ? En?.Rules ?? "" : Rules;
}

/// <summary>A board's texts in English; what it hasn't stays empty.</summary>
public sealed record BoardWords(string? Name, string? Description, string? Rules);

public sealed record TypePlan(string Name, string? En = null)
{
    public string NameIn(string language) => language == SiteLanguage.English && En is { } name ? name : Name;
}

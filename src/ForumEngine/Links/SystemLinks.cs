namespace ForumEngine.Links;

/// <summary>An entry that the engine brings. <paramref name="Key"/> is that of its name among the frame's texts.</summary>
public sealed record SystemLink(string Key, LinkPlace Place, string Url, int Position, string Nav = "");

/// <summary>What stands in navigation and footer as long as nobody has changed it. None of these can be lost: a row that is deleted leaves the engine's own.</summary>
public static class SystemLinks
{
    public static IReadOnlyList<SystemLink> All { get; } =
    [
        new("NavForum", LinkPlace.Main, "/", 10, "forum"),
        new("NavSearch", LinkPlace.Main, "/search", 20, "search"),
        new("NavDarkroom", LinkPlace.Main, "/darkroom", 30, "darkroom"),
        new("Darkroom", LinkPlace.Footer, "/darkroom", 10),
        new("Disclaimer", LinkPlace.Footer, "/pages/disclaimer", 20),
        new("PageTerms", LinkPlace.Footer, "/pages/terms", 30),
        new("PagePrivacy", LinkPlace.Footer, "/pages/privacy", 40),
        new("PageRules", LinkPlace.Footer, "/pages/rules", 50),
        new("PageComplaints", LinkPlace.Footer, "/complaints/new", 60),
        new("PageContact", LinkPlace.Footer, "/pages/contact", 70),
    ];

    public static SystemLink? Find(string? key) => All.FirstOrDefault(l => l.Key == key);
}

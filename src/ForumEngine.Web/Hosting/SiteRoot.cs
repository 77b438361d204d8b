namespace ForumEngine.Web.Hosting;

/// <summary>
/// Relative data paths mean the repository's root in a checkout and the current folder for the published `forum`;
/// the content root is where the program lies, whatever folder it was started from.
/// </summary>
internal static class SiteRoot
{
    public static string ForData => Checkout ?? Environment.CurrentDirectory;

    public static string ForContent(bool development) =>
        development && Checkout is { } checkout ? Path.Combine(checkout, "src", "ForumEngine.Web") : AppContext.BaseDirectory;

    private static string? Checkout { get; } = FindCheckout();

    private static string? FindCheckout()
    {
        // …/src/ForumEngine.Web/bin/Debug/net10.0/ (or a test project's output)
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "ForumEngine.sln"))) return at.FullName;
        return null;
    }
}

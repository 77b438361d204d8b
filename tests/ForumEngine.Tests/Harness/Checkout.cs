namespace ForumEngine.Tests.Harness;

/// <summary>The repository that the tests run in, and what lies beside it.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    public static string File(string path) => Path.Combine(Root, path);

    /// <summary>Our own sources below a folder, without what the build made.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] endings) =>
        Directory.EnumerateFiles(File(folder), "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal));

    /// <summary>A file of the shared test data (FORUM_SHARED, or ../shared beside the repository); without it the test is skipped, in CI it fails.</summary>
    public static string Shared(string path)
    {
        var folder = Environment.GetEnvironmentVariable("FORUM_SHARED") is { Length: > 0 } given ? given : Path.Combine(Root, "..", "shared");
        var file = Path.Combine(folder, path);
        if (!System.IO.File.Exists(file)) Databases.Missing($"The shared test data is not here: {path} (FORUM_SHARED or ../shared).");
        return file;
    }

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (System.IO.File.Exists(Path.Combine(at.FullName, "ForumEngine.sln"))) return at.FullName;
        throw new InvalidOperationException("The tests run inside the repository.");
    }
}

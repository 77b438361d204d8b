using System.Text.Json;

namespace ForumEngine.Markup.Tests;

/// <summary>The test corpora beside the repository; without them these tests are skipped, in CI they fail.</summary>
internal static class Shared
{
    public static IEnumerable<JsonElement> Lines(string path)
    {
        var file = Find() is { } root ? Path.Combine(root, "data", "corpora", path) : null;
        if (file is null || !File.Exists(file))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"CI needs the corpora: {path} was not found (FORUM_SHARED or ../shared).");
            Assert.Skip($"The corpora are not here: {path} (FORUM_SHARED or ../shared beside the repository).");
        }
        return File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("FORUM_SHARED") is { Length: > 0 } given)
            return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ForumEngine.sln")))
                return Path.Combine(folder.FullName, "..", "shared");
        return null;
    }
}

using System.Text.Json;

namespace ForumEngine.Markup.Tests;

/// <summary>The test data beside the repository; without it these tests are skipped, in CI they fail.</summary>
internal static class Shared
{
    public static IEnumerable<JsonElement> Lines(string corpus) =>
        System.IO.File.ReadLines(File("corpora/" + corpus)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    public static string File(string path)
    {
        var file = Find() is { } root ? Path.Combine(root, "data", path) : null;
        if (file is null || !System.IO.File.Exists(file))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"CI needs the shared data: {path} was not found (FORUM_SHARED or ../shared).");
            Assert.Skip($"The shared data is not here: {path} (FORUM_SHARED or ../shared beside the repository).");
        }
        return file;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("FORUM_SHARED") is { Length: > 0 } given)
            return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "ForumEngine.sln")))
                return Path.Combine(folder.FullName, "..", "shared");
        return null;
    }
}

namespace ForumEngine.Accounts;

/// <summary>The lists that lie beside this file and inside the assembly.</summary>
internal static class EmbeddedLines
{
    public static IEnumerable<string> Read(string file)
    {
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream(typeof(EmbeddedLines), file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0) yield return line;
    }
}

namespace ForumEngine;

/// <summary>Which version of the engine runs: "0.1.0".</summary>
public static class EngineVersion
{
    public static string Text { get; } = typeof(EngineVersion).Assembly.GetName().Version?.ToString(3) ?? "";
}

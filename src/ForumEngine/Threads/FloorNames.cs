namespace ForumEngine.Threads;

/// <summary>楼主, 沙发, 板凳, 地板: the names of the first floors (features.md A2: postnocustom).</summary>
public static class FloorNames
{
    /// <summary>
    /// <paramref name="configured"/> is the setting: empty takes <paramref name="usual"/> (the reader's language), "-" none.
    /// Null means the floor has a number only.
    /// </summary>
    public static string? Of(int floor, string configured, string usual)
    {
        var list = configured.Length == 0 ? usual : configured;
        if (list == "-") return null;
        var names = list.Split(',', StringSplitOptions.TrimEntries);
        return floor >= 1 && floor <= names.Length && names[floor - 1].Length > 0 ? names[floor - 1] : null;
    }
}

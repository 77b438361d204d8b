using System.Globalization;

namespace ForumEngine.Keeping;

/// <summary>Numbers of groups or boards in one column, parted by commas.</summary>
public static class IdList
{
    public static string Join(IEnumerable<int> ids) => string.Join(',', ids.Where(id => id > 0).Distinct().Order());

    public static IReadOnlyList<int> Split(string ids) =>
        [.. ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(id => id > 0)];
}

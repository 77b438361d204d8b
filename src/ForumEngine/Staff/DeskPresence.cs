using System.Collections.Concurrent;
using ForumEngine.Permissions;

namespace ForumEngine.Staff;

/// <summary>Who of the staff is at the desk, and at which case: in this node's memory, for two minutes after each page.</summary>
public sealed class DeskPresence
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<int, Seen> seen = new();

    private sealed record Seen(string Name, string Path, DateTime At);

    public void Note(Viewer who, string path)
    {
        if (who is { MemberId: { } id, SimulatedGroup: null }) seen[id] = new Seen(who.Name, path, who.Now);
        foreach (var (member, last) in seen)
            if (who.Now - last.At > Lasts) seen.TryRemove(new(member, last));
    }

    /// <summary>The others at the desk, by name.</summary>
    public IReadOnlyList<string> Others(Viewer who) => [.. Around(who).Select(s => s.Name).Order(StringComparer.Ordinal)];

    /// <summary>The others before this page.</summary>
    public IReadOnlyList<string> At(Viewer who, string path) => [.. Around(who).Where(s => s.Path == path).Select(s => s.Name).Order(StringComparer.Ordinal)];

    private IEnumerable<Seen> Around(Viewer who) => seen.Where(s => s.Key != who.MemberId && who.Now - s.Value.At <= Lasts).Select(s => s.Value);
}

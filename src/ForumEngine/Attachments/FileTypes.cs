using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;

namespace ForumEngine.Attachments;

/// <summary>
/// Extensions that may be uploaded: those of any of the viewer's groups, and where the board has a list, of that too
/// (features.md C3, C4). "*" is all; an empty list of a group is none, of a board as the group says.
/// </summary>
public sealed class FileTypes
{
    private static readonly char[] Between = [',', ' ', ';', '\n', '\r', '\t'];
    private readonly HashSet<string>? ofGroups;
    private readonly HashSet<string>? ofBoard;

    private FileTypes(IEnumerable<string> groups, string? board)
    {
        var lists = groups.ToList();
        ofGroups = lists.Exists(l => l.Trim() == "*") ? null : [.. lists.SelectMany(Parts)];
        ofBoard = string.IsNullOrWhiteSpace(board) || board.Trim() == "*" ? null : [.. Parts(board)];
    }

    /// <summary>Without a board: what the groups allow.</summary>
    public static FileTypes Of(Viewer viewer, GroupSet groups, BoardNode? board) =>
        new(viewer.GroupIds.Select(id => groups.Find(id)?.FileTypes ?? ""), board?.FileTypes);

    /// <param name="extension">Lower case, without the dot; a picture is allowed by any of its kind's.</param>
    public bool Allow(string extension) => Same(extension).Any(e => ofGroups?.Contains(e) != false) && Same(extension).Any(e => ofBoard?.Contains(e) != false);

    /// <summary>For the form; null is everything.</summary>
    public IReadOnlyList<string>? Listed => (ofGroups, ofBoard) switch
    {
        (null, null) => null,
        ({ } g, null) => [.. g.Order()],
        (null, { } b) => [.. b.Order()],
        ({ } g, { } b) => [.. g.Intersect(b).Order()],
    };

    private static string[] Same(string extension) => extension is "jpg" or "jpeg" or "jpe" or "jfif" ? ["jpg", "jpeg", "jpe", "jfif"] : [extension];

    private static IEnumerable<string> Parts(string list) =>
        list.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(e => e.TrimStart('*').TrimStart('.').ToLowerInvariant());
}

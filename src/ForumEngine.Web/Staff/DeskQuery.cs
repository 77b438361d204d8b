using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Staff;
using ForumEngine.Web.Sanctions;
using Microsoft.AspNetCore.Http.Extensions;

namespace ForumEngine.Web.Staff;

/// <summary>Where on the desk one is: the box by the path, the rest by the query; words it doesn't know filter nothing.</summary>
public sealed record DeskQuery(string Key, bool IsList, BoxShow Show, int? Board, string Search, string? After)
{
    /// <summary>Paths below /desk that are boxes' are lists with a page beside them; the rest are tools.</summary>
    public static DeskQuery Of(HttpRequest request)
    {
        var parts = (request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var key = parts.Length > 1 ? parts[1].ToLowerInvariant() : "";
        var boxes = request.HttpContext.RequestServices.GetServices<IDeskBox>();
        return new DeskQuery(key, key.Length == 0 || boxes.Any(b => b.Key == key),
            DarkroomQuery.Word<BoxShow>(request.Query["show"]) ?? BoxShow.Waiting,
            int.TryParse(request.Query["board"], NumberStyles.None, CultureInfo.InvariantCulture, out var board) ? board : null,
            Short(request.Query["q"]), request.Query["after"]);
    }

    /// <summary>A board with all below it; one that isn't there is everywhere.</summary>
    public BoxScope ScopeIn(BoardTree tree) =>
        tree.Find(Board ?? 0) is { } board ? new BoxScope(board.SelfAndBelow.Select(b => b.Id).ToHashSet()) : BoxScope.Everywhere;

    /// <summary>Another box, in the same boards.</summary>
    public string Box(string key) => (key.Length == 0 ? "/desk" : $"/desk/{key}") + With(BoxShow.Waiting, null);

    /// <summary>The same box with other lines.</summary>
    public string Showing(BoxShow show) => Home + With(show, null);

    public string Older(string after) => Home + With(Show, after);

    /// <summary>A page of a line, with the list beside it as it is now.</summary>
    public string Open(string url) => url + With(Show, After);

    private string Home => Key.Length == 0 ? "/desk" : $"/desk/{Key}";

    private string With(BoxShow show, string? after)
    {
        var query = new QueryBuilder();
        if (show != BoxShow.Waiting) query.Add("show", show.ToString().ToLowerInvariant());
        if (Board is { } board) query.Add("board", board.ToString(CultureInfo.InvariantCulture));
        if (Search.Length > 0) query.Add("q", Search);
        if (!string.IsNullOrEmpty(after)) query.Add("after", after);
        return query.ToString();
    }

    private static string Short(string? text) => text is null ? "" : text.Trim() is { Length: > 60 } longer ? longer[..60] : text.Trim();
}

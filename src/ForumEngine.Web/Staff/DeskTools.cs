using ForumEngine.Permissions;

namespace ForumEngine.Web.Staff;

/// <summary>A tool in the desk's menu; its name is a text of DeskText.</summary>
public sealed record DeskTool(string Url, string TextKey);

/// <summary>
/// The tools of the desk, in their order. One whose address no controller of the site answers isn't shown, nor one that the viewer
/// has no right to.
/// </summary>
public static class DeskTools
{
    private static readonly (DeskTool Tool, Func<Viewer, bool> May)[] All =
    [
        (new("/desk/sanctions/new", "ToolSanction"), who => who.Level(StaffRight.MuteMembers) > 0 || who.Level(StaffRight.BlockMembers) > 0),
        (new("/desk/warnings", "ToolWarnings"), who => who.Level(StaffRight.WarnMembers) > 0),
        (new("/desk/words", "ToolWords"), who => who.May(StaffRight.ReviewPosts)),
        (new("/desk/addresses", "ToolAddresses"), who => who.May(StaffRight.BanAddresses)),
        (new("/desk/clean", "ToolClean"), who => who.Level(StaffRight.MassClean) > 0),
        (new("/desk/bin", "ToolBin"), who => who.Level(StaffRight.RestorePosts) > 0),
        (new("/desk/tags", "ToolTags"), who => who.May(StaffRight.ManageTags)),
        (new("/desk/log", "Log"), who => who.Level(StaffRight.SeeLogs) > 0),
        (new("/desk/statistics", "ToolStatistics"), who => who.May(StaffRight.SeeLogs)),
    ];

    public static IEnumerable<DeskTool> For(Viewer who, HttpContext http) => All.Where(t => t.May(who) && Has(http, t.Tool.Url)).Select(t => t.Tool);

    /// <summary>A controller of this site has this address, with its places as the route writes them.</summary>
    public static bool Has(HttpContext http, string template) => http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Any(e => string.Equals(e.RoutePattern.RawText?.Trim('/'), template.Trim('/'), StringComparison.OrdinalIgnoreCase));
}

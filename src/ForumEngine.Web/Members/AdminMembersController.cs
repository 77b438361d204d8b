using System.Globalization;
using ForumEngine.Addresses;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Members;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Members;

/// <summary>Members searched by what is known of them; a page, and a file.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Members)]
public sealed class AdminMembersController(MemberSearch search, GroupSets groups, BoardTrees trees) : ForumController
{
    /// <summary>Lines of a file at most.</summary>
    public const int MostLines = 100_000;

    [HttpGet("/admin/members")]
    public async Task<IActionResult> Index(MembersQuery query)
    {
        var found = await search.ReadAsync(Viewer, query.Filter(Viewer.Zone), Cancel);
        var page = new MembersPage(query, await groups.CurrentAsync(Cancel), await trees.CurrentAsync(Cancel));
        return found.Refusal is { } refused ? FormAgain(refused, "Members", page) : View("Members", page with { Found = found.Value });
    }

    [HttpGet("/admin/members.csv")]
    public async Task<IActionResult> Export(MembersQuery query)
    {
        var found = await search.AllAsync(Viewer, query.Filter(Viewer.Zone), MostLines, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var set = await groups.CurrentAsync(Cancel);
        return await Csv.FileAsync(HttpContext, "members.csv",
            Csv.Line("id", "name", "email", "email_confirmed", "group", "joined", "last_seen", "last_address", "threads", "posts", "sanctioned"), found.Value.Lines, m => RowOf(m, set));
    }

    private static string RowOf(FoundAccount m, GroupSet groups) => Csv.Line(Csv.Number(m.Id), m.Name, m.Email ?? "", m.EmailConfirmed ? "1" : "0",
        groups.Find(m.GroupId)?.TitleIn(CultureInfo.CurrentUICulture) ?? "", Csv.Time(m.JoinedAt), Csv.Time(m.LastSeenAt), AddressRange.Show(m.LastAddress), Csv.Number(m.Threads), Csv.Number(m.Posts), m.IsSanctioned ? "1" : "0");
}

public sealed record MembersPage(MembersQuery Query, GroupSet Groups, BoardTree Tree)
{
    /// <summary>Null: what was asked can't be looked for.</summary>
    public FoundAccounts? Found { get; init; }
}

using System.Globalization;
using System.Text;
using ForumEngine.Addresses;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Members;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Staff;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Members;

/// <summary>Members searched by what is known of them; a page, and a file.</summary>
[Access(Audience.Administrators)]
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

    /// <summary>UTF-8 with a mark, so that spreadsheets read it; streamed line by line.</summary>
    [HttpGet("/admin/members.csv")]
    public async Task<IActionResult> Export(MembersQuery query)
    {
        var found = await search.AllAsync(Viewer, query.Filter(Viewer.Zone), MostLines, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var set = await groups.CurrentAsync(Cancel);
        HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"members.csv\"";
        await using var writer = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteLineAsync(Csv.Line("id", "name", "email", "email_confirmed", "group", "joined", "last_seen", "last_address", "threads", "posts", "sanctioned").AsMemory(), Cancel);
        await foreach (var line in found.Value.Lines.WithCancellation(Cancel)) await writer.WriteLineAsync(RowOf(line, set).AsMemory(), Cancel);
        return new EmptyResult();
    }

    private static string RowOf(FoundAccount m, GroupSet groups) => Csv.Line(Number(m.Id), m.Name, m.Email ?? "", m.EmailConfirmed ? "1" : "0",
        groups.Find(m.GroupId)?.TitleIn(CultureInfo.CurrentUICulture) ?? "", Time(m.JoinedAt), Time(m.LastSeenAt), AddressRange.Show(m.LastAddress), Number(m.Threads), Number(m.Posts), m.IsSanctioned ? "1" : "0");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTime? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}

public sealed record MembersPage(MembersQuery Query, GroupSet Groups, BoardTree Tree)
{
    /// <summary>Null: what was asked can't be looked for.</summary>
    public FoundAccounts? Found { get; init; }
}

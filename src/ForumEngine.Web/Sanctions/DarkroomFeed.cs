using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using ForumEngine.Sanctions;
using ForumEngine.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Sanctions;

/// <summary>The darkroom as JSON (the shape is surface.md's) and as RSS.</summary>
public sealed class DarkroomFeed(IStringLocalizer<SanctionsText> text, SiteConfiguration site, IHttpContextAccessor http)
{
    /// <summary><c>next</c> is the address of the next page, null on the last one.</summary>
    public object Data(DarkroomList list, DarkroomQuery query) => new
    {
        items = list.Rows.Select(row => new
        {
            id = row.Id,
            member = new { id = row.MemberId, name = row.MemberName },
            kind = Lower(row.Kind),
            scope = row.Scope.IsSite ? "site" : row.Scope.Board?.Name ?? "board",
            reason = row.Reason,
            from = row.From,
            until = row.Until,
            state = Lower(row.State),
            @operator = row.Operator ?? text["ModerationTeam"],
        }),
        next = list.Next is { } next ? query.Address("/darkroom.json", next) : null,
    };

    public string Rss(DarkroomList list, string siteName)
    {
        var root = site.BaseUrl?.ToString().TrimEnd('/') ?? $"{http.HttpContext!.Request.Scheme}://{http.HttpContext.Request.Host}";
        var channel = new XElement("channel",
            new XElement("title", Clean($"{text["Darkroom"]} - {siteName}")),
            new XElement("link", $"{root}/darkroom"),
            new XElement("description", text["DarkroomIntro"].Value),
            list.Rows.Select(row => new XElement("item",
                new XElement("title", Clean($"{row.MemberName}: {text[$"Kind_{row.Kind}"]}")),
                new XElement("link", $"{root}/darkroom/{row.Id}"),
                new XElement("guid", $"{root}/darkroom/{row.Id}"),
                new XElement("pubDate", row.From.ToString("R", CultureInfo.InvariantCulture)),
                new XElement("description", Clean(row.Reason)))));
        return $"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{new XElement("rss", new XAttribute("version", "2.0"), channel)}""";
    }

    /// <summary>One control character in a reason would make the whole feed unreadable.</summary>
    private static string Clean(string value) => string.Concat(value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

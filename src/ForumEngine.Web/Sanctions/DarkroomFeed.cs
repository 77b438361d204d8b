using ForumEngine.Sanctions;
using ForumEngine.Web.Accounts;
using ForumEngine.Web.Feeds;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Sanctions;

/// <summary>The darkroom as JSON (the shape is surface.md's) and as RSS.</summary>
public sealed class DarkroomFeed(IStringLocalizer<SanctionsText> text)
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

    public RssFeed Rss(DarkroomList list, string siteName, HttpContext http) => new(
        $"{text["Darkroom"]} - {siteName}", http.Absolute("/darkroom"), text["DarkroomIntro"], http.Absolute("/darkroom.rss"), [.. list.Rows.Select(row =>
            new RssItem($"{row.MemberName}: {text[$"Kind_{row.Kind}"]}", http.Absolute($"/darkroom/{row.Id}"), row.From, row.From, "", row.Reason))]);

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

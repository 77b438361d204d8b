using ForumEngine.Sanctions;
using ForumEngine.Web.Accounts;
using ForumEngine.Web.Feeds;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Sanctions;

/// <summary>The darkroom as JSON (the shape is surface.md's, with more fields behind it) and as RSS.</summary>
public sealed class DarkroomFeed(IStringLocalizer<SanctionsText> text)
{
    /// <summary>
    /// <c>next</c> is the address of the next page, null on the last one; <c>ledger</c> the newest entry of the chain, for
    /// whoever wants to notice that it was changed.
    /// </summary>
    public object Data(DarkroomList list, DarkroomQuery query, LedgerHead? head) => new
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
            @operator = text.Issuer(row),
            rule = row.Rule is { } rule ? new { code = rule.Code, title = text.Title(rule) } : null,
            appeal = Lower(row.Appeal),
            automatic = row.Cause.Length > 0,
            evidence = row.Evidence,
            lifted = row.LiftedAt is { } at ? new { at, by = row.LiftedBy ?? text["ModerationTeam"].Value, reason = row.LiftReason } : null,
        }),
        next = list.Next is { } next ? query.Address("/darkroom.json", next) : null,
        ledger = head is null ? null : new { number = head.Number, hash = head.Hash },
    };

    public RssFeed Rss(DarkroomList list, string siteName, HttpContext http) => new(
        $"{text["Darkroom"]} - {siteName}", http.Absolute("/darkroom"), text["DarkroomIntro"], http.Absolute("/darkroom.rss"), [.. list.Rows.Select(row =>
            new RssItem($"{row.MemberName}: {text[$"Kind_{row.Kind}"]}", http.Absolute($"/darkroom/{row.Id}"), row.From, row.From, "", Summary(row)))]);

    private string Summary(DarkroomRow row) => string.Join(' ', new[]
    {
        row.Rule is { } rule ? $"[{text.Name(rule)}]" : "", row.Reason, row.State == SanctionState.Active && row.Appeal == AppealState.None ? "" : $"({text[row.StateKey()]})",
    }.Where(part => part.Length > 0));

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}

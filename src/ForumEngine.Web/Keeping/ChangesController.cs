using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Keeping;

/// <summary>Who changed what in a list that administrators keep; each line can be taken back. Whoever may open the list may open this.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Overview), Route("admin/changes/{noun}")]
public sealed class ChangesController(IEnumerable<IKeptHistory> histories) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index(string noun, long? before) =>
        Of(noun) is { } history ? View("Changes", new ChangesView(noun, await history.ReadAsync(before, Cancel))) : Refused(Refusal.NotFound);

    [HttpPost("{id:long}/undo")]
    public async Task<IActionResult> Undo(string noun, long id)
    {
        if (Of(noun) is not { } history) return Refused(Refusal.NotFound);
        if (await history.UndoAsync(Viewer, id, Cancel) is { } refusal) return FormAgain(refusal, "Changes", new ChangesView(noun, await history.ReadAsync(null, Cancel)));
        return SeeOther($"/admin/changes/{noun}");
    }

    private IKeptHistory? Of(string noun) => Viewer.MayOpen(PageOf(noun)) ? histories.FirstOrDefault(h => h.Noun == noun) : null;

    /// <summary>A list whose page has another name and isn't known here is the founders' only.</summary>
    private static AdminPage? PageOf(string noun) => noun switch { "link" => AdminPage.Navigation, "mailtemplate" => AdminPage.Mail, "typeset" => AdminPage.Boards, _ => Enum.TryParse<AdminPage>($"{noun}s", ignoreCase: true, out var page) ? page : null };
}

public sealed record ChangesView(string Noun, KeptPast Past)
{
    /// <summary>Where the list is.</summary>
    public string Home => Noun switch { "link" => "/admin/navigation", "mailtemplate" => "/admin/mail", _ => $"/admin/{Noun}s" };
}

/// <summary>How values of entries are said.</summary>
public static class KeptWords
{
    /// <summary>Properties whose values have names.</summary>
    private static readonly string[] WithWords = ["Place", "Audience", "Colour"];

    /// <summary>What has a word of its own gets it, the rest is shown as it is, cut where it is long.</summary>
    public static string Say(this IStringLocalizer<KeepingText> text, KeptField field, string value) => value switch
    {
        "" => "—",
        "true" => text["On"],
        "false" => text["Off"],
        _ when WithWords.Contains(field.Name) => text[$"Value.{field.Name}.{value}"],
        _ => value.Length > 300 ? value[..300] + "…" : value,
    };
}

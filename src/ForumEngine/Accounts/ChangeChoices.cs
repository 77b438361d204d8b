using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>What members set about themselves. Empty language, zone and theme follow the browser, the site and the system.</summary>
public sealed record Choices(string Language, string TimeZone, string Theme, string Bio, string Location)
{
    public const int BioLength = 300;
    public const int LocationLength = 30;

    public IEnumerable<Refusal> Problems()
    {
        if (Language.Length > 0 && !SiteLanguage.All.Contains(Language)) yield return Refusal.Invalid(nameof(Language), "ChoiceUnknown");
        if (TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) yield return Refusal.Invalid(nameof(TimeZone), "ChoiceUnknown");
        if (Theme is not ("" or "light" or "dark")) yield return Refusal.Invalid(nameof(Theme), "ChoiceUnknown");
        if (Bio.Length > BioLength) yield return Refusal.Invalid(nameof(Bio), "TextTooLong", BioLength);
        if (Location.Length > LocationLength) yield return Refusal.Invalid(nameof(Location), "TextTooLong", LocationLength);
    }
}

/// <summary>Keeps a member's <see cref="Choices"/>; they hold from the next request on.</summary>
public sealed class ChangeChoices(ForumDb db, Viewers viewers, Words.CheckWords words)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, Choices chosen, CancellationToken cancel)
    {
        if (who.MemberId is not { } id) return [Refusal.SignInFirst];
        chosen = chosen with { Bio = Clean(chosen.Bio, lines: true), Location = Clean(chosen.Location, lines: false) };
        if (chosen.Problems().ToList() is { Count: > 0 } problems) return problems;
        var verdict = await words.RunStrictAsync(who, [new(nameof(Choices.Bio), chosen.Bio), new(nameof(Choices.Location), chosen.Location)], cancel);
        if (verdict.Refusal is { } refused) return [refused];
        chosen = chosen with { Bio = verdict.Texts[0], Location = verdict.Texts[1] };
        await db.Members.Where(m => m.Id == id).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.Language, OrNull(chosen.Language)).SetProperty(x => x.TimeZone, OrNull(chosen.TimeZone))
            .SetProperty(x => x.Theme, OrNull(chosen.Theme)).SetProperty(x => x.Bio, chosen.Bio).SetProperty(x => x.Location, chosen.Location), cancel);
        viewers.Forget(id);
        return [];
    }

    private static string? OrNull(string value) => value.Length == 0 ? null : value;

    /// <summary>No control or direction characters, no half characters.</summary>
    private static string Clean(string text, bool lines) => string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes()
        .Where(r => (lines && r.Value == '\n') || !(System.Text.Rune.IsControl(r) || r.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))).Trim();
}

using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>Sets the signature below a member's posts, within the limits of the group (features.md G2).</summary>
public sealed class ChangeSignature(ForumDb db, PostRenderer renderer, Sanctions.LinkBar links, Settings.SettingsSource settings, Words.CheckWords words)
{
    /// <summary>Lines that are typed; more would be cut off where it is shown.</summary>
    public const int MostLines = 10;

    public async Task<Refusal?> RunAsync(Viewer who, string? typed, CancellationToken cancel)
    {
        if (who.MemberId is not { } member) return Refusal.SignInFirst;
        if (who.WritingBarredBy([]) is { } sanction) return Sanctions.SanctionRefusals.Refusal(sanction, who.Zone);
        var text = PostText.CleanBody(typed);
        var most = who.Level(GroupRight.SignatureLength);
        if (text.Length > 0 && most == 0) return Refusal.Invalid("Signature", "NoSignatureRight");
        // Anything this long is too long however it is counted.
        if (text.Length > most * 20 + 2000 || PostMarkup.VisibleLength(text) > most) return Refusal.Invalid("Signature", "SignatureTooLong", most);
        if (text.Count(c => c == '\n') >= MostLines) return Refusal.Invalid("Signature", "SignatureTooManyLines", MostLines);
        if (await links.WhyNotAsync(who, [], text, "Signature", cancel) is { } barred) return barred;
        var verdict = await words.RunStrictAsync(who, [new("Signature", text, HasMarkup: true)], cancel);
        if (verdict.Refusal is { } refused) return refused;
        text = verdict.Texts[0];
        var shown = await renderer.RenderSignatureAsync(text, cancel);
        if (Flood.NewMember.WhyNotSignature(who, shown.Html, (await settings.CurrentAsync(cancel)).Flood) is { } tooNew) return tooNew;
        if (!who.Has(GroupRight.SignatureImages) && shown.Html.Contains("<img", StringComparison.Ordinal)) return Refusal.Invalid("Signature", "NoSignatureImages");
        await db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.Signature, text).SetProperty(x => x.SignatureHtml, shown.Html).SetProperty(x => x.SignatureVersion, shown.Version), cancel);
        return null;
    }
}

using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Settings;

namespace ForumEngine.Posts;

/// <summary>Renders what is being written, without keeping it. A text too long to be sent is not rendered either: it would only cost time.</summary>
public sealed class PreviewPost(SettingsSource settings)
{
    public async Task<Outcome<string>> RunAsync(string? typed, CancellationToken cancel)
    {
        var body = PostText.CleanBody(typed);
        if (PostRules.WhyNotBody(body, (await settings.CurrentAsync(cancel)).Posting) is { Code: "BodyTooLong" } wrong) return wrong;
        return PostMarkup.ToHtml(body);
    }
}

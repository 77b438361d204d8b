using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Settings;

namespace ForumEngine.Posts;

/// <summary>Renders what is being written, without keeping it. A text too long to be sent is not rendered either: it would only cost time.</summary>
public sealed class PreviewPost(SettingsSource settings, PostRenderer renderer, HideTexts texts)
{
    public async Task<Outcome<string>> RunAsync(string? typed, CancellationToken cancel, PostOptions options = PostOptions.None)
    {
        var body = PostText.CleanBody(typed);
        if (PostRules.WhyNotBody(body, (await settings.CurrentAsync(cancel)).Posting) is { Code: "BodyTooLong" } wrong) return wrong;
        var shown = await renderer.RenderAsync(body, options, cancel);
        return PostMarkup.Resolve(shown.Html, shown.Hidden, new ReaderFacts { SeesHidden = true, Withheld = texts.Withheld, Shown = texts.Shown });
    }
}

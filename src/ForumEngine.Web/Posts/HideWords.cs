using ForumEngine.Posts;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Posts;

/// <summary>The words around hidden parts, in the reader's language.</summary>
public static class HideWords
{
    public static HideTexts Of(IStringLocalizer<WritingText> text) => new(
        need => text[need switch
        {
            { Password: true } => "HiddenForAll",
            { Reply: true, Credits: > 0 } => "HiddenUntilReplyAndCredits",
            { Credits: > 0 } => "HiddenUntilCredits",
            _ => "HiddenUntilReply",
        }, need.Credits],
        need => text[need.Credits > 0 ? "ShownCredits" : "ShownReply", need.Credits]);
}

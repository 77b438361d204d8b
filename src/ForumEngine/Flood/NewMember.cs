using ForumEngine.Permissions;
using ForumEngine.Settings;

namespace ForumEngine.Flood;

/// <summary>What is asked of new members alone (features.md B9). Pure.</summary>
public static class NewMember
{
    /// <summary>Days and posts both count: an account that lay idle is as new as one made today.</summary>
    public static bool Is(Viewer who, FloodSection rules) =>
        !who.SkipsWaiting && (who.Now < who.JoinedAt.AddDays(rules.NewMemberDays) || who.Posts < rules.NewMemberPosts);

    /// <summary>
    /// Links and pictures in a rendered text. <paramref name="html"/> is the markup library's, whose links to other sites alone are
    /// absolute. An edit may leave as many as stood in <paramref name="before"/>.
    /// </summary>
    public static Refusal? WhyNotText(Viewer who, string html, FloodSection rules, string before = "")
    {
        if (!Is(who, rules)) return null;
        if (rules.NewMemberLinks >= 0 && Links(html) > Math.Max(rules.NewMemberLinks, Links(before))) return Refusal.Invalid("Body", "NewMemberLinks", rules.NewMemberLinks);
        return rules.NewMemberImages >= 0 && Images(html) > Math.Max(rules.NewMemberImages, Images(before)) ? Refusal.Invalid("Body", "NewMemberImages", rules.NewMemberImages) : null;
    }

    /// <summary>Of a signature.</summary>
    public static Refusal? WhyNotSignature(Viewer who, string html, FloodSection rules) =>
        !rules.NewMemberSignatureLinks && Is(who, rules) && Links(html) > 0 ? Refusal.Invalid("Signature", "NewMemberSignatureLinks") : null;

    public static int Links(string html) => Count(html, "href=\"http");

    public static int Images(string html) => Count(html, "<img ");

    private static int Count(string html, string what)
    {
        var count = 0;
        for (var at = html.IndexOf(what, StringComparison.Ordinal); at >= 0; at = html.IndexOf(what, at + what.Length, StringComparison.Ordinal)) count++;
        return count;
    }
}

using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;

namespace ForumEngine.Drafts;

/// <summary>What may be kept as a draft: more than may be posted, so that a text that is too long is not lost while it is cut.</summary>
public static class DraftRules
{
    /// <summary>Drafts of one member; scheduled ones count.</summary>
    public const int MostPerMember = 100;

    /// <summary>UTF-16 units that the form's other fields take as JSON.</summary>
    public const int MostFields = 20_000;

    private const int MostTitle = 255;

    /// <summary>Twice what may be posted, in UTF-16 units of characters as people see them.</summary>
    public static Refusal? WhyNot(DraftText typed, PostingSection rules)
    {
        if (DraftKey.Read(typed.Key) is null) return Refusal.NotFound;
        if ((typed.Body ?? "").Length > rules.MaxCharacters * 8) return Refusal.Invalid("Body", "DraftTooLong", rules.MaxCharacters);
        return (typed.Fields ?? "").Length > MostFields ? Refusal.Invalid("Fields", "DraftTooLong", MostFields) : null;
    }

    public static string Title(string? title)
    {
        var clean = PostText.CleanTitle(title);
        return clean.Length <= MostTitle ? clean : clean[..MostTitle];
    }
}

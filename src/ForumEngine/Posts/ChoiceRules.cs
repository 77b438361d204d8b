using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Posts;

/// <summary>What a form may offer; <paramref name="ReadLevel"/> is the highest that may be set, 0 none.</summary>
public sealed record ChoicesOffered(bool OfThread, bool Anonymous, int ReadLevel);

/// <summary>Which options a member has where. Pure: the forms show by it what the use cases accept.</summary>
public static class ChoiceRules
{
    public static ChoicesOffered Offered(Viewer viewer, BoardNode board, bool ofThread) => new(
        ofThread, board.AllowsAnonymous || viewer.Has(GroupRight.PostAnonymously),
        ofThread && viewer.Has(GroupRight.SetReadPermission) ? viewer.Level(GroupRight.ReadLevel) : 0);

    /// <summary><paramref name="levelBefore"/> may stay whoever edits.</summary>
    public static Refusal? WhyNot(Viewer viewer, BoardNode board, PostChoices choices, bool ofThread, int levelBefore = 0)
    {
        var offered = Offered(viewer, board, ofThread);
        if (choices.Anonymous == true && !offered.Anonymous) return Refusal.Invalid("Anonymous", "NoAnonymousHere");
        if (!ofThread || choices.ReadLevel is not { } level || level == levelBefore || level == 0) return null;
        return level < 0 || level > offered.ReadLevel ? Refusal.Invalid("ReadLevel", "ReadLevelTooHigh", offered.ReadLevel) : null;
    }
}

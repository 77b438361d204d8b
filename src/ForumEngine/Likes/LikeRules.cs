using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;

namespace ForumEngine.Likes;

/// <summary>Who may support a post that they read (features.md A5). Pure.</summary>
public static class LikeRules
{
    public static Refusal? WhyNot(Viewer viewer, BoardNode board, int? authorId)
    {
        if (viewer.IsGuest) return Refusal.SignInFirst;
        if (viewer.Is(authorId)) return Refusal.Forbidden("LikeOwn");
        if (viewer.WritingBarredBy(board.PathIds) is { } sanction) return sanction.Refusal(viewer.Zone);
        return viewer.Has(GroupRight.Like) ? null : Refusal.Forbidden("NoLikeRight");
    }
}

using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Threads;

namespace ForumEngine.Posts;

/// <summary>What rules need to know of a post and its thread.</summary>
public sealed record PostFacts(long Id, int Floor, int? AuthorId, Rank AuthorRank, ContentState State, DateTime CreatedAt)
{
    /// <summary>屏蔽: its text is for staff only.</summary>
    public bool IsBlocked { get; init; }
}

/// <summary>Pure rules for writing and changing posts (features.md A3).</summary>
public static class PostRules
{
    public static Refusal? WhyNotBody(string body, PostingSection rules)
    {
        if (body.Length == 0) return Refusal.Invalid("Body", "BodyMissing");
        // Anything this long is too long however it is counted; counting it would only cost time.
        if (body.Length > rules.MaxCharacters * 8) return Refusal.Invalid("Body", "BodyTooLong", rules.MaxCharacters, body.Length);
        var length = PostMarkup.VisibleLength(body);
        if (length < rules.MinCharacters) return Refusal.Invalid("Body", "BodyTooShort", rules.MinCharacters);
        return length > rules.MaxCharacters ? Refusal.Invalid("Body", "BodyTooLong", rules.MaxCharacters, length) : null;
    }

    /// <summary>[hide] is for groups that may; who edits may leave what stood there before.</summary>
    public static Refusal? WhyNotHide(Viewer viewer, string body, string before = "") =>
        viewer.Has(GroupRight.UseHide) || !PostMarkup.HasHide(body) || PostMarkup.HasHide(before) ? null : Refusal.Invalid("Body", "NoHideRight");

    public static Refusal? WhyNotTitle(string title)
    {
        if (title.Length == 0) return Refusal.Invalid("Title", "TitleMissing");
        var length = PostText.VisibleLength(title);
        return length > Thread.TitleLength || title.Length > 255 ? Refusal.Invalid("Title", "TitleTooLong", Thread.TitleLength, length) : null;
    }

    /// <summary>Type 0 or null is none.</summary>
    public static Refusal? WhyNotType(Viewer viewer, BoardNode board, int? typeId)
    {
        if (typeId is null or 0)
            return board.TypeRequired && board.Types.Length > 0 ? Refusal.Invalid("TypeId", "TypeMissing") : null;
        var type = board.Types.FirstOrDefault(t => t.Id == typeId);
        return type is null || (type.StaffOnly && !viewer.IsStaff(board)) ? Refusal.Invalid("TypeId", "TypeUnknown") : null;
    }

    /// <summary>Members wait a little after registering (features.md A3: newbiespan).</summary>
    public static Refusal? WhyNotYet(Viewer viewer, PostingSection rules)
    {
        if (viewer.SkipsWaiting) return null;
        var wait = viewer.JoinedAt.AddMinutes(rules.NewMemberWaitMinutes) - viewer.Now;
        return wait > TimeSpan.Zero ? Refusal.TooSoon(wait) with { Code = "NewMemberWait" } : null;
    }

    /// <summary>Authors within their group's time, staff with the right for members below their rank.</summary>
    public static Refusal? WhyNotEdit(Viewer viewer, BoardNode board, ThreadFacts thread, PostFacts post)
    {
        if (viewer.IsGuest) return Refusal.SignInFirst;
        if (post.State == ContentState.Recycled || thread.State == ContentState.Recycled) return Refusal.Forbidden("PostDeleted");
        if (post.IsBlocked && !viewer.IsStaff(board)) return Refusal.Forbidden("PostBlocked");
        if (post.AuthorId != viewer.MemberId || post.AuthorId is null) return WhyNotEditOthers(viewer, board, post);
        if (viewer.WritingBarredBy(board.PathIds) is { } sanction) return sanction.Refusal(viewer.Zone);
        if (board.IsArchived) return Refusal.Forbidden("BoardArchived");
        if (viewer.May(StaffRight.EditPosts, board)) return null;
        if (!board.AuthorsEdit) return Refusal.Forbidden("AuthorsDontEdit");
        if (thread.IsClosed) return Refusal.Forbidden("ThreadClosed");
        var minutes = viewer.Level(GroupRight.EditOwnMinutes);
        return minutes > 0 && viewer.Now > post.CreatedAt.AddMinutes(minutes) ? Refusal.Forbidden("EditTimeOver", minutes) : null;
    }

    public static Refusal? WhyNotDeleteOwn(Viewer viewer, BoardNode board, ThreadFacts thread, PostFacts post)
    {
        if (post.AuthorId is null || post.AuthorId != viewer.MemberId) return Refusal.Forbidden("NotYours");
        if (!viewer.Has(GroupRight.DeleteOwn)) return Refusal.Forbidden("NoDeleteOwn");
        return WhyNotEdit(viewer, board, thread, post);
    }

    private static Refusal? WhyNotEditOthers(Viewer viewer, BoardNode board, PostFacts post)
    {
        if (!viewer.May(StaffRight.EditPosts, board)) return Refusal.Forbidden("NotYours");
        return viewer.Rank > post.AuthorRank ? null : Refusal.Forbidden("EqualRank");
    }
}

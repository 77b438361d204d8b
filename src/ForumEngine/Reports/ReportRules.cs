using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;

namespace ForumEngine.Reports;

/// <summary>Who may report what, and who decides. Pure.</summary>
public static class ReportRules
{
    /// <summary>Whoever may read a post may report it, muted or not; nobody their own.</summary>
    public static Refusal? WhyNotReport(Viewer who, Post post)
    {
        if (post.State != ContentState.Published) return Refusal.NotFound;
        if (who.IsGuest) return Refusal.SignInFirst;
        return who.Is(post.AuthorId) ? Refusal.Forbidden("NotYourOwnPost") : null;
    }

    /// <summary>The fields: a category that is offered; and words where it says nothing.</summary>
    public static IEnumerable<Refusal> Problems(CaseCategory? category, string message)
    {
        if (category is null or { IsRetired: true }) yield return Refusal.Invalid("Category", "ReportCategoryMissing");
        if (category is { NeedsWords: true } && message.Length == 0) yield return Refusal.Invalid("Message", "ReportMessageMissing");
        if (message.Length > Report.MessageLength) yield return Refusal.Invalid("Message", "TextTooLong", Report.MessageLength);
    }

    public static bool Handles(Viewer who, BoardNode board) => who.May(StaffRight.HandleReports, board);

    /// <summary>Nobody decides on a report of their own post or profile; what is closed stays as it is.</summary>
    public static Refusal? WhyNotClose(Viewer who, CaseOnDesk on) =>
        who.Is(on.Post?.AuthorId ?? on.Case.MemberId) ? Refusal.Forbidden("NotOnYourself")
        : on.Case.ClosedAt is not null ? new Refusal(RefusalKind.Conflict, "AlreadyDone") : null;
}

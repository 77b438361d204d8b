using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Threads;

namespace ForumEngine.Polls;

/// <summary>Who may make, answer and change a poll, and what it may look like (features.md A4, G6). Pure.</summary>
public static class PollRules
{
    /// <summary>One line each, without the blank ones.</summary>
    public static PollDraft? Clean(PollDraft? draft) => draft is null ? null : draft with
    {
        Options = [.. draft.Options.Select(o => o with { Text = PostText.CleanTitle(o.Text) }).Where(o => o.Text!.Length > 0 || o.AttachmentId is not null)],
    };

    /// <summary>Takes a clean draft; the fields are those of the new thread's form.</summary>
    public static Refusal? WhyNotDraft(Viewer who, PollDraft? draft)
    {
        if (draft is null) return null;
        if (!who.Has(GroupRight.PostPolls)) return Refusal.Forbidden("NoPollRight");
        if (draft.Options.Count < Poll.MinOptions) return Refusal.Invalid("PollOptions", "PollTooFew", Poll.MinOptions);
        if (WhyNotOptions([.. draft.Options.Select(o => o.Text ?? "")]) is { } wrong) return wrong;
        if (draft.MaxChoices < 1 || draft.MaxChoices > draft.Options.Count)
            return Refusal.Invalid("PollMaxChoices", "PollMaxChoices", draft.Options.Count);
        return draft.Days is < 0 or > PollDraft.MaxDays ? Refusal.Invalid("PollDays", "PollDays", PollDraft.MaxDays) : null;
    }

    public static Refusal? WhyNotHere(BoardNode board, PollDraft? draft) => draft is null || board.AllowsPolls ? null : Refusal.Forbidden("NoPollsHere");

    /// <summary>Clean texts of all options of a poll together.</summary>
    public static Refusal? WhyNotOptions(IReadOnlyList<string> texts)
    {
        if (texts.Count > Poll.MaxOptions) return Refusal.Invalid("PollOptions", "PollTooMany", Poll.MaxOptions);
        if (texts.Any(t => t.Length == 0)) return Refusal.Invalid("PollOptions", "PollOptionMissing");
        if (texts.FirstOrDefault(t => t.Length > 255 || PostText.VisibleLength(t) > PollOption.TextLength) is { } longOne)
            return Refusal.Invalid("PollOptions", "PollOptionTooLong", PollOption.TextLength, PostText.VisibleLength(longOne));
        var same = texts.GroupBy(t => t, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return same is null ? null : Refusal.Invalid("PollOptions", "PollOptionTwice", same.Key);
    }

    /// <summary>Voting is taking part: whoever may reply may vote, once, until the end; in a closed thread not even staff.</summary>
    public static Refusal? WhyNotVote(Viewer who, BoardNode? board, ThreadFacts thread, DateTime? endsAt, bool hasVoted)
    {
        if (ThreadRules.WhyNotReply(who, board, thread) is { } refused) return refused;
        if (thread.IsClosed) return Refusal.Forbidden("ThreadClosed");
        if (hasVoted) return new Refusal(RefusalKind.Conflict, "PollVoted");
        return HasEnded(endsAt, who.Now) ? Refusal.Forbidden("PollEnded") : null;
    }

    /// <summary>Takes distinct choices.</summary>
    public static Refusal? WhyNotChoose(int choices, int maxChoices)
    {
        if (choices == 0) return Refusal.Invalid("Choices", "PollChooseOne");
        return choices > maxChoices ? Refusal.Invalid("Choices", "PollChooseFewer", maxChoices) : null;
    }

    public static bool HasEnded(DateTime? endsAt, DateTime now) => endsAt is { } end && end <= now;

    /// <summary>To all where the author wants it so; else to who voted, to the author and staff, and to all after the end.</summary>
    public static bool ShowsResults(Viewer who, BoardNode board, ThreadFacts thread, bool afterVote, DateTime? endsAt, bool hasVoted) =>
        !afterVote || hasVoted || HasEnded(endsAt, who.Now) || who.Is(thread.AuthorId) || who.IsStaff(board);

    /// <summary>The author adds and orders options and ends the poll, for as long as it runs; staff who may edit their posts too.</summary>
    public static Refusal? WhyNotChange(Viewer who, BoardNode? board, ThreadFacts thread, Rank authorRank, DateTime? endsAt)
    {
        if (ThreadRules.WhyNotRead(who, board, thread) is { } unreadable) return unreadable;
        if (who.IsGuest) return Refusal.SignInFirst;
        if (thread.State == ContentState.Recycled) return Refusal.Forbidden("ThreadDeleted");
        if (MayReword(who, board!, thread, authorRank)) return null;
        if (!who.Is(thread.AuthorId)) return Refusal.Forbidden("NotYours");
        if (who.WritingBarredBy(board!.PathIds) is { } sanction) return sanction.Refusal(who.Zone);
        if (thread.IsClosed) return Refusal.Forbidden("ThreadClosed");
        return HasEnded(endsAt, who.Now) ? Refusal.Forbidden("PollEnded") : null;
    }

    /// <summary>Votes were given to the words that stood there: only staff change them.</summary>
    public static bool MayReword(Viewer who, BoardNode board, ThreadFacts thread, Rank authorRank) =>
        who.May(StaffRight.EditPosts, board) && who.OverContentOf(thread.AuthorId, authorRank) is null;
}

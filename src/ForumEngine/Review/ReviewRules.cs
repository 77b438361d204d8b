using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Words;

namespace ForumEngine.Review;

/// <summary>What somebody has written, as far as the decision asks.</summary>
public sealed record ReviewCase
{
    public required Viewer Who { get; init; }
    public required BoardNode Board { get; init; }

    /// <summary>A thread with its first post; else a reply.</summary>
    public bool IsThread { get; init; }

    /// <summary>A change of what is published.</summary>
    public bool IsEdit { get; init; }

    /// <summary>Posts that the author has published.</summary>
    public int Posts { get; init; }

    /// <summary>A link to a site that isn't trusted.</summary>
    public bool HasLink { get; init; }

    public bool HasImage { get; init; }

    /// <summary>What the word filter found.</summary>
    public IReadOnlyList<WordFound> Found { get; init; } = [];

    /// <summary>The site's, for times of the day.</summary>
    public required TimeZoneInfo Zone { get; init; }
}

/// <summary>Whether a text waits for review. Pure: publication and dry runs ask the same.</summary>
public static class ReviewRules
{
    /// <summary>Null: it is published at once.</summary>
    public static Hold? Decide(ReviewCase written, IEnumerable<ReviewPolicy> policies)
    {
        var reasons = IsUnderReview(written.Who, written.Board) ? HoldReasons.Member : HoldReasons.None;
        // Who decides on others' posts needs nobody to decide on theirs, unless a sanction says so.
        if (reasons == HoldReasons.None && Decides(written.Who, written.Board)) return null;
        if (written.Found.Any(f => f.Action == WordAction.Review)) reasons |= HoldReasons.Words;
        if (written.HasLink && LinkRules.Of(written.Who) == LinkRight.Review) reasons |= HoldReasons.Links;
        List<string> names = Skips(written) ? [] : [.. policies.Where(p => p.IsOn && Matches(p, written)).Select(p => p.Name)];
        if (!Skips(written) && !written.IsEdit && (written.Board.Review == BoardReview.All || (written.IsThread && written.Board.Review == BoardReview.Threads))) names.Add(written.Board.Name);
        if (names.Count > 0) reasons |= HoldReasons.Policy;
        return reasons == HoldReasons.None ? null : new Hold(reasons, names, written.Found);
    }

    public static bool Decides(Viewer who, BoardNode board) => who.May(StaffRight.ReviewPosts, board);

    public static bool IsUnderReview(Viewer who, BoardNode board) =>
        who.ReviewedBy(board.PathIds) is not null;

    /// <summary>By the group: 1 replies, 2 threads, 3 all; of policies only.</summary>
    public static bool Skips(ReviewCase written) => written.Who.IsAdministrator || written.Who.Level(GroupRight.SkipReview) switch
    {
        <= 0 => false,
        1 => !written.IsThread,
        2 => written.IsThread,
        _ => true,
    };

    /// <summary>Everything the policy names is so.</summary>
    public static bool Matches(ReviewPolicy policy, ReviewCase written) =>
        (written.IsThread ? policy.OnThreads : policy.OnReplies)
        && (!written.IsEdit || policy.OnEdits)
        && HoldsIn(policy.Boards, written.Board)
        && HoldsFor(policy.Groups, written.Who)
        && HoldsAt(policy, written.Who.Now, written.Zone)
        && IsNew(policy, written)
        && (!policy.HasLink || written.HasLink)
        && (!policy.HasImage || written.HasImage)
        && (policy.WordCategory is not { } category || written.Found.Any(f => category == "*" || f.Category == category));

    private static bool HoldsIn(string boards, BoardNode board) => boards.Length == 0 || WordBoards.Read(boards).Any(b => board.PathIds.Contains(b));

    private static bool HoldsFor(string groups, Viewer who) => groups.Length == 0 || WordBoards.Read(groups).Any(g => who.GroupIds.Contains(g));

    /// <summary>The first minute is in, the last is not.</summary>
    private static bool HoldsAt(ReviewPolicy policy, DateTime now, TimeZoneInfo zone)
    {
        if (policy.FromMinute is not { } from || policy.ToMinute is not { } to || from == to) return true;
        var minute = (int)TimeZoneInfo.ConvertTimeFromUtc(now, zone).TimeOfDay.TotalMinutes;
        return from < to ? minute >= from && minute < to : minute >= from || minute < to;
    }

    private static bool IsNew(ReviewPolicy policy, ReviewCase written)
    {
        if (policy.NewDays is null && policy.NewPosts is null) return true;
        return (policy.NewDays is { } days && written.Who.JoinedAt.AddDays(days) > written.Who.Now) || (policy.NewPosts is { } posts && written.Posts < posts);
    }

    /// <summary>"22:30" is 1350; null when it is no time of the day.</summary>
    public static int? Minute(string? typed) =>
        TimeOnly.TryParseExact((typed ?? "").Trim(), ["H:mm", "HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.Hour * 60 + time.Minute : null;
}

/// <summary>What the group may do with links (architecture.md, Rights): the numbers of <see cref="GroupRight.PostLinks"/>.</summary>
public enum LinkRight
{
    No = 0, Review = 1, Text = 2, Yes = 3,
}

public static class LinkRules
{
    public static LinkRight Of(Viewer who) => who.IsAdministrator ? LinkRight.Yes : (LinkRight)Math.Clamp(who.Level(GroupRight.PostLinks), 0, 3);

    /// <summary>The host or one above it is on the site's list.</summary>
    public static bool IsTrusted(string address, IReadOnlyList<string> hosts) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && hosts.Any(h => uri.Host.Equals(h, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith($".{h}", StringComparison.OrdinalIgnoreCase));
}

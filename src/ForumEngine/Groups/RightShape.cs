using ForumEngine.Permissions;

namespace ForumEngine.Groups;

/// <summary>The number behind a right: 0 or 1, a level, or an amount up to <paramref name="Most"/>.</summary>
public sealed record RightShape(string Name, RightFamily Family, int Most)
{
    public bool IsFlag => Most == 1;

    /// <summary>Every right that a group can have, in the order of the form.</summary>
    public static IReadOnlyList<RightShape> All { get; } =
    [
        .. Enum.GetValues<BoardRight>().Select(r => new RightShape(r.ToString(), RightFamily.Board, 1)),
        // What files a group may upload is a list of its own; ratings come with credits.
        .. Enum.GetValues<GroupRight>().Where(r => r is not (GroupRight.FileTypes or GroupRight.RateLimits)).Select(r => new RightShape(r.ToString(), RightFamily.Group, MostOf(r))),
        .. Enum.GetValues<StaffRight>().Select(r => new RightShape(r.ToString(), RightFamily.Staff, r is StaffRight.StickLevel or StaffRight.DigestLevel or StaffRight.ReasonRule ? 3 : 1)),
    ];

    private static int MostOf(GroupRight right) => right switch
    {
        GroupRight.Visit => 2,
        GroupRight.PostLinks or GroupRight.SkipReview or GroupRight.Comment => 3,
        GroupRight.MentionLimit or GroupRight.Invitations => 100,
        GroupRight.TagLimit => 20,
        GroupRight.ReadLevel => 255,
        GroupRight.EditOwnMinutes => 5_256_000,
        GroupRight.PostsPerHour or GroupRight.ThreadsPerHour => 10_000,
        GroupRight.SignatureLength => 1000,
        GroupRight.UploadBytes => 1_000_000_000,
        GroupRight.UploadPerDay => int.MaxValue,
        _ => 1,
    };
}

/// <summary>Where a right holds.</summary>
public enum RightFamily
{
    Board, Group, Staff,
}

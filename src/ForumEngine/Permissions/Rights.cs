namespace ForumEngine.Permissions;

/// <summary>What a group may do in a board; decided board by board (<see cref="BoardAccess"/>).</summary>
public enum BoardRight
{
    View = 1,
    PostThread = 2,
    Reply = 3,
    ViewImages = 4,
    DownloadFiles = 5,
    UploadImages = 6,
    UploadFiles = 7,
}

/// <summary>
/// What a group may do anywhere. Stored by name with a whole number: 0/1, a limit or a level.
/// A member of several groups has the highest value of each.
/// </summary>
public enum GroupRight
{
    Visit, Search, SearchFullText, SendMessages, MentionLimit, TagLimit, UseHide, PostAnonymously, SetReadPermission,
    ReadLevel, SchedulePosts, PostPolls, PostSpecial, PostLinks, SkipReview, SkipFlood, EditOwnMinutes, DeleteOwn, Like,
    Comment, RateLimits, PostsPerHour, ThreadsPerHour, SignatureLength, SignatureImages, CustomTitle, Invisible, UploadBytes, UploadPerDay, FileTypes,
    IgnoreWords,

    /// <summary>Invitations that a member may make in thirty days.</summary>
    Invitations,
}

/// <summary>What a group's staff may do: site-wide for administrators and super moderators, in their boards for moderators.</summary>
public enum StaffRight
{
    EditPosts, DeletePosts, RestorePosts, PurgePosts, ReviewPosts, BlockPosts, WarnMembers, StickLevel, DigestLevel,
    Highlight, Bump, OpenClose, Move, Copy, Merge, Split, SetType, Stamp, PinReplies, HandleReports, MuteMembers,
    BlockMembers, BanAddresses, EditMembers, ApproveMembers, SeeAddresses, Announce, EditBoardRules, MassClean, SeeLogs,
    ManageTags,

    /// <summary>What acts ask of these groups: 0 nothing, 1 a reason, 2 a notice to the author, 3 both (features.md B0, reasonpm).</summary>
    ReasonRule,
}

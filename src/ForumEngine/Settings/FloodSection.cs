using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>
/// What keeps floods and spam out of the boards (docs/antispam.md). Staff, and groups that may skip the flood limit, are exempt
/// from all of it; 0 switches a limit off.
/// </summary>
public sealed class FloodSection
{
    /// <summary>Posts of one member in any hour; a group's own right PostsPerHour wins.</summary>
    [Range(0, 10000)]
    public int PostsPerHour { get; set; } = 120;

    /// <summary>Threads of one member in any hour; a group's own right ThreadsPerHour wins.</summary>
    [Range(0, 10000)]
    public int ThreadsPerHour { get; set; } = 30;

    /// <summary>Members are new for so many days after registering …</summary>
    [Range(0, 3650)]
    public int NewMemberDays { get; set; } = 2;

    /// <summary>… and until they have written so many posts.</summary>
    [Range(0, 1000)]
    public int NewMemberPosts { get; set; } = 3;

    /// <summary>Links to other sites in one post of a new member; -1 is no limit.</summary>
    [Range(-1, 1000)]
    public int NewMemberLinks { get; set; } = 3;

    /// <summary>Pictures in one post of a new member; -1 is no limit.</summary>
    [Range(-1, 1000)]
    public int NewMemberImages { get; set; } = 10;

    /// <summary>New members may put links into their signature.</summary>
    public bool NewMemberSignatureLinks { get; set; }

    /// <summary>Hours in which the same text isn't taken twice.</summary>
    [Range(0, 720)]
    public int DuplicateHours { get; set; } = 24;

    /// <summary>Shorter texts may be repeated: "thanks" is no spam. Letters and digits only are counted.</summary>
    [Range(4, 1000)]
    public int DuplicateCharacters { get; set; } = 20;

    /// <summary>A text that so many other new members have posted is refused to the next.</summary>
    [Range(1, 100)]
    public int DuplicateMembers { get; set; } = 2;

    /// <summary>Such a text waits for review instead.</summary>
    public bool DuplicatesToReview { get; set; }
}

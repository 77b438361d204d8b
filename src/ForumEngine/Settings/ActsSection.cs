using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>What staff do to threads and posts, and the recycle bin.</summary>
public sealed class ActsSection
{
    /// <summary>Everybody reads the reasons in a thread's record; else staff only.</summary>
    public bool ReasonsArePublic { get; set; }

    /// <summary>Replies that may be pinned in a thread.</summary>
    [Range(0, 10)]
    public int PinnedReplies { get; set; } = 3;

    /// <summary>Days after which what is in the recycle bin is purged; 0 is never.</summary>
    [Range(0, 3650)]
    public int BinDays { get; set; }
}

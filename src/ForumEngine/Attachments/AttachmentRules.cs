using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Threads;

namespace ForumEngine.Attachments;

/// <summary>What rules need to know of a file.</summary>
public sealed record FileFacts(int? MemberId, bool IsImage, int ReadLevel);

/// <summary>Pure rules for uploading and reading files (features.md A3, Attachments; C4).</summary>
public static class AttachmentRules
{
    /// <summary>More than any group may: what the server takes at all, in bytes.</summary>
    public const long HardLimit = 64 * 1024 * 1024;

    /// <summary>Uploads of one member that no post has taken yet.</summary>
    public const int MostUnused = 100;

    public static Refusal? WhyNotUpload(Viewer viewer, BoardNode board, bool isImage)
    {
        if (!viewer.May(BoardRight.View, board)) return Refusal.NotFound;
        if (viewer.IsGuest) return Refusal.SignInFirst;
        if (viewer.May(isImage ? BoardRight.UploadImages : BoardRight.UploadFiles, board)) return null;
        if (viewer.WritingBarredBy(board.PathIds) is { } sanction) return sanction.Refusal(viewer.Zone);
        return Refusal.Forbidden(isImage ? "NoImageRight" : "NoFileRight");
    }

    /// <summary>In bytes; 0: nothing may be uploaded.</summary>
    public static long MostBytes(Viewer viewer) => Math.Min(HardLimit, viewer.Level(GroupRight.UploadBytes));

    /// <summary>In bytes; 0: no limit (features.md C4: maxsizeperday).</summary>
    public static long PerDay(Viewer viewer) => viewer.Level(GroupRight.UploadPerDay);

    /// <summary>
    /// Of a file on a post that the viewer may read; null: they may have it. Its uploader and the board's staff are past the
    /// reading level, not past the board's own rights.
    /// </summary>
    public static Refusal? WhyNotRead(Viewer viewer, BoardNode board, FileFacts file)
    {
        var own = viewer.Is(file.MemberId);
        if (!own && !viewer.May(file.IsImage ? BoardRight.ViewImages : BoardRight.DownloadFiles, board))
            return viewer.IsGuest ? Refusal.SignInFirst : Refusal.Forbidden(file.IsImage ? "NoViewImages" : "NoDownload");
        if (file.ReadLevel > viewer.Level(GroupRight.ReadLevel) && !own && !viewer.IsStaff(board)) return Refusal.Forbidden("FileReadLevel", file.ReadLevel);
        return null;
    }

    /// <summary>Of the post it hangs on; the same as the thread's page does.</summary>
    public static Refusal? WhyNotReadPost(Viewer viewer, BoardNode? board, ThreadFacts thread, ContentState state, int floor, int? authorId)
    {
        if (ThreadRules.WhyNotRead(viewer, board, thread) is { } unreadable) return unreadable;
        if (!ReplyVisibility.Sees(viewer, board!, thread, floor, authorId)) return Refusal.NotFound;
        if (state == ContentState.Published || ThreadStaffRules.SeesDeleted(viewer, board!)) return null;
        return state == ContentState.Hidden && viewer.Is(authorId) ? null : Refusal.NotFound;
    }

    /// <summary>Description and reading level: the uploader, and staff who may edit the post.</summary>
    public static int HighestReadLevel(Viewer viewer) => viewer.Has(GroupRight.SetReadPermission) ? viewer.Level(GroupRight.ReadLevel) : 0;
}

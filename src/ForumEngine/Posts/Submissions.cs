using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>
/// One form yields one post: the look-up comes before flood and word checks, so that a second submit is answered with the
/// first's post; the unique key (author, submission) is the guarantee.
/// </summary>
internal static class Submissions
{
    public static async Task<PostPlace?> FindAsync(ForumDb db, int authorId, Guid? submissionId, CancellationToken cancel)
    {
        if (submissionId is null) return null;
        return await db.Posts.Where(p => p.AuthorId == authorId && p.SubmissionId == submissionId).Select(p => new PostPlace(p.ThreadId, p.Id, p.Floor)).FirstOrDefaultAsync(cancel)
            ?? await db.PendingPosts.Where(p => p.AuthorId == authorId && p.SubmissionId == submissionId).Select(p => PostPlace.Pending(p.Id)).FirstOrDefaultAsync(cancel);
    }
}

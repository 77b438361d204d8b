using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;

namespace ForumEngine.Posts;

/// <summary>A reply was written: whom it concerns is told from the outbox.</summary>
public sealed record PostWritten(long ThreadId, long PostId, int Floor, int? AuthorId, string AuthorName, long? QuotedPostId)
{
    public const string Kind = "post.written";

    public static void Announce(ForumDb db, Viewer author, long threadId, long postId, int floor, long? quoted) =>
        Outbox.Add(db, Kind, new PostWritten(threadId, postId, floor, author.MemberId, author.Name, quoted), author.Now);
}

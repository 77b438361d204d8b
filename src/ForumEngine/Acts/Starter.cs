using ForumEngine.Posts;

namespace ForumEngine.Acts;

/// <summary>What a thread has of its first post, and how it is read: what merging changes and undoing gives back.</summary>
internal sealed record Starter(int? AuthorId, string AuthorName, bool IsAnonymous, DateTime CreatedAt, int ReadLevel, bool HidesReplies, int Views)
{
    public static Starter Of(Thread t) => new(t.AuthorId, t.AuthorName, t.IsAnonymous, t.CreatedAt, t.ReadLevel, t.HidesReplies, t.Views);

    public static Starter Of(Post first, Thread t) =>
        new(first.AuthorId, first.AuthorName, first.IsAnonymous, first.CreatedAt, t.ReadLevel, t.HidesReplies, t.Views);

    public void Onto(Thread t) => (t.AuthorId, t.AuthorName, t.IsAnonymous, t.CreatedAt, t.ReadLevel, t.HidesReplies, t.Views) =
        (AuthorId, AuthorName, IsAnonymous, CreatedAt, ReadLevel, HidesReplies, Views);
}

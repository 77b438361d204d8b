using ForumEngine.Jobs;
using ForumEngine.Storage;

namespace ForumEngine.Posts;

/// <summary>A post was written or changed: whom it concerns is told from the outbox.</summary>
public sealed record PostWritten(long ThreadId, long PostId, int Floor, long? QuotedPostId)
{
    /// <summary>Folded names of those it mentions; of a change only the new ones.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Then only who is newly mentioned is told.</summary>
    public bool IsEdit { get; init; }

    public const string Kind = "post.written";

    public void Announce(ForumDb db, DateTime now) => Outbox.Add(db, Kind, this, now);
}

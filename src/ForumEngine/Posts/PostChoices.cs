using ForumEngine.Polls;

namespace ForumEngine.Posts;

/// <summary>
/// What every writing form carries besides title and text (features.md A3, post options). Null is "not said": what is usual
/// for a new post (<see cref="Usual"/>), and what it was for an edited one; so a script that sends a text only is served well.
/// </summary>
public sealed record PostChoices
{
    /// <summary>Nothing said.</summary>
    public static readonly PostChoices Usual = new();

    /// <summary>Shows the author's signature below the post; usual.</summary>
    public bool? Signature { get; init; }

    /// <summary>Codes of smilies stay as typed.</summary>
    public bool? NoSmilies { get; init; }

    /// <summary>Bare addresses stay text.</summary>
    public bool? NoLinks { get; init; }

    /// <summary>The starter is told of replies; threads only, usual.</summary>
    public bool? NotifyMe { get; init; }

    /// <summary>The thread opens with its newest reply; threads only.</summary>
    public bool? NewestFirst { get; init; }

    /// <summary>Replies are for their authors, the starter and staff only; threads only.</summary>
    public bool? HideReplies { get; init; }

    /// <summary>Without the author's name, where the board or the group allows it; never changed by an edit.</summary>
    public bool? Anonymous { get; init; }

    /// <summary>Reading level that a reader's group needs, the author's own at most; threads only.</summary>
    public int? ReadLevel { get; init; }

    /// <summary>A challenge that the browser has solved, when the form asked for it (docs/antispam.md).</summary>
    public string? Work { get; init; }

    /// <summary>Ids of the files that hang on the post, in their order.</summary>
    public IReadOnlyList<long>? Files { get; init; }

    /// <summary>Names of tags as typed, parted by commas or blanks; threads only.</summary>
    public string? Tags { get; init; }

    /// <summary>Threads only.</summary>
    public PollDraft? Poll { get; init; }

    /// <summary>UTC; null is now.</summary>
    public DateTime? PublishAt { get; init; }

    /// <summary>What the board switches off, set by the use case; not the form's to say.</summary>
    public PostOptions Switches { get; init; }

    /// <summary>The draft that this was written as, gone once it is published.</summary>
    public string? DraftKey { get; init; }

    /// <summary>What a post has; for its edit form.</summary>
    public static PostChoices Of(Post post, Thread thread) => new()
    {
        Signature = post.Options.HasFlag(PostOptions.Signature),
        NoSmilies = post.Options.HasFlag(PostOptions.NoSmilies),
        NoLinks = post.Options.HasFlag(PostOptions.NoLinks),
        NotifyMe = thread.NotifiesAuthor,
        NewestFirst = thread.NewestFirst,
        HideReplies = thread.HidesReplies,
        Anonymous = post.IsAnonymous,
        ReadLevel = thread.ReadLevel,
        Tags = thread.TagNames,
    };

    /// <summary>The flags of a post that had these before.</summary>
    public PostOptions Flags(PostOptions before = PostOptions.Signature)
    {
        return Switches | Set(Signature, PostOptions.Signature) | Set(NoSmilies, PostOptions.NoSmilies) | Set(NoLinks, PostOptions.NoLinks);

        PostOptions Set(bool? said, PostOptions flag) => said ?? before.HasFlag(flag) ? flag : PostOptions.None;
    }
}

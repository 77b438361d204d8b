namespace ForumEngine.Review;

/// <summary>
/// When what is written waits for review. All that a policy names must be so (features.md B6); of several policies one is enough.
/// </summary>
public sealed class ReviewPolicy
{
    public const int NameLength = 60;
    public const int Most = 100;
    public const int MinutesOfDay = 24 * 60;

    public int Id { get; set; }
    public required string Name { get; set; }
    public bool IsOn { get; set; } = true;
    public bool OnThreads { get; set; } = true;
    public bool OnReplies { get; set; }

    /// <summary>Changes of published posts too.</summary>
    public bool OnEdits { get; set; }

    /// <summary>Ids, parted by commas, with the boards below them; empty is all.</summary>
    public string Boards { get; set; } = "";

    /// <summary>Ids, parted by commas; empty is all.</summary>
    public string Groups { get; set; } = "";

    /// <summary>Minutes of the day in the site's zone; from 22:00 to 6:00 goes over midnight. Null is the whole day.</summary>
    public int? FromMinute { get; set; }

    public int? ToMinute { get; set; }

    /// <summary>Members who joined less than so many days ago …</summary>
    public int? NewDays { get; set; }

    /// <summary>… or have published fewer posts than this.</summary>
    public int? NewPosts { get; set; }

    public bool HasLink { get; set; }
    public bool HasImage { get; set; }

    /// <summary>A word of this category was found, whatever its action; "*" is any word. Null doesn't ask.</summary>
    public string? WordCategory { get; set; }
}

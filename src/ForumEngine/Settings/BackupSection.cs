using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>The backup that makes itself once a day.</summary>
public sealed class BackupSection
{
    /// <summary>One is made every day.</summary>
    public bool Daily { get; set; }

    /// <summary>From this hour on, in the site's time zone.</summary>
    [Range(0, 23)]
    public int Hour { get; set; } = 4;

    /// <summary>Older ones are deleted once a newer one is whole.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 7;
}

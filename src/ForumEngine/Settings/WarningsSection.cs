using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>What the form of a warning offers; the ladder has a page of its own.</summary>
public sealed class WarningsSection
{
    /// <summary>Days until a warning no longer counts; 0 is never.</summary>
    [Range(0, 3650)]
    public int ExpiryDays { get; set; } = 30;
}

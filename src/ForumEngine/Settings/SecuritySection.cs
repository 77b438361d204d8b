using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>What accounts must have.</summary>
public sealed class SecuritySection
{
    /// <summary>Of whom a second factor is demanded.</summary>
    [AllowedValues("off", "staff")]
    public string SecondFactor { get; set; } = "staff";

    /// <summary>Days that staff have for it, from when they were first asked; then their staff rights rest.</summary>
    [Range(0, 365)]
    public int SecondFactorGraceDays { get; set; } = 14;
}

using System.ComponentModel.DataAnnotations;
using ForumEngine.Markup;

namespace ForumEngine.Settings;

/// <summary>How what members write is shown. A change renders posts anew, as they are read.</summary>
public sealed class MarkupSection
{
    /// <summary>Sites whose videos play in posts, parted by commas; the library knows which there are.</summary>
    [StringLength(1000), EmbedHosts]
    public string EmbedHosts { get; set; } = string.Join(',', Embeds.KnownHosts);

    /// <summary>Pictures from other sites are shown; else they are links.</summary>
    public bool LinkedImages { get; set; } = true;

    /// <summary>After so many days nothing in a post is hidden any more; 0 is never.</summary>
    [Range(0, 10000)]
    public int HideEndsAfterDays { get; set; }

    /// <summary>The hosts one by one. A method, since the properties here are settings.</summary>
    public IReadOnlyList<string> Hosts() => EmbedHosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Names of sites that the markup library can embed.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EmbedHostsAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) =>
        value is string names && names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(Embeds.KnownHosts.Contains);
}

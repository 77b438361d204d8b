using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>Reading before publication.</summary>
public sealed class ReviewSection
{
    /// <summary>Hosts whose addresses aren't links to the rules, parted by commas; with what is below them.</summary>
    [StringLength(1000), RegularExpression("^[A-Za-z0-9.,: _-]*$")]
    public string TrustedHosts { get; set; } = "";

    /// <summary>One by one. A method, since the properties here are settings.</summary>
    public IReadOnlyList<string> Hosts() => TrustedHosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

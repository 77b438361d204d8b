using System.Globalization;
using ForumEngine.Addresses;
using ForumEngine.Cleaning;
using ForumEngine.Sanctions;
using ForumEngine.Web.Addresses;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Cleaning;

/// <summary>The one dialog of /desk/clean: what to look for (in the address), and what to do with it.</summary>
public sealed class CleanForm
{
    public string? Member { get; set; }
    public string? Address { get; set; }
    public string? Keyword { get; set; }
    public string? BoardId { get; set; }
    public string? Days { get; set; }

    /// <summary>Where the page of the preview begins.</summary>
    public string? After { get; set; }

    /// <summary>"all" that was found, or the "ticked" ones.</summary>
    public string? Take { get; set; }

    public List<long> Posts { get; set; } = [];
    public string? Reason { get; set; }

    /// <summary>"none", "mute", "block" or "review".</summary>
    public string? Sanction { get; set; }

    public string? SanctionDays { get; set; }

    /// <summary>Empty: no address is banned.</summary>
    public string? Range { get; set; }

    public string? Scope { get; set; }
    public string? BanDays { get; set; }
    public bool EvenStaffs { get; set; }

    [BindNever]
    public SweepPreview? Preview { get; set; }

    [BindNever]
    public SweepList? Past { get; set; }

    [BindNever]
    public bool AsksForStaff { get; set; }

    public SweepFilter Filter() =>
        new(Member, Address, Keyword, int.TryParse(BoardId, NumberStyles.None, CultureInfo.InvariantCulture, out var board) ? board : null, Days);

    /// <summary>An unknown word is a kind that doesn't exist; the use case refuses it.</summary>
    public SweepOrder Order() => new(Filter(), Take == "all" ? null : Posts, Reason ?? "")
    {
        Sanction = Sanction switch { null or "" or "none" => null, "mute" => SanctionKind.Mute, "block" => SanctionKind.Block, "review" => SanctionKind.Review, _ => 0 },
        SanctionDays = SanctionDays,
        Ban = string.IsNullOrWhiteSpace(Range) ? null : new NewAddressBan(Range, AddressForm.ScopeOf(Scope), BanDays, "") { EvenStaffs = EvenStaffs },
    };
}

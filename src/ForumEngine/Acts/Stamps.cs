using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Acts;

/// <summary>图章: labels that staff put on a thread, one at a time, by number. Words of ours, which administrators may change; drawn by the style sheet; 0 is none.</summary>
public static class Stamps
{
    public const int Picked = 1, Lively = 2, Official = 3, Solved = 4, Verified = 5, Debunked = 6, Outdated = 7,
        Pictures = 8, Original = 9, Tip = 10, Excellent = 11, Recommended = 12, ByModerators = 13, ByEditors = 14;

    /// <summary>Up to here there is room for a site's own.</summary>
    public const int Last = 40;

    /// <summary>Those that the engine has words for.</summary>
    public static IReadOnlyList<int> All { get; } = [.. Enumerable.Range(Picked, ByEditors)];

    public static bool IsKnown(int stamp) => stamp is >= 0 and <= Last;

    /// <summary>As long as nobody chose another.</summary>
    public static StampColour ColourOf(int stamp) => stamp switch
    {
        Debunked => StampColour.Red,
        Outdated => StampColour.Grey,
        Pictures or Original => StampColour.Blue,
        Tip => StampColour.Orange,
        Excellent or Recommended or ByModerators or ByEditors => StampColour.Gold,
        _ => StampColour.Green,
    };
}

/// <summary>Colours of the style sheet's tokens, light and dark.</summary>
public enum StampColour
{
    Green, Gold, Orange, Blue, Red, Accent, Grey,
}

/// <summary>What an administrator made of a stamp, or one of the site's own. Without a row a stamp of the engine has its own word.</summary>
public sealed class Stamp : Kept, IKept<Stamp>
{
    public const int NameLength = 12;

    public static string Noun => "stamp";
    public static string Kind => Kinds.Stamps;
    public static int Most => Stamps.Last;

    /// <summary>By which threads keep it; never given to another.</summary>
    public int Number { get; set; }

    /// <summary>Chinese; empty where the engine's own word serves.</summary>
    public string Name { get; set; } = "";

    public string NameHant { get; set; } = "";
    public string NameEn { get; set; } = "";
    public StampColour Colour { get; set; }
    public int Position { get; set; }

    /// <summary>Offered to staff; threads that have it keep it.</summary>
    public bool IsOn { get; set; } = true;

    public string Called() => Name.Length > 0 ? Name : NameEn.Length > 0 ? NameEn : $"{Number}";

    /// <summary>Empty: the engine's own word.</summary>
    public string NameIn(string language) => language switch
    {
        SiteLanguage.English when NameEn.Length > 0 => NameEn,
        SiteLanguage.Traditional when NameHant.Length > 0 => NameHant,
        SiteLanguage.English when Stamps.All.Contains(Number) => "",
        _ => Name.Length > 0 ? Name : Stamps.All.Contains(Number) ? "" : NameEn,
    };

    public IEnumerable<Refusal> Check()
    {
        (Name, NameHant, NameEn) = (PostText.CleanTitle(Name), PostText.CleanTitle(NameHant), PostText.CleanTitle(NameEn));
        if (Number is < 1 or > Stamps.Last) yield return Refusal.NotFound;
        if (Name.Length == 0 && NameEn.Length == 0 && !Stamps.All.Contains(Number)) yield return Refusal.Invalid(nameof(Name), "LinkNameMissing");
        foreach (var (field, name, most) in (IEnumerable<(string, string, int)>)[(nameof(Name), Name, NameLength), (nameof(NameHant), NameHant, NameLength), (nameof(NameEn), NameEn, 2 * NameLength)])
            if (name.Length > most) yield return Refusal.Invalid(field, "TextTooLong", most);
        if (!Enum.IsDefined(Colour)) yield return Refusal.Invalid(nameof(Colour), "LinkAudience");
        if (Position is < 0 or > 999) yield return Refusal.Invalid(nameof(Position), "NumberOutOfRange", 0, 999);
    }
}

/// <summary>A site's own stamp stays, by its number, since threads have it: it can only be switched off.</summary>
public sealed class KeepStampNumber : IKeptFollower<Stamp>
{
    public Task<Refusal?> FollowAsync(Viewer who, Stamp? before, Stamp? after, CancellationToken cancel) =>
        Task.FromResult(before is not null && after?.Number != before.Number && (after is not null || !Stamps.All.Contains(before.Number)) ? Refusal.Forbidden("StampStays") : null);
}

internal sealed class StampTable : IEntityTypeConfiguration<Stamp>
{
    public void Configure(EntityTypeBuilder<Stamp> builder)
    {
        builder.ToTable("stamps");
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Name).HasMaxLength(Stamp.NameLength);
        builder.Property(s => s.NameHant).HasMaxLength(Stamp.NameLength);
        builder.Property(s => s.NameEn).HasMaxLength(2 * Stamp.NameLength);
        builder.HasIndex(s => s.Number).IsUnique();
    }
}

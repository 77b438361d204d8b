using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Links;

/// <summary>Where a link stands. <c>Badge</c>: a licence in the footer; <c>Friend</c>: 友情链接 of the index.</summary>
public enum LinkPlace
{
    Main = 1, More = 2, Footer = 3, Badge = 4, Friend = 5,
}

/// <summary>To whom it is shown; this hides nothing that needs a right.</summary>
public enum LinkAudience
{
    Everyone = 0, Guests = 1, Members = 2, Staff = 3,
}

/// <summary>A link that administrators put around the pages: navigation, footer, licences, friends.</summary>
public sealed class SiteLink : Kept, IKept<SiteLink>
{
    public const int NameLength = 40, UrlLength = 300, DescriptionLength = 200, LastPosition = 999;

    public static string Noun => "link";
    public static string Kind => Kinds.Links;
    public static int Most => 300;

    public LinkPlace Place { get; set; }

    /// <summary>Of an entry that the engine brings (<see cref="SystemLinks"/>): it can be renamed, moved and hidden, and its address is the engine's.</summary>
    public string? SystemKey { get; set; }

    /// <summary>Chinese; empty where the engine's own name serves.</summary>
    public string Name { get; set; } = "";

    /// <summary>Empty takes <see cref="Name"/>.</summary>
    public string NameHant { get; set; } = "";

    /// <inheritdoc cref="NameHant"/>
    public string NameEn { get; set; } = "";

    /// <summary>A path of this site, or https; friends may be http too. Licences may have none.</summary>
    public string Url { get; set; } = "";

    /// <summary>Of a friend what it is, of a licence its number.</summary>
    public string Description { get; set; } = "";

    public int Position { get; set; }
    public LinkAudience Audience { get; set; }
    public bool IsOn { get; set; } = true;

    /// <summary>Of friends and licences (<see cref="Look.SitePicture"/>); empty is none.</summary>
    public string Picture { get; set; } = "";

    public string Called() => Name.Length > 0 ? Name : NameEn.Length > 0 ? NameEn : SystemKey ?? Url;

    /// <summary>The name for a reader of this language; empty: the engine's own.</summary>
    public string NameIn(string language) => language switch
    {
        SiteLanguage.English when NameEn.Length > 0 => NameEn,
        SiteLanguage.Traditional when NameHant.Length > 0 => NameHant,
        _ when Name.Length > 0 || SystemKey is not null => Name,
        _ => NameEn.Length > 0 ? NameEn : NameHant,
    };

    public IEnumerable<Refusal> Check()
    {
        (Name, NameHant, NameEn, Description) = (PostText.CleanTitle(Name), PostText.CleanTitle(NameHant), PostText.CleanTitle(NameEn), PostText.CleanTitle(Description));
        Url = Url.Trim();
        if (SystemKey is not null)
        {
            Url = "";
            if (SystemLinks.Find(SystemKey) is null || Place > LinkPlace.Footer) yield return Refusal.NotFound;
        }
        else
        {
            if (Name.Length == 0 && NameEn.Length == 0) yield return Refusal.Invalid(nameof(Name), "LinkNameMissing");
            if (LinkAddress.WhyNot(Url, Place) is { } wrong) yield return wrong;
        }
        if (Name.Length > NameLength) yield return Refusal.Invalid(nameof(Name), "TextTooLong", NameLength);
        if (NameHant.Length > NameLength) yield return Refusal.Invalid(nameof(NameHant), "TextTooLong", NameLength);
        if (NameEn.Length > NameLength) yield return Refusal.Invalid(nameof(NameEn), "TextTooLong", NameLength);
        if (Description.Length > DescriptionLength) yield return Refusal.Invalid(nameof(Description), "TextTooLong", DescriptionLength);
        if (!Enum.IsDefined(Place)) yield return Refusal.Invalid(nameof(Place), "LinkPlace");
        if (!Enum.IsDefined(Audience)) yield return Refusal.Invalid(nameof(Audience), "LinkAudience");
        if (Position is < 0 or > LastPosition) yield return Refusal.Invalid(nameof(Position), "NumberOutOfRange", 0, LastPosition);
        if (!Look.SitePicture.IsReference(Picture)) yield return Refusal.Invalid(nameof(Picture), "PictureMissing");
    }
}

internal sealed class SiteLinkTable : IEntityTypeConfiguration<SiteLink>
{
    public void Configure(EntityTypeBuilder<SiteLink> builder)
    {
        builder.ToTable("site_links");
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.Property(l => l.SystemKey).HasMaxLength(20);
        builder.Property(l => l.Name).HasMaxLength(SiteLink.NameLength);
        builder.Property(l => l.NameHant).HasMaxLength(SiteLink.NameLength);
        builder.Property(l => l.NameEn).HasMaxLength(SiteLink.NameLength);
        builder.Property(l => l.Url).HasMaxLength(SiteLink.UrlLength);
        builder.Property(l => l.Description).HasMaxLength(SiteLink.DescriptionLength);
        builder.Property(l => l.Picture).HasMaxLength(Look.SitePicture.ReferenceLength);
        // Of two who rename the same for the first time one is too late.
        builder.HasIndex(l => l.SystemKey).IsUnique();
    }
}

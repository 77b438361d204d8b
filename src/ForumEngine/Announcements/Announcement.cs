using ForumEngine.Keeping;
using ForumEngine.Links;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Announcements;

/// <summary>A line above the index, or above some boards, with a page of its own or a link, between two times (features.md D).</summary>
public sealed class Announcement : Kept, IKept<Announcement>
{
    public const int TitleLength = 120, BodyLength = 20_000, LastPosition = 999;

    public static string Noun => "announcement";
    public static string Kind => Kinds.Announcements;
    public static int Most => 500;

    public string Title { get; set; } = "";

    /// <summary>Forum code; empty where the line leads elsewhere.</summary>
    public string Body { get; set; } = "";

    /// <summary>Where the line leads instead of a page of its own: a path of this site, or https; empty is nowhere.</summary>
    public string Url { get; set; } = "";

    public DateTime From { get; set; }

    /// <summary>Null: until it is taken down.</summary>
    public DateTime? Until { get; set; }

    public int Position { get; set; }

    /// <summary>Numbers of the groups that it is for, parted by commas; empty is everybody.</summary>
    public string GroupIds { get; set; } = "";

    /// <summary>Numbers of the boards above which it stands, parted by commas; empty is the index.</summary>
    public string BoardIds { get; set; } = "";

    public int? AuthorId { get; set; }
    public string AuthorName { get; set; } = "";

    public string Called() => Title;

    public IEnumerable<Refusal> Check()
    {
        (Title, Body, Url) = (PostText.CleanTitle(Title), PostText.CleanBody(Body), Url.Trim());
        // Seconds are enough, and what is written is what is read.
        (From, Until) = (Whole(From), Until is { } until ? Whole(until) : null);
        if (Title.Length == 0) yield return Refusal.Invalid(nameof(Title), "TitleMissing");
        if (Title.Length > TitleLength) yield return Refusal.Invalid(nameof(Title), "TextTooLong", TitleLength);
        if (Body.Length == 0 && Url.Length == 0) yield return Refusal.Invalid(nameof(Body), "BodyMissing");
        if (Body.Length > BodyLength) yield return Refusal.Invalid(nameof(Body), "TextTooLong", BodyLength);
        if (Url.Length > 0 && LinkAddress.WhyNot(Url, LinkPlace.Main) is { } wrong) yield return wrong;
        if (Until <= From) yield return Refusal.Invalid(nameof(Until), "EndsBeforeItBegins");
        if (Position is < 0 or > LastPosition) yield return Refusal.Invalid(nameof(Position), "NumberOutOfRange", 0, LastPosition);
        if (GroupIds.Length > 200) yield return Refusal.Invalid(nameof(GroupIds), "TextTooLong", 200);
        if (BoardIds.Length > 200) yield return Refusal.Invalid(nameof(BoardIds), "TextTooLong", 200);
    }

    private static DateTime Whole(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}

internal sealed class AnnouncementTable : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("announcements");
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.Title).HasMaxLength(Announcement.TitleLength);
        builder.Property(a => a.Url).HasMaxLength(SiteLink.UrlLength);
        builder.Property(a => a.GroupIds).HasMaxLength(200);
        builder.Property(a => a.BoardIds).HasMaxLength(200);
        builder.Property(a => a.AuthorName).HasMaxLength(Accounts.Member.NameLength);
    }
}

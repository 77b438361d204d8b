using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Announcements;

/// <summary>A line above the index with a page of its own, between two times (features.md D).</summary>
public sealed class Announcement
{
    public int Id { get; set; }
    public required string Title { get; set; }

    /// <summary>Forum code.</summary>
    public required string Body { get; set; }

    public DateTime From { get; set; }

    /// <summary>Null: until it is taken down.</summary>
    public DateTime? Until { get; set; }

    public int Position { get; set; }
    public int? AuthorId { get; set; }
    public string AuthorName { get; set; } = "";
}

internal sealed class AnnouncementTable : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("announcements");
        builder.Property(a => a.Title).HasMaxLength(120);
        builder.Property(a => a.AuthorName).HasMaxLength(Accounts.Member.NameLength);
    }
}

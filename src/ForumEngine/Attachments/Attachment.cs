using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Attachments;

/// <summary>An uploaded picture or file. It belongs to nobody but its uploader until a post takes it (features.md A3, Attachments).</summary>
public sealed class Attachment
{
    public const int NameLength = 120;

    public long Id { get; set; }

    /// <summary>Null when the member is gone.</summary>
    public int? MemberId { get; set; }

    /// <summary>Null: not used yet; swept after a day.</summary>
    public long? PostId { get; set; }

    /// <summary>What the reader downloads it as.</summary>
    public required string Name { get; set; }

    /// <summary>Where its bytes are, below the store; made by us, never from the name.</summary>
    public required string StoredAs { get; set; }

    /// <summary>What it is served as.</summary>
    public required string MediaType { get; set; }

    public bool IsImage { get; set; }
    public long Bytes { get; set; }

    /// <summary>Pixels; 0 for other files.</summary>
    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>A reader's group needs at least this reading level.</summary>
    public int ReadLevel { get; set; }

    public string Description { get; set; } = "";

    /// <summary>The text shows it where it stands; else it is listed below the post.</summary>
    public bool IsInline { get; set; }

    public int Downloads { get; set; }
    public DateTime CreatedAt { get; set; }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.Property(a => a.Name).HasMaxLength(Attachment.NameLength * 2);
        builder.Property(a => a.StoredAs).HasMaxLength(100);
        builder.Property(a => a.MediaType).HasMaxLength(100);
        builder.Property(a => a.Description).HasMaxLength(255);
        builder.HasIndex(a => new { a.PostId, a.Id });
        builder.HasIndex(a => new { a.MemberId, a.CreatedAt });
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.SetNull);
    }
}

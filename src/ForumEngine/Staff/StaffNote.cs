using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Staff;

/// <summary>What one of the staff keeps about a member for the others; read by those of at least <see cref="Audience"/>.</summary>
public sealed class StaffNote
{
    public const int TextLength = 1000;
    public const int MaxDays = 3650;

    public long Id { get; init; }
    public int MemberId { get; init; }
    public int AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required string Text { get; set; }

    /// <summary>Moderator, super moderator or administrator.</summary>
    public Rank Audience { get; set; } = Rank.Moderator;

    public DateTime At { get; init; }
    public DateTime? EditedAt { get; set; }

    /// <summary>Null: kept until somebody takes it away.</summary>
    public DateTime? ExpiresAt { get; set; }
}

internal sealed class StaffNoteTable : IEntityTypeConfiguration<StaffNote>
{
    public void Configure(EntityTypeBuilder<StaffNote> builder)
    {
        builder.ToTable("staff_notes");
        builder.Property(n => n.AuthorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(n => n.Text).HasMaxLength(StaffNote.TextLength);
        builder.HasIndex(n => new { n.MemberId, n.Id });
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(n => n.MemberId);
    }
}

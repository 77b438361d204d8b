using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Warnings;

/// <summary>
/// A warning for a post, or for a member as such. Whether it counts follows from the row and the clock: it is neither revoked
/// nor expired.
/// </summary>
public sealed class Warning
{
    public const int ReasonLength = 500;
    public const int MostPoints = 100;

    public int Id { get; set; }
    public int MemberId { get; set; }

    /// <summary>Null: not for a single post.</summary>
    public long? PostId { get; set; }

    /// <summary>The post while the warning isn't revoked, else null; unique, so that a post carries one.</summary>
    public long? OpenPostId { get; set; }

    public long? ThreadId { get; set; }

    /// <summary>Of the post when it was warned; null: the whole site.</summary>
    public int? BoardId { get; set; }

    public int Points { get; set; }
    public required string Reason { get; set; }
    public int? RuleId { get; set; }

    /// <summary>Null: the command line.</summary>
    public int? IssuedById { get; set; }

    public required string IssuedByName { get; set; }
    public DateTime At { get; set; }

    /// <summary>Null: never.</summary>
    public DateTime? ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }
    public string? RevokedByName { get; set; }
    public string? RevokeReason { get; set; }
}

/// <summary>A rung of the ladder: so many points, or warnings, within so many days bring this sanction.</summary>
public sealed class WarningStep
{
    public int Id { get; set; }
    public int Threshold { get; set; }

    /// <summary>The threshold counts warnings, not their points.</summary>
    public bool CountsWarnings { get; set; }

    public int WithinDays { get; set; }
    public SanctionKind Kind { get; set; }

    /// <summary>0 is for ever.</summary>
    public int SanctionDays { get; set; }

    /// <summary>Counts the warnings of a board alone, and the sanction holds there; else of the whole site.</summary>
    public bool InBoard { get; set; }
}

/// <summary>A step that a warning has brought about, with the step as it was then.</summary>
public sealed class WarningTrip
{
    public int Id { get; set; }
    public int MemberId { get; set; }

    /// <summary>The warning that filled the measure.</summary>
    public int WarningId { get; set; }

    public int SanctionId { get; set; }
    public DateTime At { get; set; }
    public int Threshold { get; set; }
    public bool CountsWarnings { get; set; }
    public int WithinDays { get; set; }

    /// <summary>The board whose warnings were counted; null: all.</summary>
    public int? BoardId { get; set; }

    /// <summary>Set when the sanction was lifted because its warnings were revoked.</summary>
    public DateTime? UndoneAt { get; set; }
}

internal sealed class WarningTables : IEntityTypeConfiguration<Warning>, IEntityTypeConfiguration<WarningStep>, IEntityTypeConfiguration<WarningTrip>
{
    public void Configure(EntityTypeBuilder<Warning> builder)
    {
        builder.ToTable("warnings");
        builder.Property(w => w.Reason).HasMaxLength(Warning.ReasonLength);
        builder.Property(w => w.RevokeReason).HasMaxLength(Warning.ReasonLength);
        builder.Property(w => w.IssuedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(w => w.RevokedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.HasIndex(w => w.OpenPostId).IsUnique();
        builder.HasIndex(w => new { w.MemberId, w.Id });
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(w => w.MemberId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WarningStep> builder)
    {
        builder.ToTable("warning_steps");
        // As Discuz: three in 30 days mute for 30 days (features.md B3).
        builder.HasData(new WarningStep { Id = 1, Threshold = 3, CountsWarnings = true, WithinDays = 30, Kind = SanctionKind.Mute, SanctionDays = 30 });
    }

    public void Configure(EntityTypeBuilder<WarningTrip> builder)
    {
        builder.ToTable("warning_trips");
        builder.HasIndex(t => t.MemberId);
    }
}

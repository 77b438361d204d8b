using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Cleaning;

/// <summary>
/// One mass clean-up: what was looked for, and what was done in one act. Its posts are a <see cref="Sanctions.CleanUp"/>, worked
/// off in batches; with the sanctions and the ban it is undone as a whole.
/// </summary>
public sealed class Sweep
{
    public const int ReasonLength = 500;
    public const int FilterLength = 1000;

    public int Id { get; set; }
    public DateTime At { get; set; }
    public int? IssuedById { get; set; }
    public required string IssuedByName { get; set; }
    public required string Reason { get; set; }

    /// <summary>What was looked for; JSON.</summary>
    public required string Filter { get; set; }

    /// <summary>Of the boards of what was taken, parted by commas with one at each end: who moderates them all sees it.</summary>
    public string BoardIds { get; set; } = ",";

    public int? CleanUpId { get; set; }

    /// <summary>Posts and threads that were chosen.</summary>
    public int Chosen { get; set; }

    /// <summary>Ids, parted by commas.</summary>
    public string SanctionIds { get; set; } = "";

    public int? AddressBanId { get; set; }
    public DateTime? UndoneAt { get; set; }
    public string? UndoneByName { get; set; }
}

internal sealed class SweepTable : IEntityTypeConfiguration<Sweep>
{
    public void Configure(EntityTypeBuilder<Sweep> builder)
    {
        builder.ToTable("sweeps");
        builder.Property(s => s.IssuedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(s => s.UndoneByName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(s => s.Reason).HasMaxLength(Sweep.ReasonLength);
        builder.Property(s => s.Filter).HasMaxLength(Sweep.FilterLength);
        builder.Property(s => s.BoardIds).HasMaxLength(1000);
        builder.Property(s => s.SanctionIds).HasMaxLength(1000);
    }
}

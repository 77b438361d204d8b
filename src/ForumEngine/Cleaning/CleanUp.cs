using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Cleaning;

public enum CleanUpState
{
    Running = 0, Done = 1, Undoing = 2, Undone = 3,
}

/// <summary>
/// One mass clean-up: what was found, who was sanctioned, which addresses were banned. Its posts are worked off by a job
/// , and put back by it when it is undone.
/// </summary>
public sealed class CleanUp
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

    public CleanUpState State { get; set; }

    /// <summary>Threads and posts chosen.</summary>
    public int Total { get; set; }

    /// <summary>Of them worked off; while it is undone, put back.</summary>
    public int Done { get; set; }

    /// <summary>Ids, parted by commas.</summary>
    public string SanctionIds { get; set; } = "";

    public int? AddressBanId { get; set; }
    public DateTime? FinishedAt { get; set; }
    public DateTime? UndoneAt { get; set; }
    public string? UndoneByName { get; set; }
}

public enum CleanUpItemState
{
    Waiting = 0,

    /// <summary>In the recycle bin because of this clean-up.</summary>
    Recycled = 1,

    /// <summary>Was gone before, or stood in a thread that went.</summary>
    Skipped = 2,
    Restored = 3,
}

/// <summary>One thread (by its first post) or one reply of a clean-up.</summary>
public sealed class CleanUpItem
{
    public int CleanUpId { get; init; }
    public int Number { get; init; }
    public long PostId { get; init; }
    public int BoardId { get; init; }
    public CleanUpItemState State { get; set; }
}

internal sealed class CleanUpTables : IEntityTypeConfiguration<CleanUp>, IEntityTypeConfiguration<CleanUpItem>
{
    public void Configure(EntityTypeBuilder<CleanUp> builder)
    {
        builder.ToTable("clean_ups");
        builder.Property(c => c.IssuedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(c => c.UndoneByName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(c => c.Reason).HasMaxLength(CleanUp.ReasonLength);
        builder.Property(c => c.Filter).HasMaxLength(CleanUp.FilterLength);
        builder.Property(c => c.SanctionIds).HasMaxLength(1000);
        builder.HasIndex(c => c.State);
    }

    public void Configure(EntityTypeBuilder<CleanUpItem> builder)
    {
        builder.ToTable("clean_up_items").HasKey(i => new { i.CleanUpId, i.Number });
        builder.Property(i => i.Number).ValueGeneratedNever();
        builder.HasIndex(i => new { i.CleanUpId, i.State, i.Number });
        builder.HasOne<CleanUp>().WithMany().HasForeignKey(i => i.CleanUpId);
    }
}

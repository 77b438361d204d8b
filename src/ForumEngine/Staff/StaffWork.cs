using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Staff;

/// <summary>How often somebody did something on a day of the site's zone; folded from the log by a job.</summary>
public sealed class StaffWork
{
    public DateOnly Day { get; init; }

    /// <summary>0: the command line, jobs and rules.</summary>
    public int ActorId { get; init; }

    /// <summary>As in the log.</summary>
    public required string Act { get; init; }

    public string ActorName { get; init; } = "";
    public int Count { get; set; }
}

/// <summary>The cases of a day that somebody closed, and how long half of them took at most.</summary>
public sealed class StaffPace
{
    public DateOnly Day { get; init; }
    public int ActorId { get; init; }
    public int Cases { get; set; }
    public long MedianSeconds { get; set; }
}

internal sealed class StaffWorkTables : IEntityTypeConfiguration<StaffWork>, IEntityTypeConfiguration<StaffPace>
{
    public void Configure(EntityTypeBuilder<StaffWork> builder)
    {
        builder.ToTable("staff_work").HasKey(w => new { w.Day, w.ActorId, w.Act });
        builder.Property(w => w.Act).HasMaxLength(40);
        builder.Property(w => w.ActorName).HasMaxLength(Accounts.Member.NameLength);
    }

    public void Configure(EntityTypeBuilder<StaffPace> builder) => builder.ToTable("staff_pace").HasKey(p => new { p.Day, p.ActorId });
}

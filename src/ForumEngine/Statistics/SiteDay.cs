using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Statistics;

/// <summary>What happened on one day of the site's time zone.</summary>
public sealed class SiteDay
{
    public DateOnly Day { get; init; }
    public int Posts { get; set; }
    public int Threads { get; set; }
    public int Members { get; set; }

    /// <summary>Members who were here; told by <see cref="CountActive"/> every five minutes.</summary>
    public int Active { get; set; }
}

/// <summary>A running total of the whole site, so that no page counts rows.</summary>
public sealed class SiteCounter
{
    public const string Posts = "posts";
    public const string Threads = "threads";
    public const string Members = "members";

    /// <summary>The most members and guests online at once; <see cref="At"/> says when.</summary>
    public const string MostOnline = "most-online";

    public required string Name { get; init; }
    public long Value { get; set; }
    public DateTime? At { get; set; }
}

internal sealed class StatisticsTables : IEntityTypeConfiguration<SiteDay>, IEntityTypeConfiguration<SiteCounter>
{
    public void Configure(EntityTypeBuilder<SiteDay> builder)
    {
        builder.ToTable("site_days").HasKey(d => d.Day);
        builder.HasIndex(d => d.Posts);
    }

    public void Configure(EntityTypeBuilder<SiteCounter> builder)
    {
        builder.ToTable("site_counters").HasKey(c => c.Name);
        builder.Property(c => c.Name).HasMaxLength(40);
        builder.HasData(
            new SiteCounter { Name = SiteCounter.Posts }, new SiteCounter { Name = SiteCounter.Threads },
            new SiteCounter { Name = SiteCounter.Members }, new SiteCounter { Name = SiteCounter.MostOnline });
    }
}

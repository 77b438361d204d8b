using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Staff;

/// <summary>A line of the staff log: who did what to what, when, why and from where. Only ever added.</summary>
public sealed class StaffAct
{
    public const int ReasonLength = 500;

    public long Id { get; init; }
    public DateTime At { get; init; }

    /// <summary>Null: the command line or a job.</summary>
    public int? ActorId { get; init; }

    public required string ActorName { get; init; }
    public byte[]? Address { get; init; }

    /// <summary>Noun and verb: <c>thread.close</c>, <c>member.mute</c>, <c>setting.change</c>.</summary>
    public required string Act { get; init; }

    public int? BoardId { get; init; }
    public long? ThreadId { get; init; }
    public long? PostId { get; init; }
    public int? MemberId { get; init; }
    public string Reason { get; init; } = "";

    /// <summary>What changed, from what to what; JSON.</summary>
    public string? Details { get; init; }
}

internal sealed class StaffActTable : IEntityTypeConfiguration<StaffAct>
{
    public void Configure(EntityTypeBuilder<StaffAct> builder)
    {
        builder.ToTable("staff_acts");
        builder.Property(a => a.ActorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(a => a.Address).HasMaxLength(16);
        builder.Property(a => a.Act).HasMaxLength(40);
        builder.Property(a => a.Reason).HasMaxLength(StaffAct.ReasonLength);
        builder.HasIndex(a => a.ThreadId);
        builder.HasIndex(a => a.MemberId);
        builder.HasIndex(a => a.ActorId);
        builder.HasIndex(a => a.BoardId);
        builder.HasIndex(a => a.Act);
        builder.HasIndex(a => a.At);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Acts;

public enum RecordState
{
    /// <summary>In force: it may be undone.</summary>
    Standing = 0,

    /// <summary>A newer act on the same facet took its place.</summary>
    Superseded = 1,

    Undone = 2,

    /// <summary>Its time was over.</summary>
    Ended = 3,
}

/// <summary>
/// What was done to a thread or a post, kept so that it can be shown (主题操作记录), turned back at its time and undone. The staff
/// log has a line for each besides; this is what the engine itself reads.
/// </summary>
public sealed class ThreadRecord
{
    public long Id { get; init; }

    /// <summary>The thread that it was done to, whatever has become of it.</summary>
    public long ThreadId { get; init; }

    public long? PostId { get; init; }

    /// <summary>Where the thread was then.</summary>
    public int BoardId { get; init; }

    public Facet Facet { get; init; }

    /// <summary>As in the staff log: <c>thread.stick</c>.</summary>
    public required string Act { get; init; }

    public string Before { get; init; } = "";
    public string After { get; init; } = "";
    public DateTime At { get; init; }

    /// <summary>Null: its time was over, or the command line.</summary>
    public int? ActorId { get; init; }

    public string ActorName { get; init; } = "";
    public string Reason { get; init; } = "";

    /// <summary>When it turns back by itself.</summary>
    public DateTime? EndsAt { get; set; }

    public RecordState State { get; set; }

    /// <summary>The record that this one turned back.</summary>
    public long? UndoesId { get; init; }
}

internal sealed class ThreadRecordTable : IEntityTypeConfiguration<ThreadRecord>
{
    public void Configure(EntityTypeBuilder<ThreadRecord> builder)
    {
        builder.ToTable("thread_records");
        builder.Property(r => r.Act).HasMaxLength(40);
        builder.Property(r => r.ActorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(r => r.Reason).HasMaxLength(Staff.StaffAct.ReasonLength);
        builder.HasIndex(r => new { r.ThreadId, r.Id });
        builder.HasIndex(r => r.EndsAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.RecycleBin;

/// <summary>
/// What lies in the recycle bin: a thread, or a reply that was deleted by itself. Restoring and purging take the row away. The state
/// of the thread or post is the truth; this says who threw it away, and lets the bin be read page by page.
/// </summary>
public sealed class BinItem
{
    public long Id { get; init; }
    public long ThreadId { get; init; }

    /// <summary>Null: the whole thread.</summary>
    public long? PostId { get; init; }

    public int? AuthorId { get; init; }
    public DateTime At { get; init; }

    /// <summary>Null: a rule, the command line, or before the bin kept it.</summary>
    public int? ById { get; init; }

    public string ByName { get; init; } = "";
    public string Reason { get; init; } = "";
}

internal sealed class BinItemTable : IEntityTypeConfiguration<BinItem>
{
    public void Configure(EntityTypeBuilder<BinItem> builder)
    {
        builder.ToTable("bin_items");
        builder.Property(i => i.ByName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(i => i.Reason).HasMaxLength(Staff.StaffAct.ReasonLength);
        builder.HasIndex(i => new { i.ThreadId, i.PostId });
        builder.HasIndex(i => i.PostId);
        builder.HasIndex(i => i.At);
        builder.HasIndex(i => new { i.AuthorId, i.Id });
        builder.HasIndex(i => new { i.ById, i.Id });
    }
}

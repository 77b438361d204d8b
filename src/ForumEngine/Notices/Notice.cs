using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Notices;

/// <summary>What a notice tells; each kind has its sentence in the web's texts.</summary>
public enum NoticeKind
{
    ReplyToThread = 1, Quote = 2, Mention = 3, Like = 4, ScheduledFailed = 5, ScheduledHeld = 6,
    ThreadDeleted = 10, ThreadRestored = 11, ThreadClosed = 12, ThreadOpened = 13, ThreadStuck = 14, ThreadUnstuck = 15,
    PostDeleted = 20, PostRestored = 21,
    Sanctioned = 30, SanctionLifted = 31, AppealUpheld = 32, SanctionShortened = 33,
    Warned = 35, WarningRevoked = 36,
    Welcome = 40,
    ReportUpheld = 50, ReportDismissed = 51, CaseHandedOver = 52,
    ApplicationApproved = 55, ApplicationRefused = 56,
    PostApproved = 60, PostRejected = 61,
    ThreadDigested = 100, ThreadUndigested = 101, ThreadHighlighted = 102, ThreadUnhighlighted = 103, ThreadStamped = 104, ThreadUnstamped = 105,
    ThreadRetyped = 106, ThreadBumped = 107, ThreadSunk = 108, ThreadMoved = 109, ThreadCopied = 110, ThreadMerged = 111, ThreadSplit = 112,
    PostBlocked = 120, PostUnblocked = 121, PostPinned = 122, PostUnpinned = 123,
}

/// <summary>A line in a member's inbox. The title and the actor's name are kept as they were.</summary>
public sealed class Notice
{
    public long Id { get; init; }
    public int MemberId { get; init; }
    public NoticeKind Kind { get; init; }
    public DateTime At { get; init; }
    public DateTime? ReadAt { get; set; }
    public int? ActorId { get; init; }
    public string ActorName { get; init; } = "";
    public long? ThreadId { get; init; }
    public long? PostId { get; init; }
    public int? SanctionId { get; init; }
    public string Title { get; init; } = "";
    public string Reason { get; init; } = "";
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(n => n.ActorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(n => n.Title).HasMaxLength(255);
        builder.Property(n => n.Reason).HasMaxLength(500);
        builder.HasIndex(n => new { n.MemberId, n.Id });
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(n => n.MemberId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Mail;

public enum MailState
{
    Waiting = 0, Sent = 1, GivenUp = 2,
}

/// <summary>That a mail was written, and what became of it. Never its text: that may hold a one-time link.</summary>
public sealed class MailRecord
{
    public const int ErrorLength = 500;

    public long Id { get; init; }

    /// <summary>By which the message in the outbox names it.</summary>
    public Guid Key { get; init; }

    /// <summary>One of <see cref="MailKinds"/>, or <see cref="MailKinds.Test"/>.</summary>
    public required string Kind { get; init; }

    public required string To { get; init; }
    public DateTime At { get; init; }
    public MailState State { get; set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>What the server said last; empty: nothing yet.</summary>
    public string Answer { get; set; } = "";

    /// <summary>Of the last try.</summary>
    public DateTime? TriedAt { get; set; }
}

internal sealed class MailRecordTable : IEntityTypeConfiguration<MailRecord>
{
    public void Configure(EntityTypeBuilder<MailRecord> builder)
    {
        builder.ToTable("mail_records");
        builder.Property(m => m.Kind).HasMaxLength(20);
        builder.Property(m => m.To).HasMaxLength(Accounts.EmailAddress.MaxLength);
        builder.Property(m => m.Answer).HasMaxLength(MailRecord.ErrorLength);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.At);
        builder.HasIndex(m => new { m.State, m.Id });
    }
}

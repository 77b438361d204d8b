using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Drafts;

/// <summary>
/// What is being written, or is to be published at a time: no floor and no post id until then, so that floors stay gapless
/// (architecture.md, Data).
/// </summary>
public sealed class Draft
{
    public const int KeyLength = 60;

    public long Id { get; set; }
    public int MemberId { get; set; }

    /// <summary>Which form it belongs to, as the form's draft key: "board-3", "reply-42", "edit-99"; unique for a member. A scheduled one has a key of its own.</summary>
    public required string Key { get; set; }

    public int? BoardId { get; set; }
    public long? ThreadId { get; set; }
    public string Title { get; set; } = "";
    public required string Body { get; set; }

    /// <summary>The form's other fields as JSON.</summary>
    public string Fields { get; set; } = "";

    public DateTime UpdatedAt { get; set; }

    /// <summary>Two devices never overwrite each other silently.</summary>
    public int Version { get; set; }

    /// <summary>When a job publishes it; null: never by itself.</summary>
    public DateTime? PublishAt { get; set; }

    /// <summary>Why it could not be published at its time, as a refusal's code.</summary>
    public string? Failure { get; set; }
}

internal sealed class DraftTable : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts");
        builder.Property(d => d.Key).HasMaxLength(Draft.KeyLength);
        builder.Property(d => d.Title).HasMaxLength(255);
        builder.Property(d => d.Failure).HasMaxLength(60);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.MemberId, d.Key }).IsUnique();
        builder.HasIndex(d => new { d.MemberId, d.UpdatedAt });
        builder.HasIndex(d => d.PublishAt);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(d => d.MemberId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Accounts;

/// <summary>
/// A browser in which a member is signed in. Its cookie names the row: when the row goes, or the member's stamp is no longer the one
/// that it carries, the sign-in has ended.
/// </summary>
public sealed class Session
{
    public const int AgentLength = 200;

    /// <summary>Of one member; who signs in once more ends the one that was unused for longest.</summary>
    public const int Most = 20;

    public long Id { get; init; }
    public int MemberId { get; init; }
    public required string Stamp { get; set; }
    public DateTime At { get; init; }

    /// <summary>Five minutes late.</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>Where it was last seen.</summary>
    public byte[]? Address { get; set; }

    /// <summary>What the browser says about itself, cut.</summary>
    public string Agent { get; init; } = "";
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(s => s.Stamp).HasMaxLength(64);
        builder.Property(s => s.Address).HasMaxLength(16);
        builder.Property(s => s.Agent).HasMaxLength(Session.AgentLength);
        builder.HasIndex(s => s.SeenAt);
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Accounts;

/// <summary>A code that lets one person register while the site takes nobody else.</summary>
public sealed class Invitation
{
    public const int CodeLength = 16;

    /// <summary>Made at once by an administrator.</summary>
    public const int MostAtOnce = 100;

    public const int MostDays = 365;

    public int Id { get; init; }

    /// <summary>80 random bits in base 32. Kept as it is: whoever made it hands it on.</summary>
    public required string Code { get; init; }

    public int MakerId { get; init; }
    public DateTime At { get; init; }
    public DateTime ExpiresAt { get; init; }
    public int? UsedById { get; set; }
    public DateTime? UsedAt { get; set; }
    public DateTime? RevokedAt { get; set; }

    public InvitationState StateAt(DateTime now) => UsedById is not null ? InvitationState.Used
        : RevokedAt is not null ? InvitationState.Revoked : ExpiresAt <= now ? InvitationState.Expired : InvitationState.Open;

    /// <summary>However it was typed.</summary>
    public static string Plain(string? typed) => RecoveryCodes.Plain(typed is { Length: <= 60 } ? typed : "");
}

public enum InvitationState
{
    Open, Used, Expired, Revoked,
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(i => i.Code).HasMaxLength(Invitation.CodeLength);
        builder.HasIndex(i => i.Code).IsUnique();
        builder.HasIndex(i => i.UsedById);
        builder.HasOne<Member>().WithMany().HasForeignKey(i => i.MakerId);
    }
}

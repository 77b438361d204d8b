using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Accounts;

/// <summary>
/// A member's authenticator. Until a first code has confirmed it nothing asks for it; from then on <c>TwoFactorEnabled</c> of the
/// member is set, which is what everybody reads.
/// </summary>
public sealed class SecondFactor
{
    public int MemberId { get; init; }

    /// <summary>Encrypted by Data Protection, in Base64.</summary>
    public required string Secret { get; set; }

    public DateTime At { get; set; }

    /// <summary>The step of the last code that was taken: neither it nor an older one is taken again.</summary>
    public long LastStep { get; set; }
}

/// <summary>A code for when the authenticator is lost. Whoever deletes the row has used it.</summary>
public sealed class RecoveryCode
{
    public int MemberId { get; init; }

    /// <summary>SHA-256 of the code, which is random enough to need nothing slower.</summary>
    public required string Hash { get; init; }
}

internal sealed class SecondFactorTables : IEntityTypeConfiguration<SecondFactor>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors").HasKey(f => f.MemberId);
        builder.Property(f => f.MemberId).ValueGeneratedNever();
        builder.Property(f => f.Secret).HasMaxLength(500);
        builder.HasOne<Member>().WithOne().HasForeignKey<SecondFactor>(f => f.MemberId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes").HasKey(c => new { c.MemberId, c.Hash });
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
    }
}

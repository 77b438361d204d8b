using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Addresses;

/// <summary>What a banned address may not do, in rising order: each takes the ones before it along.</summary>
public enum AddressScope
{
    /// <summary>No new accounts.</summary>
    Registering = 1,

    /// <summary>Reading only.</summary>
    Writing = 2,

    /// <summary>No visit at all.</summary>
    Visiting = 3,
}

/// <summary>
/// A block of addresses that is kept out until a time. In force as long as its row is there and the clock says so; who set it
/// and who took it away stays in the staff log.
/// </summary>
public sealed class AddressBan
{
    public const int ReasonLength = 500;

    public int Id { get; set; }

    /// <summary>The first address, 16 bytes; with <see cref="Prefix"/> the <see cref="AddressRange"/>.</summary>
    public required byte[] Network { get; set; }

    public int Prefix { get; set; }
    public AddressScope Scope { get; set; }

    /// <summary>Told to those who are refused.</summary>
    public required string Reason { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Null: for ever.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>Null: the command line.</summary>
    public int? IssuedById { get; set; }

    public required string IssuedByName { get; set; }

    /// <summary>Requests it has refused; written behind.</summary>
    public long Hits { get; set; }

    public DateTime? LastHitAt { get; set; }

    public AddressRange Range => AddressRange.Of(Network, Prefix);
}

internal sealed class AddressBanTable : IEntityTypeConfiguration<AddressBan>
{
    public void Configure(EntityTypeBuilder<AddressBan> builder)
    {
        builder.ToTable("address_bans");
        builder.Ignore(b => b.Range);
        builder.Property(b => b.Network).HasMaxLength(16);
        builder.Property(b => b.Reason).HasMaxLength(AddressBan.ReasonLength);
        builder.Property(b => b.IssuedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.HasIndex(b => new { b.Network, b.Prefix }).IsUnique();
    }
}

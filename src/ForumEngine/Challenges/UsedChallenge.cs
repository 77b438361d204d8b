using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Challenges;

/// <summary>A challenge that has been answered: no second time, on no node. Kept until it would have expired anyway.</summary>
public sealed class UsedChallenge
{
    /// <summary>The challenge itself, 64 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public DateTime ExpiresAt { get; init; }
}

internal sealed class UsedChallengeTable : IEntityTypeConfiguration<UsedChallenge>
{
    public void Configure(EntityTypeBuilder<UsedChallenge> builder)
    {
        builder.ToTable("used_challenges");
        builder.Property(u => u.Id).HasMaxLength(64);
        builder.HasIndex(u => u.ExpiresAt);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Likes;

/// <summary>支持: one by each member for a post; a thread's is its first post's (features.md A5).</summary>
public sealed class Like
{
    public long PostId { get; init; }
    public int MemberId { get; init; }
    public DateTime At { get; init; }
}

internal sealed class LikeTable : IEntityTypeConfiguration<Like>
{
    public void Configure(EntityTypeBuilder<Like> builder)
    {
        builder.ToTable("likes").HasKey(l => new { l.PostId, l.MemberId });
        builder.HasIndex(l => new { l.MemberId, l.At });
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(l => l.MemberId);
    }
}

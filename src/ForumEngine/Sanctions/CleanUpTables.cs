using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Sanctions;

internal sealed class CleanUpTables : IEntityTypeConfiguration<CleanUp>, IEntityTypeConfiguration<CleanUpItem>
{
    public void Configure(EntityTypeBuilder<CleanUp> builder)
    {
        builder.ToTable("clean_ups");
        builder.Property(c => c.ActorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(c => c.Reason).HasMaxLength(Sanction.ReasonLength);
        builder.HasIndex(c => c.SanctionId);
        builder.HasIndex(c => c.MemberId);
        builder.HasOne<Sanction>().WithMany().HasForeignKey(c => c.SanctionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CleanUpItem> builder)
    {
        builder.ToTable("clean_up_items").HasKey(i => new { i.CleanUpId, i.PostId });
        builder.HasIndex(i => new { i.CleanUpId, i.State, i.PostId });
        builder.HasIndex(i => i.PostId);
        builder.HasOne<CleanUp>().WithMany().HasForeignKey(i => i.CleanUpId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Sanctions;

internal sealed class SanctionTable : IEntityTypeConfiguration<Sanction>
{
    public void Configure(EntityTypeBuilder<Sanction> builder)
    {
        builder.ToTable("sanctions");
        builder.Property(s => s.Reason).HasMaxLength(Sanction.ReasonLength);
        builder.Property(s => s.LiftReason).HasMaxLength(Sanction.ReasonLength);
        builder.Property(s => s.EvidencePostIds).HasMaxLength(Sanction.ReasonLength);
        builder.Property(s => s.IssuedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(s => s.LiftedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(s => s.Cause).HasMaxLength(Sanction.CauseLength);
        builder.HasIndex(s => new { s.MemberId, s.Until });
        builder.HasIndex(s => new { s.Appeal, s.Id });
        builder.HasIndex(s => s.LiftedAt);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Boards.Board>().WithMany().HasForeignKey(s => s.BoardId).OnDelete(DeleteBehavior.Restrict);
    }
}

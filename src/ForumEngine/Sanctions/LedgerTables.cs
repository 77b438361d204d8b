using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Sanctions;

internal sealed class LedgerTables :
    IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<EvidencePost>, IEntityTypeConfiguration<Rule>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("sanction_ledger").HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasIndex(e => new { e.SanctionId, e.Number });
    }

    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("appeals");
        builder.Property(a => a.Message).HasMaxLength(Appeal.MessageLength);
        builder.Property(a => a.Answer).HasMaxLength(Sanction.ReasonLength);
        builder.Property(a => a.DecidedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.HasIndex(a => a.SanctionId).IsUnique();
        builder.HasIndex(a => new { a.DecidedAt, a.Id });
        builder.HasOne<Sanction>().WithMany().HasForeignKey(a => a.SanctionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<EvidencePost> builder)
    {
        builder.ToTable("sanction_evidence").HasKey(e => new { e.SanctionId, e.PostId });
        builder.Property(e => e.AuthorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(e => e.BoardName).HasMaxLength(Boards.Board.NameLength);
        builder.Property(e => e.Title).HasMaxLength(255);
        builder.HasOne<Sanction>().WithMany().HasForeignKey(e => e.SanctionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Rule> builder)
    {
        builder.ToTable("rules");
        builder.Property(r => r.Key).HasMaxLength(40);
        builder.Property(r => r.Code).HasMaxLength(Rule.CodeLength);
        builder.Property(r => r.Title).HasMaxLength(Rule.TitleLength);
        builder.Property(r => r.Text).HasMaxLength(Rule.TextLength);
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasData(DefaultRules.All);
    }
}

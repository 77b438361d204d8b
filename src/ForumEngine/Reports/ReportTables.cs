using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Reports;

internal sealed class ReportTables : IEntityTypeConfiguration<ReportCase>, IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<ReportCase> builder)
    {
        builder.ToTable("report_cases");
        builder.Property(c => c.Note).HasMaxLength(ReportCase.NoteLength);
        builder.Property(c => c.ClosedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.HasIndex(c => c.OpenPostId).IsUnique();
        builder.HasIndex(c => c.PostId);
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports");
        builder.Property(r => r.Message).HasMaxLength(Report.MessageLength);
        builder.HasIndex(r => new { r.PostId, r.MemberId }).IsUnique();
        builder.HasIndex(r => new { r.MemberId, r.At });
        builder.HasOne<ReportCase>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

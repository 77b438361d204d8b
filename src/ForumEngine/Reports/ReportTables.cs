using ForumEngine.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Reports;

internal sealed class ReportTables :
    IEntityTypeConfiguration<CaseCategory>, IEntityTypeConfiguration<ReportCase>, IEntityTypeConfiguration<Report>,
    IEntityTypeConfiguration<CaseComment>, IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<CaseCategory> builder)
    {
        builder.ToTable("report_categories");
        builder.Property(c => c.Key).HasMaxLength(30);
        builder.Property(c => c.Name).HasMaxLength(CaseCategory.NameLength);
        builder.Property(c => c.NameEn).HasMaxLength(CaseCategory.NameLength);
        builder.HasIndex(c => c.Key).IsUnique();
        builder.HasData(SetupData.Read<CaseCategory[]>("Reports/report-categories.json"));
    }

    public void Configure(EntityTypeBuilder<ReportCase> builder)
    {
        builder.ToTable("report_cases");
        builder.Property(c => c.Kind).HasDefaultValue(CaseKind.Post).HasSentinel((CaseKind)0);
        builder.Property(c => c.AuthorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(c => c.Title).HasMaxLength(Complaint.AddressLength);
        builder.Property(c => c.Excerpt).HasMaxLength(ReportCase.ExcerptLength);
        builder.Property(c => c.AssigneeName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(c => c.Decision).HasMaxLength(ReportCase.DecisionLength);
        builder.Property(c => c.Note).HasMaxLength(ReportCase.NoteLength);
        builder.Property(c => c.ClosedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.HasIndex(c => c.OpenPostId).IsUnique();
        builder.HasIndex(c => c.OpenMemberId).IsUnique();
        builder.HasIndex(c => c.PostId);
        builder.HasIndex(c => new { c.ClosedAt, c.DueAt, c.Id });
        builder.HasIndex(c => new { c.AssigneeId, c.ClosedAt });
        builder.HasIndex(c => new { c.MemberId, c.Id });
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports");
        builder.Property(r => r.CategoryId).HasColumnName("Category");
        builder.Property(r => r.Message).HasMaxLength(Report.MessageLength);
        builder.Property(r => r.Rule).HasMaxLength(Report.RuleLength);
        builder.HasIndex(r => new { r.PostId, r.MemberId }).IsUnique();
        builder.HasIndex(r => new { r.AboutId, r.MemberId }).IsUnique();
        builder.HasIndex(r => new { r.MemberId, r.At });
        builder.HasOne<ReportCase>().WithMany().HasForeignKey(r => r.CaseId);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CaseComment> builder)
    {
        builder.ToTable("case_comments");
        builder.Property(c => c.MemberName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(c => c.Text).HasMaxLength(CaseComment.TextLength);
        builder.HasOne<ReportCase>().WithMany().HasForeignKey(c => c.CaseId);
    }

    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaints").HasKey(c => c.CaseId);
        builder.Property(c => c.CaseId).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(Complaint.CodeLength);
        builder.Property(c => c.Name).HasMaxLength(Complaint.NameLength);
        builder.Property(c => c.Contact).HasMaxLength(Complaint.ContactLength);
        builder.Property(c => c.Address).HasMaxLength(Complaint.AddressLength);
        builder.Property(c => c.Right).HasMaxLength(Complaint.RightLength);
        builder.Property(c => c.Text).HasMaxLength(Complaint.TextLength);
        builder.Property(c => c.Language).HasMaxLength(10);
        builder.Property(c => c.Sender).HasMaxLength(16);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasOne<ReportCase>().WithOne().HasForeignKey<Complaint>(c => c.CaseId);
    }
}

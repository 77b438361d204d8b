using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Review;

internal sealed class ReviewTables : IEntityTypeConfiguration<PendingPost>, IEntityTypeConfiguration<ReviewPolicy>, IEntityTypeConfiguration<DryRun>
{
    public void Configure(EntityTypeBuilder<PendingPost> builder)
    {
        builder.ToTable("pending_posts");
        builder.Property(p => p.AuthorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(p => p.Title).HasMaxLength(255);
        builder.Property(p => p.Decision).HasMaxLength(PendingPost.ReasonLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.State, p.BoardId, p.Id });
        builder.HasIndex(p => new { p.AuthorId, p.Id });
        builder.HasIndex(p => new { p.AuthorId, p.SubmissionId }).IsUnique();
        builder.HasIndex(p => p.PostId).IsUnique();
        builder.HasIndex(p => p.ThreadId);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(p => p.AuthorId);
    }

    public void Configure(EntityTypeBuilder<ReviewPolicy> builder)
    {
        builder.ToTable("review_policies");
        builder.Property(p => p.Name).HasMaxLength(ReviewPolicy.NameLength);
        builder.Property(p => p.Boards).HasMaxLength(500);
        builder.Property(p => p.Groups).HasMaxLength(200);
        builder.Property(p => p.WordCategory).HasMaxLength(Word.CategoryLength);
    }

    public void Configure(EntityTypeBuilder<DryRun> builder)
    {
        builder.ToTable("dry_runs");
        builder.Property(r => r.Name).HasMaxLength(ReviewPolicy.NameLength);
        builder.HasIndex(r => new { r.State, r.Id });
    }
}

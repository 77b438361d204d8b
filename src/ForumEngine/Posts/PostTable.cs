using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Posts;

internal sealed class PostTable : IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<PostVersion>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts").HasKey(p => new { p.ThreadId, p.Floor });
        builder.Property(p => p.Floor).ValueGeneratedNever();
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.AuthorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(p => p.EditedBy).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(p => p.EditReason).HasMaxLength(200);
        builder.Property(p => p.Address).HasMaxLength(16);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<Thread>().WithMany().HasForeignKey(p => p.ThreadId);
        builder.HasIndex(p => p.Id).IsUnique();
        builder.HasIndex(p => new { p.AuthorId, p.SubmissionId }).IsUnique();
        builder.HasIndex(p => new { p.AuthorId, p.CreatedAt });
        // What was written lately, by whomever: mass clean-up.
        builder.HasIndex(p => p.CreatedAt);
        // And from where.
        builder.HasIndex(p => new { p.Address, p.CreatedAt });
        builder.HasIndex(p => new { p.ThreadId, p.AuthorId, p.Floor });
    }

    public void Configure(EntityTypeBuilder<PostVersion> builder)
    {
        builder.ToTable("post_versions").HasKey(v => new { v.PostId, v.Version });
        builder.Property(v => v.Version).ValueGeneratedNever();
        builder.Property(v => v.Title).HasMaxLength(255);
        builder.Property(v => v.EditorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(v => v.Reason).HasMaxLength(200);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Posts;

internal sealed class PostTable : IEntityTypeConfiguration<Post>
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
        builder.HasIndex(p => new { p.ThreadId, p.AuthorId, p.Floor });
    }
}

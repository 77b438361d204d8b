using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Tags;

internal sealed class TagTables : IEntityTypeConfiguration<Tag>, IEntityTypeConfiguration<ThreadTag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tags");
        // A character as people see it may take several UTF-16 units.
        builder.Property(t => t.Name).HasMaxLength(100);
        builder.Property(t => t.Folded).HasMaxLength(200);
        builder.HasIndex(t => t.Folded).IsUnique();
        builder.HasIndex(t => new { t.IsClosed, t.Threads });
        builder.HasOne<Tag>().WithMany().HasForeignKey(t => t.MergedIntoId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<ThreadTag> builder)
    {
        builder.ToTable("thread_tags").HasKey(t => new { t.TagId, t.ThreadId });
        builder.HasIndex(t => t.ThreadId);
        builder.HasOne<Tag>().WithMany().HasForeignKey(t => t.TagId);
        builder.HasOne<Thread>().WithMany().HasForeignKey(t => t.ThreadId);
    }
}

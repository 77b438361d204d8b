using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Threads;

internal sealed class ThreadTable : IEntityTypeConfiguration<Thread>
{
    public void Configure(EntityTypeBuilder<Thread> builder)
    {
        builder.ToTable("threads");
        // Grapheme clusters are counted by the rules; an emoji may take several UTF-16 units.
        builder.Property(t => t.Title).HasMaxLength(255);
        builder.Property(t => t.AuthorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(t => t.LastAuthorName).HasMaxLength(Accounts.Member.NameLength);
        builder.Property(t => t.NotifiesAuthor).HasDefaultValue(true).HasSentinel(true);
        builder.Property(t => t.TagNames).HasMaxLength(Tags.Tag.NamesLength);
        builder.HasOne<Boards.Board>().WithMany().HasForeignKey(t => t.BoardId).OnDelete(DeleteBehavior.Restrict);

        // A board's page and its orders; the last one is the keyset of deep pages (architecture.md 4.5).
        builder.HasIndex(t => new { t.BoardId, t.State, t.Sticky, t.LastPostAt, t.Id });
        builder.HasIndex(t => new { t.BoardId, t.State, t.Sticky, t.Id });
        builder.HasIndex(t => new { t.BoardId, t.State, t.Sticky, t.Replies });
        builder.HasIndex(t => new { t.BoardId, t.State, t.Sticky, t.Views });
        builder.HasIndex(t => new { t.State, t.Sticky, t.LastPostAt });
        builder.HasIndex(t => new { t.AuthorId, t.Id });
        builder.HasIndex(t => t.RedirectToThreadId);
    }
}

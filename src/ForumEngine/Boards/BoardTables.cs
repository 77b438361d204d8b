using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Boards;

internal sealed class BoardTables :
    IEntityTypeConfiguration<Board>, IEntityTypeConfiguration<BoardStats>, IEntityTypeConfiguration<BoardModerator>,
    IEntityTypeConfiguration<BoardCell>, IEntityTypeConfiguration<BoardOverride>, IEntityTypeConfiguration<BoardVisit>,
    IEntityTypeConfiguration<ThreadType>
{
    public void Configure(EntityTypeBuilder<Board> builder)
    {
        builder.ToTable("boards");
        builder.Property(b => b.Name).HasMaxLength(Board.NameLength);
        builder.Property(b => b.Slug).HasMaxLength(Board.NameLength);
        builder.Property(b => b.Description).HasMaxLength(Board.DescriptionLength);
        builder.Property(b => b.Icon).HasMaxLength(200);
        builder.Property(b => b.Rules).HasMaxLength(BoardRules.RulesLength);
        builder.Property(b => b.FileTypes).HasMaxLength(500);
        builder.Property(b => b.Banner).HasMaxLength(200);
        builder.Property(b => b.RedirectUrl).HasMaxLength(BoardSettings.UrlLength);
        builder.Property(b => b.PasswordHash).HasMaxLength(200);
        builder.Property(b => b.AskExempt).HasMaxLength(200);
        builder.Property(b => b.SeoTitle).HasMaxLength(BoardSettings.SeoLength);
        builder.Property(b => b.SeoDescription).HasMaxLength(BoardSettings.SeoLength);
        builder.Property(b => b.SeoKeywords).HasMaxLength(BoardSettings.SeoLength);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => b.Slug).IsUnique();
        builder.HasOne<Board>().WithMany().HasForeignKey(b => b.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BoardStats> builder)
    {
        builder.ToTable("board_stats").HasKey(s => s.BoardId);
        builder.Property(s => s.BoardId).ValueGeneratedNever();
        builder.Property(s => s.LastTitle).HasMaxLength(Threads.Thread.TitleLength);
        builder.Property(s => s.LastAuthorName).HasMaxLength(Accounts.Member.NameLength);
        builder.HasOne<Board>().WithOne().HasForeignKey<BoardStats>(s => s.BoardId);
    }

    public void Configure(EntityTypeBuilder<BoardModerator> builder)
    {
        builder.ToTable("board_moderators").HasKey(m => new { m.BoardId, m.MemberId });
        builder.HasOne<Board>().WithMany().HasForeignKey(m => m.BoardId);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(m => m.MemberId);
    }

    public void Configure(EntityTypeBuilder<BoardCell> builder)
    {
        builder.ToTable("board_cells").HasKey(c => new { c.BoardId, c.GroupId, c.Right });
        builder.HasOne<Board>().WithMany().HasForeignKey(c => c.BoardId);
        builder.HasOne<Groups.Group>().WithMany().HasForeignKey(c => c.GroupId);
    }

    public void Configure(EntityTypeBuilder<BoardOverride> builder)
    {
        builder.ToTable("board_overrides").HasKey(o => new { o.MemberId, o.BoardId, o.Right });
        builder.Property(o => o.GrantedBy).HasMaxLength(Accounts.Member.NameLength);
        builder.HasOne<Board>().WithMany().HasForeignKey(o => o.BoardId);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(o => o.MemberId);
    }

    public void Configure(EntityTypeBuilder<BoardVisit> builder)
    {
        builder.ToTable("board_visits").HasKey(v => new { v.MemberId, v.BoardId });
        builder.HasOne<Board>().WithMany().HasForeignKey(v => v.BoardId);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(v => v.MemberId);
    }

    public void Configure(EntityTypeBuilder<ThreadType> builder)
    {
        builder.ToTable("thread_types");
        builder.Property(t => t.Name).HasMaxLength(ThreadType.NameLength);
        builder.HasOne<Board>().WithMany().HasForeignKey(t => t.BoardId);
    }
}

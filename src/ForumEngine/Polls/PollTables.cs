using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Polls;

internal sealed class PollTables :
    IEntityTypeConfiguration<Poll>, IEntityTypeConfiguration<PollOption>, IEntityTypeConfiguration<PollBallot>, IEntityTypeConfiguration<PollVote>
{
    public void Configure(EntityTypeBuilder<Poll> builder)
    {
        builder.ToTable("polls").HasKey(p => p.ThreadId);
        builder.Property(p => p.ThreadId).ValueGeneratedNever();
        builder.HasOne<Thread>().WithOne().HasForeignKey<Poll>(p => p.ThreadId);
    }

    public void Configure(EntityTypeBuilder<PollOption> builder)
    {
        builder.ToTable("poll_options");
        builder.Property(o => o.Text).HasMaxLength(255);
        builder.HasIndex(o => new { o.ThreadId, o.Position });
        builder.HasOne<Poll>().WithMany().HasForeignKey(o => o.ThreadId);
    }

    public void Configure(EntityTypeBuilder<PollBallot> builder)
    {
        builder.ToTable("poll_ballots").HasKey(b => new { b.ThreadId, b.MemberId });
        builder.HasOne<Poll>().WithMany().HasForeignKey(b => b.ThreadId);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(b => b.MemberId);
    }

    public void Configure(EntityTypeBuilder<PollVote> builder)
    {
        builder.ToTable("poll_votes").HasKey(v => new { v.OptionId, v.MemberId });
        builder.HasOne<PollOption>().WithMany().HasForeignKey(v => v.OptionId);
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(v => v.MemberId);
    }
}

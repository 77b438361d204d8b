using ForumEngine.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Members;

/// <summary>A name that a member had.</summary>
public sealed class NameChange
{
    public int Id { get; init; }
    public int MemberId { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public DateTime At { get; init; }
    public required string ByName { get; init; }
}

internal sealed class NameChangeTable : IEntityTypeConfiguration<NameChange>
{
    public void Configure(EntityTypeBuilder<NameChange> builder)
    {
        builder.ToTable("name_changes");
        builder.Property(n => n.From).HasMaxLength(Member.NameLength);
        builder.Property(n => n.To).HasMaxLength(Member.NameLength);
        builder.Property(n => n.ByName).HasMaxLength(Member.NameLength);
        builder.HasIndex(n => new { n.MemberId, n.Id });
        builder.HasOne<Member>().WithMany().HasForeignKey(n => n.MemberId);
    }
}

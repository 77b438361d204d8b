using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Groups;

internal sealed class GroupTables : IEntityTypeConfiguration<Group>, IEntityTypeConfiguration<GroupRule>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.ToTable("groups");
        builder.Property(g => g.Title).HasMaxLength(Group.TitleLength);
        builder.Property(g => g.TitleEn).HasMaxLength(Group.TitleLength);
        builder.Property(g => g.FileTypes).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<GroupRule> builder)
    {
        builder.ToTable("group_rules").HasKey(r => new { r.GroupId, r.Right });
        builder.Property(r => r.Right).HasMaxLength(40);
        builder.HasOne<Group>().WithMany().HasForeignKey(r => r.GroupId);
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Accounts;

internal sealed class AccountTables :
    IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<MemberGroup>, IEntityTypeConfiguration<SignInFailure>,
    IEntityTypeConfiguration<IdentityUserClaim<int>>, IEntityTypeConfiguration<IdentityUserLogin<int>>,
    IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members");
        builder.Property(m => m.UserName).HasMaxLength(Member.NameLength).IsRequired();
        builder.Property(m => m.NormalizedUserName).HasMaxLength(120).IsRequired();
        builder.Property(m => m.NameSkeleton).HasMaxLength(240);
        builder.Property(m => m.Email).HasMaxLength(254);
        builder.Property(m => m.NormalizedEmail).HasMaxLength(254);
        builder.Property(m => m.PasswordHash).HasMaxLength(500);
        builder.Property(m => m.SecurityStamp).HasMaxLength(64);
        builder.Property(m => m.ConcurrencyStamp).HasMaxLength(64);
        builder.Property(m => m.PhoneNumber).HasMaxLength(40);
        builder.Property(m => m.JoinAddress).HasMaxLength(16);
        builder.Property(m => m.LastAddress).HasMaxLength(16);
        builder.Property(m => m.Language).HasMaxLength(10);
        builder.Property(m => m.TimeZone).HasMaxLength(60);
        builder.Property(m => m.Theme).HasMaxLength(10);
        builder.Property(m => m.Bio).HasMaxLength(500);
        builder.Property(m => m.Location).HasMaxLength(60);
        builder.Property(m => m.CustomTitle).HasMaxLength(60);
        builder.Property(m => m.Signature).HasMaxLength(2000);
        builder.HasIndex(m => m.NameSkeleton);
        builder.HasIndex(m => m.NormalizedEmail).IsUnique().HasDatabaseName("EmailIndex");
        builder.HasIndex(m => m.LastSeenAt);
        builder.HasIndex(m => m.JoinAddress);
        builder.HasIndex(m => m.LastAddress);
        builder.HasOne<Groups.Group>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MemberGroup> builder)
    {
        builder.ToTable("member_groups").HasKey(g => new { g.MemberId, g.GroupId });
        builder.HasOne<Member>().WithMany().HasForeignKey(g => g.MemberId);
        builder.HasOne<Groups.Group>().WithMany().HasForeignKey(g => g.GroupId);
    }

    public void Configure(EntityTypeBuilder<SignInFailure> builder)
    {
        builder.ToTable("sign_in_failures");
        builder.Property(f => f.Key).HasMaxLength(64);
        builder.HasIndex(f => new { f.Key, f.At });
        builder.HasIndex(f => f.At);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> builder) => builder.ToTable("member_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> builder)
    {
        builder.ToTable("member_logins");
        builder.Property(l => l.LoginProvider).HasMaxLength(100);
        builder.Property(l => l.ProviderKey).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> builder)
    {
        builder.ToTable("member_tokens");
        builder.Property(t => t.LoginProvider).HasMaxLength(100);
        builder.Property(t => t.Name).HasMaxLength(100);
    }
}

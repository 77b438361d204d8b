using ForumEngine.Accounts;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Members;

/// <summary>Pages of /admin that go together. An administrator with a role opens these only; one without opens all.</summary>
public sealed class AdminRole
{
    public const int NameLength = 40;
    public const int Most = 50;

    public int Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Names of <see cref="AdminAccess.All"/>, parted by commas, in their order.</summary>
    public string Pages { get; set; } = "";

    /// <summary>Counts changes.</summary>
    public int Version { get; set; }

    /// <summary>What is known of what was named, in order; a page that a later version no longer has opens nothing.</summary>
    public static string Join(IEnumerable<string> pages) => string.Join(',', AdminAccess.All.Where(pages.ToHashSet().Contains));
}

internal sealed class AdminRoleTable : IEntityTypeConfiguration<AdminRole>
{
    public void Configure(EntityTypeBuilder<AdminRole> builder)
    {
        builder.ToTable("admin_roles");
        builder.Property(r => r.Name).HasMaxLength(AdminRole.NameLength);
        builder.Property(r => r.Pages).HasMaxLength(2000);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasMany<Member>().WithOne().HasForeignKey(m => m.AdminRoleId).OnDelete(DeleteBehavior.Restrict);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Settings;

/// <summary>One setting that differs from its default.</summary>
public sealed class Setting
{
    public required string Key { get; init; }
    public required string Value { get; set; }
    public DateTime ChangedAt { get; set; }
    public string ChangedBy { get; set; } = "";
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("settings").HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(80);
        builder.Property(s => s.Value).HasMaxLength(4000);
        builder.Property(s => s.ChangedBy).HasMaxLength(Accounts.Member.NameLength);
    }
}

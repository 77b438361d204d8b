using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Look;

/// <summary>The site's logo, or its icon in one size, as PNG made from what was uploaded.</summary>
public sealed class LookImage
{
    public const string Logo = "logo";

    /// <summary>Every size of the icon has this before its name: "icon-192", "icon-maskable-512".</summary>
    public const string Icon = "icon";

    public required string Key { get; init; }
    public required byte[] Bytes { get; init; }

    /// <summary>In pixels of the picture.</summary>
    public int Width { get; init; }

    public int Height { get; init; }
    public DateTime ChangedAt { get; set; }
}

internal sealed class LookImageTable : IEntityTypeConfiguration<LookImage>
{
    public void Configure(EntityTypeBuilder<LookImage> builder)
    {
        builder.ToTable("look_images").HasKey(i => i.Key);
        builder.Property(i => i.Key).HasMaxLength(40);
    }
}

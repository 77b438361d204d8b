using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Codes;

/// <summary>A code tag that the administrators of this site have made; read by the markup library's CustomCode.</summary>
public sealed class Code
{
    public int Id { get; set; }

    /// <summary>Lower-case; unique.</summary>
    public required string Tag { get; set; }

    public required string Template { get; set; }
    public string Explanation { get; set; } = "";
    public bool IsOn { get; set; } = true;
}

internal sealed class CodeTable : IEntityTypeConfiguration<Code>
{
    public void Configure(EntityTypeBuilder<Code> builder)
    {
        builder.ToTable("codes");
        builder.Property(c => c.Tag).HasMaxLength(40);
        builder.Property(c => c.Template).HasMaxLength(2000);
        builder.Property(c => c.Explanation).HasMaxLength(255);
        builder.HasIndex(c => c.Tag).IsUnique();
    }
}

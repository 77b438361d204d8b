using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Flood;

/// <summary>
/// A mark of a text that was posted lately: its whole normalised text as one number, and for new members' texts a few numbers
/// that similar texts share. Kept for <c>Posting.DuplicateHours</c>.
/// </summary>
public sealed class TextPrint
{
    public long Mark { get; init; }
    /// <summary>Below zero: the number of what waits for review.</summary>
    public long PostId { get; init; }
    public int AuthorId { get; init; }
    public DateTime At { get; init; }

    /// <summary>Written while its author was new.</summary>
    public bool ByNew { get; init; }

    /// <summary>With the marks of similarity: 32 bytes that tell how similar two texts are; null with the mark of the whole text.</summary>
    public byte[]? Sketch { get; init; }
}

internal sealed class TextPrintTable : IEntityTypeConfiguration<TextPrint>
{
    public void Configure(EntityTypeBuilder<TextPrint> builder)
    {
        builder.ToTable("text_prints").HasKey(p => new { p.Mark, p.PostId });
        builder.Property(p => p.Mark).ValueGeneratedNever();
        builder.Property(p => p.Sketch).HasMaxLength(Flood.Sketch.Length);
        builder.HasIndex(p => p.At);
    }
}

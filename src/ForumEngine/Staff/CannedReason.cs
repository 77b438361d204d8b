using ForumEngine.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Staff;

/// <summary>A reason that staff's forms offer (features.md B0). Eight come with the engine; administrators edit the list.</summary>
public sealed class CannedReason
{
    public const int TextLength = 100;

    public int Id { get; set; }
    public int Position { get; set; }
    public required string Text { get; set; }
    public string TextEn { get; set; } = "";

    /// <summary>For acts that honour: stickies, digests, highlights; they stand last.</summary>
    public bool IsPraise { get; set; }

    /// <summary>In the reader's language; Chinese where there is no other.</summary>
    public string TextIn(System.Globalization.CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" && TextEn.Length > 0 ? TextEn : Text;
}

internal sealed class CannedReasonTable : IEntityTypeConfiguration<CannedReason>
{
    public void Configure(EntityTypeBuilder<CannedReason> builder)
    {
        builder.ToTable("canned_reasons");
        builder.Property(r => r.Text).HasMaxLength(CannedReason.TextLength);
        builder.Property(r => r.TextEn).HasMaxLength(CannedReason.TextLength);
        builder.HasData(SetupData.Read<CannedReason[]>("Staff/canned-reasons.json"));
    }
}

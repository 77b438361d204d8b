using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Words;

/// <summary>What happens to a text that holds the word; the higher number wins where several are found.</summary>
public enum WordAction
{
    /// <summary>No word is found inside of this one: what is innocent in spite of a part of it.</summary>
    Allow = 0,

    /// <summary>Published; staff find it among the reports.</summary>
    Flag = 1,

    /// <summary>The replacement stands in its place.</summary>
    Replace = 2,

    /// <summary>Waits until somebody has read it.</summary>
    Review = 3,

    /// <summary>Isn't taken.</summary>
    Reject = 4,
}

/// <summary>How a word is looked for, beyond what is folded for all.</summary>
[Flags]
public enum WordOptions
{
    None = 0,

    /// <summary>Not inside of a longer Latin word or number.</summary>
    Whole = 1,

    /// <summary>Also by its sound: written in pinyin, or with other characters of the same syllables.</summary>
    Pinyin = 2,

    /// <summary>Also with letters and digits that look alike: 0 and o, 1 and l, Cyrillic, Chinese numerals.</summary>
    LookAlike = 4,
}

/// <summary>An entry of the word filter.</summary>
public sealed class Word
{
    /// <summary>UTF-16 units.</summary>
    public const int TextLength = 100;

    public const int CategoryLength = 40;

    /// <summary>Entries of the whole list.</summary>
    public const int Most = 100_000;

    public int Id { get; set; }

    /// <summary>As typed; {3} in it allows three more characters there.</summary>
    public required string Text { get; set; }

    /// <summary>Folded: what two entries must not have in common at the same places.</summary>
    public required string Key { get; set; }

    public WordAction Action { get; set; }
    public string Replacement { get; set; } = "";
    public string Category { get; set; } = "";

    /// <summary>Ids of boards, parted by commas, with those below them; empty is the whole site.</summary>
    public string Boards { get; set; } = "";

    public WordOptions Options { get; set; }
    public bool IsOn { get; set; } = true;
}

/// <summary>How often a word was found in what was written on a day (of the site's zone).</summary>
public sealed class WordDay
{
    public int WordId { get; init; }
    public DateOnly Day { get; init; }
    public int Hits { get; set; }
}

internal sealed class WordTables : IEntityTypeConfiguration<Word>, IEntityTypeConfiguration<WordDay>
{
    public void Configure(EntityTypeBuilder<Word> builder)
    {
        builder.ToTable("words");
        builder.Property(w => w.Text).HasMaxLength(Word.TextLength);
        builder.Property(w => w.Key).HasMaxLength(Word.TextLength * 2);
        builder.Property(w => w.Replacement).HasMaxLength(Word.TextLength);
        builder.Property(w => w.Category).HasMaxLength(Word.CategoryLength);
        builder.Property(w => w.Boards).HasMaxLength(200);
        builder.HasIndex(w => new { w.Key, w.Boards }).IsUnique();
        builder.HasIndex(w => new { w.Category, w.Id });
    }

    public void Configure(EntityTypeBuilder<WordDay> builder)
    {
        builder.ToTable("word_days").HasKey(d => new { d.WordId, d.Day });
        builder.HasIndex(d => d.Day);
        builder.HasOne<Word>().WithMany().HasForeignKey(d => d.WordId).OnDelete(DeleteBehavior.Cascade);
    }
}

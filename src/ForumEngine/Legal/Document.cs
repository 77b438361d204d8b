using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Legal;

/// <summary>
/// One version of a site page (免责声明, terms, privacy, …) in one language. A change is a new version; old ones stay readable,
/// since somebody accepted them.
/// </summary>
public sealed class DocumentVersion
{
    public const string Terms = "terms";
    public const string Disclaimer = "disclaimer";
    public const string Privacy = "privacy";
    public const string Contact = "contact";
    public const string Rules = "rules";

    public int Id { get; init; }
    public required string Slug { get; init; }

    /// <summary>Counts up per slug; the languages of one version share it.</summary>
    public int Number { get; init; }

    /// <summary>One of <see cref="Settings.SiteLanguage"/>.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>Forum code.</summary>
    public required string Body { get; init; }

    public DateTime EffectiveAt { get; init; }

    /// <summary>Members agree to it anew at their next visit once it is in force; only <see cref="Agreed"/>.</summary>
    public bool IsMaterial { get; init; }

    /// <summary>What has changed, in the version's language; told to members who are asked and on the list of versions.</summary>
    public string Note { get; init; } = "";

    /// <summary>Empty: came with the engine.</summary>
    public string PublishedByName { get; init; } = "";

    public const int SlugLength = 40, TitleLength = 100, BodyLength = 100_000, NoteLength = 500;

    /// <summary>Pages that members agree to.</summary>
    public static readonly IReadOnlyList<string> Agreed = [Terms, Privacy];
}

/// <summary>Who accepted which version of what, when and from where.</summary>
public sealed class Acceptance
{
    public long Id { get; init; }
    public int MemberId { get; init; }
    public required string Slug { get; init; }
    public int Number { get; init; }
    public DateTime At { get; init; }
    public byte[]? Address { get; init; }
}

internal sealed class LegalTables : IEntityTypeConfiguration<DocumentVersion>, IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("document_versions");
        builder.Property(d => d.Slug).HasMaxLength(DocumentVersion.SlugLength);
        builder.Property(d => d.Language).HasMaxLength(10);
        builder.Property(d => d.Title).HasMaxLength(DocumentVersion.TitleLength);
        builder.Property(d => d.Note).HasMaxLength(DocumentVersion.NoteLength);
        builder.Property(d => d.PublishedByName).HasMaxLength(Accounts.Member.NameLength);
        builder.HasIndex(d => new { d.Slug, d.Number, d.Language }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.ToTable("acceptances");
        builder.Property(a => a.Slug).HasMaxLength(40);
        builder.Property(a => a.Address).HasMaxLength(16);
        builder.HasIndex(a => new { a.MemberId, a.Slug, a.Number });
        builder.HasOne<Accounts.Member>().WithMany().HasForeignKey(a => a.MemberId);
    }
}

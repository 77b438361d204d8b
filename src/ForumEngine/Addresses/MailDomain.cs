using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Addresses;

/// <summary>
/// A domain of e-mail addresses on one of two lists. It stands for those below it too; a star stands for any letters
/// (<c>mail*.example.com</c>).
/// </summary>
public sealed class MailDomain
{
    public const int DomainLength = 253;

    public bool IsAllowed { get; init; }

    /// <summary>Lower case, as in DNS (xn--…).</summary>
    public required string Domain { get; init; }
}

internal sealed class MailDomainTable : IEntityTypeConfiguration<MailDomain>
{
    public void Configure(EntityTypeBuilder<MailDomain> builder)
    {
        builder.ToTable("mail_domains").HasKey(d => new { d.IsAllowed, d.Domain });
        builder.Property(d => d.Domain).HasMaxLength(MailDomain.DomainLength);
    }
}

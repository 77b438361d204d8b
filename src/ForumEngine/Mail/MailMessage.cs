namespace ForumEngine.Mail;

/// <summary>A mail in the outbox: plain text, to one address. Written whole when the reason for it is, in the reader's language.</summary>
public sealed record MailMessage(string To, string Subject, string Body)
{
    public const string Kind = "mail";

    /// <summary>Of its <see cref="MailRecord"/>; null for one that an older version wrote.</summary>
    public Guid? Record { get; init; }
}

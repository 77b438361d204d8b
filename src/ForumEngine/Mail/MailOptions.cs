namespace ForumEngine.Mail;

/// <summary>Where mail goes: to a server, or without one to the log and to files under <paramref name="Folder"/>.</summary>
public sealed record MailOptions(string? Host, int Port, string? User, string? Password, string From, string Folder);

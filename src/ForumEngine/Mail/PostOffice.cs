using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace ForumEngine.Mail;

/// <summary>Hands a mail over: to the SMTP server, or where none is set into a folder, with a line in the log.</summary>
public sealed class PostOffice(MailOptions options, ILogger<PostOffice> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What the server answered, or the file's name; throws what went wrong.</summary>
    public async Task<string> SendAsync(MailMessage mail, CancellationToken cancel)
    {
        using var message = Compose(mail);
        return options.Host is { } host ? await SendAsync(message, host, cancel) : await KeepAsync(message, cancel);
    }

    /// <summary>Refuses line breaks in what becomes a header, and addresses that are lists.</summary>
    private MimeMessage Compose(MailMessage mail)
    {
        if ((mail.To + mail.Subject).AsSpan().IndexOfAny('\r', '\n') >= 0) throw new FormatException("A mail header can't hold a line break.");
        var message = new MimeMessage { Subject = mail.Subject, Body = new TextPart("plain") { Text = mail.Body } };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(new MailboxAddress("", mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private async Task<string> SendAsync(MimeMessage mail, string host, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        // Port 465 speaks TLS from the first byte, others when they offer it.
        var security = options.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable;
        try
        {
            await client.ConnectAsync(host, options.Port, security, limit.Token);
            if (options.User is { Length: > 0 } user) await client.AuthenticateAsync(user, options.Password ?? "", limit.Token);
            var answer = await client.SendAsync(mail, limit.Token);
            await client.DisconnectAsync(true, limit.Token);
            return answer;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {host}:{options.Port} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    private async Task<string> KeepAsync(MimeMessage mail, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.Folder);
        var file = Path.Combine(options.Folder, $"{Guid.NewGuid():N}.eml");
        await mail.WriteToAsync(file, cancel);
        log.LogInformation("No mail server is set (Smtp:Host): mail \"{Subject}\" lies in {File}", mail.Subject, file);
        return Path.GetFileName(file);
    }
}

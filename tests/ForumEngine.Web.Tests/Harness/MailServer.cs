using MimeKit;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>The SMTP server that tests/run starts, and what arrived there. Without one the test is skipped, and fails in CI.</summary>
internal static class MailServer
{
    /// <summary>Host and port.</summary>
    public static (string Host, int Port) Address
    {
        get
        {
            var parts = Variable("FORUM_TEST_SMTP").Split(':');
            return (parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The arguments that make a site send there, or to a port in front of it.</summary>
    public static string[] Arguments(int? port = null)
    {
        var (host, own) = Address;
        return [$"--Smtp:Host={host}", $"--Smtp:Port={port ?? own}", "--Smtp:From=forum@forum.example.test"];
    }

    /// <summary>All mails that were delivered to this address so far, whatever their headers say.</summary>
    public static List<MimeMessage> To(string address) =>
        [.. Directory.GetFiles(Variable("FORUM_TEST_SMTP_DIR")).Select(f => MimeMessage.Load(f)).Where(m => Recipients(m).Contains(address))];

    /// <summary>Whom the server was told to deliver to.</summary>
    public static string[] Recipients(MimeMessage mail) => mail.Headers["X-RcptTo"]!.Split(", ");

    /// <summary>The mail with this in its subject, as soon as it is there.</summary>
    public static Task<MimeMessage> ArrivedAsync(string address, string subject) =>
        Soon.FindAsync(() => Task.FromResult(To(address).Find(m => m.Subject!.Contains(subject, StringComparison.Ordinal))), $"a mail '{subject}' to {address}");

    private static string Variable(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(value)) Databases.Missing($"No mail server is here: {name} is not set (tests/run starts one and sets it).");
        return value!;
    }
}

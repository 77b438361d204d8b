using System.Net;
using ForumEngine.Mail;
using ForumEngine.Storage;

namespace ForumEngine.Web.Hosting;

/// <summary>
/// The settings of surface.md, checked at the start: a wrong value, or an unknown key inside our own sections, stops it with
/// a message that names the key.
/// </summary>
public sealed record SiteConfiguration
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Database"] = ["Provider"],
        ["Data"] = ["Directory"],
        ["Storage"] = ["Provider"],
        ["Redis"] = ["Configuration"],
        ["Smtp"] = ["Host", "Port", "User", "Password", "From"],
        ["Site"] = ["BaseUrl"],
        ["Proxies"] = ["Known"],
        ["Backups"] = ["Directory"],
        ["Diagnostics"] = ["QueryHeader"],
        ["Offline"] = ["Off"],
    };

    public required DatabaseOptions Database { get; init; }

    /// <summary>Absolute.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Where the site's own backups lie; absolute.</summary>
    public required string BackupDirectory { get; init; }

    public required MailOptions Mail { get; init; }

    /// <summary>The only source for links in mails; null outside production takes the request's.</summary>
    public Uri? BaseUrl { get; init; }

    public IReadOnlyList<IPAddress> KnownProxies { get; init; } = [];

    /// <summary>Answers carry X-Forum-Queries; for measuring only.</summary>
    public bool QueryHeader { get; init; }

    /// <summary>Browsers drop the service worker and its copies of pages: the way back from a broken one (docs/face.md).</summary>
    public bool OfflineOff { get; init; }

    public bool IsHttps => BaseUrl?.Scheme == Uri.UriSchemeHttps;

    public static SiteConfiguration Read(IConfiguration configuration, string root)
    {
        foreach (var (section, keys) in Known)
            foreach (var child in configuration.GetSection(section).GetChildren())
                if (!keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                    throw new WrongSettingException($"{section}:{child.Key}", "there is no such setting.");

        RefuseUnbuilt(configuration);
        var data = Path.GetFullPath(configuration["Data:Directory"] ?? "data", root);
        return new SiteConfiguration
        {
            Database = ReadDatabase(configuration, root, data),
            DataDirectory = data,
            BackupDirectory = Path.GetFullPath(configuration["Backups:Directory"] is { Length: > 0 } folder ? folder : Path.Combine(data, "backups"), root),
            Mail = ReadMail(configuration, data),
            BaseUrl = ReadBaseUrl(configuration["Site:BaseUrl"]),
            KnownProxies = [.. Split(configuration["Proxies:Known"]).Select(ReadAddress)],
            QueryHeader = ReadFlag(configuration, "Diagnostics:QueryHeader"),
            OfflineOff = ReadFlag(configuration, "Offline:Off"),
        };
    }

    private static void RefuseUnbuilt(IConfiguration configuration)
    {
        if (configuration["Storage:Provider"] is { Length: > 0 } storage && !storage.Equals("Disk", StringComparison.OrdinalIgnoreCase))
            throw new WrongSettingException("Storage:Provider", $"'{storage}' is not supported by this version; leave it out or set Disk.");
        if (configuration["Redis:Configuration"] is { Length: > 0 })
            throw new WrongSettingException("Redis:Configuration", "this version runs on one node; leave it out.");
    }

    private static DatabaseOptions ReadDatabase(IConfiguration configuration, string root, string data)
    {
        var name = configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite);
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider) || int.TryParse(name, out _))
            throw new WrongSettingException("Database:Provider", $"'{name}' is neither Sqlite nor MySql.");
        var connection = configuration.GetConnectionString("Forum");
        if (provider == DatabaseProvider.MySql && string.IsNullOrWhiteSpace(connection))
            throw new WrongSettingException("ConnectionStrings:Forum", "MySql needs a connection string.");
        try
        {
            return new DatabaseOptions(provider, ConnectionStrings.Complete(provider, connection ?? $"Data Source={Path.Combine(data, "forum.db")}", root));
        }
        catch (ArgumentException error)
        {
            throw new WrongSettingException("ConnectionStrings:Forum", error.Message);
        }
    }

    private static MailOptions ReadMail(IConfiguration configuration, string data)
    {
        var port = configuration["Smtp:Port"] ?? "587";
        if (!ushort.TryParse(port, out var number) || number == 0) throw new WrongSettingException("Smtp:Port", $"'{port}' is not a port.");
        var host = configuration["Smtp:Host"];
        var from = configuration["Smtp:From"];
        if (!string.IsNullOrEmpty(host) && !MimeKit.MailboxAddress.TryParse(from, out _))
            throw new WrongSettingException("Smtp:From", "a mail server is set, so this must be a mail address.");
        return new MailOptions(string.IsNullOrEmpty(host) ? null : host, number, configuration["Smtp:User"], configuration["Smtp:Password"],
            string.IsNullOrEmpty(from) ? "forum@localhost" : from, Path.Combine(data, "outbox"));
    }

    private static Uri? ReadBaseUrl(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new WrongSettingException("Site:BaseUrl", $"'{text}' is not an absolute http(s) address.");
        return url;
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPAddress ReadAddress(string text) =>
        IPAddress.TryParse(text, out var address) ? address : throw new WrongSettingException("Proxies:Known", $"'{text}' is not an IP address.");

    private static bool ReadFlag(IConfiguration configuration, string key) => configuration[key] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new WrongSettingException(key, $"'{text}' is neither true nor false."),
    };
}

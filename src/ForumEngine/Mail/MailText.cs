using System.Globalization;
using System.Resources;
using ForumEngine.Settings;

namespace ForumEngine.Mail;

/// <summary>The texts of mails: MailText.resx (Chinese), MailText.en.resx. By language, since the reader isn't who asks.</summary>
public static class MailText
{
    private static readonly ResourceManager Texts = new("ForumEngine.Mail.MailText", typeof(MailText).Assembly);

    /// <summary>A text by its key, in the language (BCP 47) or in Chinese.</summary>
    public static string Get(string key, string? language, params object[] arguments)
    {
        var culture = CultureInfo.GetCultureInfo(language ?? SiteLanguage.Simplified);
        var text = Texts.GetString(key, culture) ?? throw new InvalidOperationException($"MailText has no '{key}'.");
        return string.Format(culture, text, arguments);
    }

    /// <summary>Text that members chose, such as a name: it can't become a link in a mail reader, nor a line of its own.</summary>
    public static string Quote(string text) => string.Concat(text.Select(c => c switch
    {
        '.' or ':' or '/' or '@' or '\uFF0E' or '\u3002' => $"[{c}]",
        _ when char.IsControl(c) => " ",
        _ => c.ToString(),
    }));
}

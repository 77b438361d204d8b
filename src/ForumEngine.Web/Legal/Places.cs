using System.Text.Encodings.Web;
using ForumEngine.Settings;

namespace ForumEngine.Web.Legal;

/// <summary>Fills in what the administrator may change at any time, so that the contact page is right without a new version.</summary>
internal static class Places
{
    /// <summary><paramref name="html"/> is rendered and safe, the values are encoded; <paramref name="notGiven"/> stands for what is not set.</summary>
    public static string Fill(string html, SiteSection site, string notGiven)
    {
        return html
            .Replace("{SiteName}", Encoded(site.Name))
            .Replace("{ContactQq}", Encoded(site.ContactQq))
            .Replace("{ContactMail}", Encoded(site.ContactMail))
            .Replace("{Icp}", Encoded(site.Icp));

        string Encoded(string value) => HtmlEncoder.Default.Encode(value.Length > 0 ? value : notGiven);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ForumEngine.Web.Feeds;

/// <summary>A feed; addresses are absolute.</summary>
public sealed record RssFeed(string Title, string Link, string Description, string Self, IReadOnlyList<RssItem> Items)
{
    private const string Atom = "http://www.w3.org/2005/Atom", Content = "http://purl.org/rss/1.0/modules/content/", Core = "http://purl.org/dc/elements/1.1/";

    /// <summary>The answer: 304 to who has it already, by its tag or its time.</summary>
    public FileContentResult Answer()
    {
        var bytes = Write();
        return new FileContentResult(bytes, "application/rss+xml; charset=utf-8")
        {
            // Weak, since a compressed answer has other bytes.
            EntityTag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"", isWeak: true),
            LastModified = Items.Count > 0 ? new DateTimeOffset(Items.Max(i => i.Changed)) : null,
        };
    }

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new System.Text.UTF8Encoding(false) }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, Core);
            xml.WriteStartElement("channel");
            Write(xml, "title", Title);
            Write(xml, "link", Link);
            Write(xml, "description", Description);
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteAttributeString("href", Self);
            xml.WriteEndElement();
            foreach (var item in Items) Write(xml, item);
        }
        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, RssItem item)
    {
        xml.WriteStartElement("item");
        Write(xml, "title", item.Title);
        Write(xml, "link", item.Link);
        Write(xml, "guid", item.Link);
        Write(xml, "pubDate", item.Published.ToString("R", CultureInfo.InvariantCulture));
        if (item.Author.Length > 0) Write(xml, "creator", item.Author, Core);
        Write(xml, "description", item.Description);
        // Escaped as text and not as CDATA, which a post could end.
        if (item.Html is { Length: > 0 } html) Write(xml, "encoded", html, Content);
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string text, string? space = null)
    {
        xml.WriteStartElement(name, space);
        xml.WriteString(XmlText.Clean(text));
        xml.WriteEndElement();
    }
}

/// <summary>The author is empty when there is none to name; the HTML is that of a rendered post.</summary>
public sealed record RssItem(string Title, string Link, DateTime Published, DateTime Changed, string Author, string Description, string? Html = null);

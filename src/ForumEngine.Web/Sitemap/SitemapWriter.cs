using System.Globalization;
using System.IO.Pipelines;
using System.Security;
using System.Text;

namespace ForumEngine.Web.Sitemap;

/// <summary>
/// Writes a file of sitemaps.org straight into the answer, row by row. It holds addresses and times only, nothing that
/// members wrote; the site's own address is the one thing to escape.
/// </summary>
public sealed class SitemapWriter
{
    /// <summary>Bytes to collect before they are sent on.</summary>
    private const int Enough = 16 * 1024;

    private readonly PipeWriter to;
    private readonly string site;
    private readonly string root;

    public SitemapWriter(PipeWriter to, string site, string root)
    {
        (this.to, this.site, this.root) = (to, SecurityElement.Escape(site), root);
        Write($"""<?xml version="1.0" encoding="utf-8"?>{"\n"}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"\n"}""");
    }

    /// <summary>An entry of the index (<c>sitemap</c>) or of a part (<c>url</c>).</summary>
    public void Entry(string element, string path, DateTime? changed = null)
    {
        var time = changed is { } at ? $"<lastmod>{at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}</lastmod>" : "";
        Write($"<{element}><loc>{site}{path}</loc>{time}</{element}>\n");
    }

    /// <summary>The same, waiting for a slow reader, so that no more than a few kilobytes wait here.</summary>
    public async ValueTask EntryAsync(string element, string path, DateTime? changed = null)
    {
        Entry(element, path, changed);
        if (to.UnflushedBytes >= Enough) await to.FlushAsync();
    }

    public async Task EndAsync()
    {
        Write($"</{root}>\n");
        await to.FlushAsync();
    }

    private void Write(string text) => Encoding.UTF8.GetBytes(text, to);
}

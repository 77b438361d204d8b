using System.Buffers.Binary;
using System.Text.Json;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What a browser asks for before it offers to put the forum on the home screen.</summary>
public sealed class InstallTests
{
    [Theory]
    [InlineData("en", "Search")]
    [InlineData("zh-CN", "搜索")]
    public async Task The_manifest_makes_the_site_installable(string language, string search)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var visitor = site.Visitor(language);
        var answer = (await visitor.GetAsync("/manifest.webmanifest")).Is(200);
        Assert.StartsWith("application/manifest+json", answer.Header("Content-Type"));
        Assert.Contains("Accept-Language", answer.Header("Vary"));
        Assert.Contains("max-age", answer.Header("Cache-Control"));

        var manifest = JsonDocument.Parse(answer.Body).RootElement;
        Assert.NotEqual("", manifest.GetProperty("name").GetString());
        Assert.InRange(manifest.GetProperty("short_name").GetString()!.Length, 1, 12);
        Assert.Equal(("/", "/", "standalone"), (manifest.GetProperty("start_url").GetString(), manifest.GetProperty("scope").GetString(), manifest.GetProperty("display").GetString()));
        Assert.StartsWith(language[..2], manifest.GetProperty("lang").GetString());
        Assert.Contains(manifest.GetProperty("shortcuts").EnumerateArray(), s => s.GetProperty("name").GetString() == search);

        var icons = manifest.GetProperty("icons").EnumerateArray().ToList();
        Assert.Contains(icons, i => i.GetProperty("sizes").GetString() == "192x192" && i.GetProperty("purpose").GetString() == "any");
        Assert.Contains(icons, i => i.GetProperty("sizes").GetString() == "512x512" && i.GetProperty("purpose").GetString() == "any");
        Assert.Contains(icons, i => i.GetProperty("purpose").GetString() == "maskable");
        foreach (var icon in icons) await IsPictureAsync(site, icon.GetProperty("src").GetString()!, icon.GetProperty("sizes").GetString()!);
    }

    [Fact]
    public async Task Every_page_leads_to_the_manifest_and_the_worker_is_fresh_each_time()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var visitor = site.Visitor();
        var page = await visitor.GetAsync("/");
        Assert.Equal("/manifest.webmanifest", page.Html.QuerySelector("link[rel=manifest]")?.GetAttribute("href"));
        await IsPictureAsync(site, page.Html.QuerySelector("link[rel=apple-touch-icon]")!.GetAttribute("href")!, "180x180");
        Assert.Equal(2, page.Html.QuerySelectorAll("meta[name=theme-color]").Length);

        var worker = (await visitor.GetAsync("/sw.js")).Is(200);
        Assert.StartsWith("text/javascript", worker.Header("Content-Type"));
        Assert.Equal(("no-cache", "/"), (worker.Header("Cache-Control"), worker.Header("Service-Worker-Allowed")));
    }

    [Fact]
    public async Task A_worker_that_must_go_is_followed_by_one_that_removes_itself()
    {
        await using var site = await Site.StartAsync(Db.Sqlite, null, "--Offline:Off=true");
        using var visitor = site.Visitor();
        Assert.Contains("unregister", (await visitor.GetAsync("/sw.js")).Is(200).Body);
    }

    /// <summary>A PNG of this many pixels: the header says so.</summary>
    private static async Task IsPictureAsync(Site site, string url, string size)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(site.Url, url));
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("PNG"u8.ToArray(), bytes[1..4]);
        Assert.Equal(size, $"{BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16))}x{BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))}");
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace ForumEngine.Web.Tests.Admin;

/// <summary>Accent, density, logo and icon: in force at once, and nothing gets in that isn't a picture.</summary>
public sealed class AdminLookTests
{
    [Theory, EveryDatabase]
    public async Task Accent_and_density_are_in_force_at_once(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/admin/look", new { Accent = "other", Hue = "217", Density = "comfortable" })).Is(303);
        var home = (await site.Visitor().GetAsync("/")).Is(200);
        Assert.Equal("comfortable", home.Html.DocumentElement.GetAttribute("data-density"));
        var sheet = home.Html.QuerySelector("link[href^='/look/217.css?v=']")!.GetAttribute("href")!;
        Assert.Equal("public, max-age=31536000, immutable", (await site.Visitor().GetAsync(sheet)).Is(200).Header("Cache-Control"));

        (await founder.PostFormAsync("/admin/look", new { Accent = "-1", Density = "compact" })).Is(303);
        Assert.Null((await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelector("link[href*='/look/']"));
    }

    [Theory]
    [InlineData("360")]
    [InlineData("teal")]
    [InlineData("")]
    public async Task A_hue_that_is_none_is_refused_at_its_field(string hue)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var answer = (await (await site.FounderAsync()).PostFormAsync("/admin/look", new { Accent = "other", Hue = hue })).Is(422);
        Assert.Equal(hue, answer.Html.GetElementById("Look_AccentHue")!.GetAttribute("value") ?? "");
        Assert.NotNull(answer.Html.GetElementById("hue-error"));
    }

    [Theory, EveryDatabase]
    public async Task A_logo_takes_the_place_of_the_name_with_its_size(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        (await UploadAsync(founder, "logo", Picture(400, 100, ".webp"))).Is(303);
        var logo = (await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelector(".brand img")!;
        Assert.Equal(("160", "40", "Test site"), (logo.GetAttribute("width"), logo.GetAttribute("height"), logo.GetAttribute("alt")));
        var file = (await site.Visitor().GetAsync(logo.GetAttribute("src")!)).Is(200);
        Assert.Equal(("image/png", "public, max-age=31536000, immutable"), (file.Header("Content-Type"), file.Header("Cache-Control")));

        (await founder.PostFormAsync("/admin/look/remove-logo", page: "/admin/look")).Is(303);
        Assert.Null((await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelector(".brand img"));
        Assert.Equal(2, await site.Rows(r => r.StaffActs.CountAsync(a => a.Details!.Contains("Look.logo"))));
    }

    [Fact]
    public async Task An_icon_comes_in_every_size()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var founder = await site.FounderAsync();
        (await UploadAsync(founder, "icon", Picture(300, 240, ".jpg"))).Is(303);
        foreach (var (name, size) in ((string, int)[])[("32", 32), ("180", 180), ("192", 192), ("512", 512), ("maskable-512", 512)])
        {
            using var client = new HttpClient();
            using var icon = Image.NewFromBuffer(await client.GetByteArrayAsync(new Uri(site.Url, $"/look/icon-{name}.png"), TestContext.Current.CancellationToken));
            Assert.Equal((size, size), (icon.Width, icon.Height));
            Assert.Equal(name is "180" or "maskable-512", !icon.HasAlpha());
        }
        (await site.Visitor().GetAsync("/look/icon-33.png")).Is(404);
    }

    [Fact]
    public async Task What_is_no_fitting_picture_is_refused_with_a_sentence()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var founder = await site.FounderAsync();
        var png = Picture(300, 300, ".png");
        foreach (var (bytes, says) in ((byte[], string)[])
        [
            ([], "Choose a picture first."),
            (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "Only PNG, JPEG and WebP pictures can be uploaded."),
            (png[..(png.Length / 2)], "This picture can't be read; the file may be damaged."),
            ([.. png, .. new byte[512 * 1024]], "The picture is too big: 512 KB is the limit."),
            (Plain(3000, 1400), "The picture is too large: 4 million pixels are the limit."),
            (Picture(100, 300, ".png"), "The icon is too small: at least 192 pixels wide and high."),
        ])
            Assert.Equal(says, (await UploadAsync(founder, "icon", bytes)).Is(422).Html.GetElementById("Icon-error")!.TextContent);
        Assert.Equal(0, await site.Rows(r => r.LookImages.CountAsync()));
    }

    [Fact]
    public async Task Only_pixels_are_kept()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        byte[] sly = [.. Picture(200, 50, ".png"), .. "<script>alert('hidden')</script>"u8];
        (await UploadAsync(await site.FounderAsync(), "logo", sly)).Is(303);
        var kept = await site.Rows(r => r.LookImages.Select(i => i.Bytes).SingleAsync());
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    private static byte[] Picture(int width, int height, string kind)
    {
        using var noise = Image.Gaussnoise(width, height, sigma: 8);
        using var grey = noise.Cast(Enums.BandFormat.Uchar);
        return grey.WriteToBuffer(kind);
    }

    /// <summary>Few bytes, many pixels.</summary>
    private static byte[] Plain(int width, int height)
    {
        using var black = Image.Black(width, height);
        return black.WriteToBuffer(".png");
    }

    private static Task<Answer> UploadAsync(Visitor visitor, string what, byte[] bytes) =>
        visitor.UploadAsync($"/admin/look/{what}", "/admin/look", char.ToUpperInvariant(what[0]) + what[1..], bytes);
}

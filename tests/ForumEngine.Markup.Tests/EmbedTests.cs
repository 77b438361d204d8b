namespace ForumEngine.Markup.Tests;

public sealed class EmbedTests
{
    [Theory]
    [InlineData("https://www.bilibili.com/video/BV1xx411c7mD/?p=2&vd_source=x", "https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&autoplay=0&page=2")]
    [InlineData("http://www.bilibili.com/video/av170001", "https://player.bilibili.com/player.html?aid=170001&autoplay=0")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1s", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://v.youku.com/v_show/id_XMTIzNDU2Nzg5Mg==.html", "https://player.youku.com/embed/XMTIzNDU2Nzg5Mg==")]
    [InlineData("http://player.youku.com/player.php/sid/XMTIzNDU2Nzg5Mg==/v.swf", "https://player.youku.com/embed/XMTIzNDU2Nzg5Mg==")]
    [InlineData("https://v.qq.com/x/page/a0123456789.html", "https://v.qq.com/txp/iframe/player.html?vid=a0123456789")]
    [InlineData("https://v.qq.com/x/cover/mzc00200abcdefg/a0123456789.html", "https://v.qq.com/txp/iframe/player.html?vid=a0123456789")]
    [InlineData("https://www.acfun.cn/v/ac12345", "https://www.acfun.cn/player/ac12345")]
    [InlineData("https://music.163.com/#/song?id=186016", "https://music.163.com/outchain/player?type=2&id=186016&auto=0")]
    [InlineData("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871")]
    public void A_video_of_a_known_site_can_be_played(string page, string player)
    {
        var link = Assert.Single(Html.Render($"[media=x,500,375]{page}[/media]").QuerySelectorAll("a.embed"));
        Assert.Equal(page, link.GetAttribute("href"));
        Assert.Equal(player, link.GetAttribute("data-src"));
        Html.AssertHarmless($"[video]{page}[/video]");
        Html.AssertNothingForTheSecondNet($"[flash]{page}[/flash]");
        Assert.Contains(Embeds.FrameSources(Embeds.KnownHosts), origin => player.StartsWith(origin + "/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://evilyoutube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://evil.example/www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://evil.example#https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com:8080/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ%22")]
    [InlineData("https://www.youtube.com/watch?v=../../x/../yy")]
    [InlineData("https://www.youtube.com/watch?v=short")]
    [InlineData("https://www.bilibili.com/video/BV1xx411c7mD%2F..")]
    [InlineData("https://www.bilibili.com/video/avx")]
    [InlineData("https://v.qq.com/")]
    [InlineData("https://v.youku.com/v_show/id_a=b=.html")]
    [InlineData("https://ｙoutu.be/dQw4w9WgXcQ")]
    public void Any_other_address_is_a_link(string page) =>
        Assert.Empty(Html.Render($"[media]{page}[/media]").QuerySelectorAll(".embed, [data-src], iframe"));

    [Fact]
    public void Only_sites_that_are_allowed_are_played()
    {
        var options = new MarkupOptions { EmbedHosts = ["Bilibili.com", "unknown.example"] };
        Assert.DoesNotContain("embed", PostMarkup.ToHtml("[media]https://youtu.be/dQw4w9WgXcQ[/media]", options), StringComparison.Ordinal);
        Assert.Contains("embed", PostMarkup.ToHtml("[media]https://www.bilibili.com/video/BV1xx411c7mD[/media]", options), StringComparison.Ordinal);
        Assert.Equal(["https://player.bilibili.com"], Embeds.FrameSources(options.EmbedHosts));
    }

    [Theory]
    [InlineData("<a class=\"embed\" data-src=\"https://evil.example/\">x</a>")]
    [InlineData("<a class=\"embed\" data-src=\"https://player.bilibili.com.evil.example/\">x</a>")]
    [InlineData("<a class=\"embed\" data-src=\"javascript:x\">x</a>")]
    public void The_second_net_knows_the_players(string html) => Assert.DoesNotContain("data-src", SecondNet.Pass(html), StringComparison.Ordinal);
}

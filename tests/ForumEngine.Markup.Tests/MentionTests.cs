namespace ForumEngine.Markup.Tests;

public sealed class MentionTests
{
    private static readonly MarkupOptions Everybody = new() { Mention = name => name.Length };

    [Theory]
    [InlineData("@张三 你好", "<a class=\"mention\" href=\"/members/2\">@张三</a> 你好")]
    [InlineData("你好@Bob_2020，来看", "你好<a class=\"mention\" href=\"/members/8\">@Bob_2020</a>，来看")]
    [InlineData("(@a.b-c.)", "(<a class=\"mention\" href=\"/members/5\">@a.b-c</a>.)")]
    [InlineData("[b]@a[/b]", "<b><a class=\"mention\" href=\"/members/1\">@a</a></b>")]
    [InlineData("@a @b", "<a class=\"mention\" href=\"/members/1\">@a</a> <a class=\"mention\" href=\"/members/1\">@b</a>")]
    public void Members_are_mentioned(string source, string html) => Assert.Equal($"<p>{html}</p>", PostMarkup.ToHtml(source, Everybody));

    [Theory]
    [InlineData("a@b.example")]
    [InlineData("@")]
    [InlineData("@@a")]
    [InlineData("@ a")]
    [InlineData("@-")]
    [InlineData("https://a.example/@user")]
    [InlineData("[url=https://a.example]@user[/url]")]
    [InlineData("[code]@user[/code]")]
    [InlineData("[quote]@user[/quote]")]
    [InlineData("[email]a@b.example[/email]")]
    [InlineData("@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Nobody_is_mentioned(string source)
    {
        Assert.Empty(Html.Parse(PostMarkup.ToHtml(source, Everybody)).QuerySelectorAll(".mention"));
        Assert.Empty(PostMarkup.FindMentions(source));
    }

    [Fact]
    public void Names_are_found_once_in_order_and_no_more_than_asked_for()
    {
        const string source = "@b @a @B[quote]@c[/quote][hide]@d[/hide] @e";
        Assert.Equal(["b", "a", "d", "e"], PostMarkup.FindMentions(source));
        Assert.Equal(["b", "a"], PostMarkup.FindMentions(source, 2));
    }

    [Fact]
    public void A_name_that_is_nobody_stays_text() =>
        Assert.Equal("<p>@a @b</p>", PostMarkup.ToHtml("@a @b", new MarkupOptions { Mention = _ => null }));

    [Theory]
    [InlineData("你好:)", "你好🙂")]
    [InlineData(":) :-( :D ;P :'(", "🙂 🙁 😃 😜 😢")]
    [InlineData("笑死:lol", "笑死😂")]
    [InlineData(":heart::heart:", "❤️❤️")]
    [InlineData("C:D D:D 8:Q a:lol", "C:D D:D 8:Q a:lol")]
    [InlineData(":loll", ":loll")]
    [InlineData("{:4_86:}", "{:4_86:}")]
    [InlineData("for (;;)", "for (;;)")]
    [InlineData("[b]:[/b])", "<b>:</b>)")]
    [InlineData("[code]:)[/code]", null)]
    [InlineData("http://a.example/:)", "<a href=\"http://a.example/\" rel=\"nofollow ugc noopener\">http://a.example/</a>🙂")]
    public void Faces_become_emoji(string source, string? html) =>
        Assert.Equal(html is null ? "<pre><code>:)</code></pre>" : $"<p>{html}</p>", PostMarkup.ToHtml(source));

    [Fact]
    public void Faces_and_links_can_be_switched_off()
    {
        Assert.Equal("<p>:)</p>", PostMarkup.ToHtml(":)", new MarkupOptions { Smilies = false }));
        Assert.Equal("<p>http://a.example @a</p>", PostMarkup.ToHtml("http://a.example @a", new MarkupOptions { Links = false }));
        Assert.Contains("<a", PostMarkup.ToHtml("[url]http://a.example[/url]", new MarkupOptions { Links = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_smiley_in_the_panel_works()
    {
        foreach (var smiley in Smilies.Faces.Concat(Smilies.Names))
            Assert.Equal($"<p>{smiley.Emoji}</p>", PostMarkup.ToHtml(smiley.Code));
    }
}

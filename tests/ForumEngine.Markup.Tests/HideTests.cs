namespace ForumEngine.Markup.Tests;

public sealed class HideTests
{
    private static readonly ReaderFacts Anybody = new() { Withheld = need => $"<{need.Credits}>" };

    [Theory]
    [InlineData("a[hide]secret[/hide]b", "<p>a</p><!--hide 0--><p>b</p>")]
    [InlineData("[hide]secret[hide=10]more secret[/hide][/hide]", "<!--hide 0-->")]
    [InlineData("[hide=zz]secret[/hide]", "<!--hide 0-->")]
    [InlineData("[hide=d3,x]secret[/hide]", "<!--hide 0-->")]
    [InlineData("[list][*]a[hide]secret[/hide][/list]", "<ul><li>a<!--hide 0--></li></ul>")]
    public void What_is_hidden_is_not_in_the_shared_form(string source, string html)
    {
        var rendered = PostMarkup.Render(source);
        Assert.Equal(html, rendered.Html);
        Assert.Contains("secret", rendered.Hidden, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", PostMarkup.ToHtml(source), StringComparison.Ordinal);
        Assert.True(PostMarkup.HasHide(source));
    }

    [Theory]
    [InlineData("[hide]x[/hide]", false, 999, 999, false)]
    [InlineData("[hide]x[/hide]", true, 0, 0, true)]
    [InlineData("[hide=10]x[/hide]", true, 9, 0, false)]
    [InlineData("[hide=10]x[/hide]", false, 10, 0, true)]
    [InlineData("[hide=d3]x[/hide]", false, 0, 2, false)]
    [InlineData("[hide=d3]x[/hide]", false, 0, 3, true)]
    [InlineData("[hide=d3]x[/hide]", true, 0, 0, true)]
    [InlineData("[hide=d3,10]x[/hide]", true, 9, 2, false)]
    [InlineData("[hide=D3, 10]x[/hide]", false, 10, 0, true)]
    [InlineData("[hide=99999999999]x[/hide]", true, int.MaxValue - 1, 0, false)]
    public void Who_meets_the_condition_sees_it(string source, bool replied, int credits, int days, bool sees)
    {
        var facts = Anybody with { HasReplied = replied, Credits = credits, PostAge = TimeSpan.FromDays(days) };
        var rendered = PostMarkup.Render(source);
        Assert.Equal(sees, Resolve(rendered, facts).Contains("<div class=\"hide\"><p>x</p></div>", StringComparison.Ordinal));
        Assert.Equal("<div class=\"hide\"><p>x</p></div>", Resolve(rendered, Anybody with { SeesHidden = true }));
    }

    [Fact]
    public void The_site_may_end_all_hiding_after_some_days()
    {
        var rendered = PostMarkup.Render("[hide]x[/hide]");
        Assert.DoesNotContain("x", Resolve(rendered, Anybody with { HideEndsAfterDays = 30, PostAge = TimeSpan.FromDays(29.9) }), StringComparison.Ordinal);
        Assert.Contains("x", Resolve(rendered, Anybody with { HideEndsAfterDays = 30, PostAge = TimeSpan.FromDays(30) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_parts_within_hidden_parts_have_their_own_conditions()
    {
        var rendered = PostMarkup.Render("[hide]a[hide=10]b[/hide]c[/hide]");
        Assert.Equal("<div class=\"hide\"><p>a</p><p class=\"hide-note\">&lt;10&gt;</p><p>c</p></div>", Resolve(rendered, Anybody with { HasReplied = true }));
        Assert.Equal("<p class=\"hide-note\">&lt;0&gt;</p>", Resolve(rendered, Anybody with { Credits = 10 }));
        Assert.Contains("<div class=\"hide\"><p class=\"hide-note\">10</p><p>b</p></div>", Resolve(rendered, Anybody with { SeesHidden = true, Shown = need => $"{need.Credits}" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!--hide 0-->")]
    [InlineData("[hide]a[/hide]<!--hide 0--><!--file 1-->")]
    [InlineData("[url=http://a.example/<!--file 1-->]x[/url][quote=\"<!--file 1-->\"]x[/quote]")]
    [InlineData("[code]<!--file 1-->[/code]&lt;!--file 1--&gt;")]
    public void Nobody_can_type_a_placeholder(string source)
    {
        var resolved = Resolve(PostMarkup.Render(source), Anybody with { SeesHidden = true, Attachment = _ => "<b>FORGED</b>" });
        Assert.DoesNotContain("FORGED", resolved, StringComparison.Ordinal);
    }

    [Fact]
    public void Attachments_stand_where_they_were_put_and_only_for_those_who_may_have_them()
    {
        var rendered = PostMarkup.Render("a[attach]7[/attach]b[hide][attachimg]8[/attachimg][/hide][attach]x[/attach][attach]-1[/attach]");
        Assert.Equal("<p>a</p><!--file 7--><p>b</p><!--hide 0--><p>[attach]x[/attach][attach]-1[/attach]</p>", rendered.Html);
        var facts = Anybody with { HasReplied = true, Attachment = id => id == 8 ? "<img src=\"/files/8/<!--file 7-->\">" : null };
        Assert.Equal("<p>a</p><p>b</p><div class=\"hide\"><img src=\"/files/8/<!--file 7-->\"></div><p>[attach]x[/attach][attach]-1[/attach]</p>", Resolve(rendered, facts));
        Assert.Equal([7, 8], PostMarkup.FindAttachments("[attach]7[/attach][hide][attachimg]8[/attachimg][/hide][attach]7[/attach][code][attach]9[/attach][/code]"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("broken")]
    [InlineData("1,0,0,99999:<p>x</p>")]
    [InlineData("1,0,0,-1:<p>x</p>")]
    [InlineData("1,0,0:<p>x</p>")]
    public void Hidden_parts_that_cannot_be_read_stay_hidden(string? hidden) =>
        Assert.Equal("<p>a</p>", PostMarkup.Resolve("<p>a</p><!--hide 0-->", hidden, Anybody with { SeesHidden = true }));

    [Fact]
    public void Html_without_placeholders_is_given_back_as_it_is()
    {
        const string html = "<p>a</p>";
        Assert.Same(html, PostMarkup.Resolve(html, null, Anybody));
    }

    [Theory]
    [InlineData("[quote][hide]secret[/quote]secret[/hide]end", "end")]
    [InlineData("[list][*][hide]secret[*]secret[/list]secret[/hide]end", "end")]
    [InlineData("[table][tr][td][hide]secret[/td][td]secret[/td][/tr][/table]secret[/hide]end", "end")]
    [InlineData("[b][hide]secret[/b]secret[/hide]end", "end")]
    [InlineData("[hide][quote]secret[/hide]end[/quote]", "end")]
    [InlineData("[hide][hide]secret[/hide]secret[/hide]end", "end")]
    [InlineData("[hide=1][quote][hide=2]secret[/quote]secret[/hide]secret[/hide]end", "end")]
    [InlineData("[hide][password]x[/hide]secret[/hide]secret[/password]", "")]
    public void What_was_between_the_tags_stays_hidden_however_they_overlap_others(string source, string shown)
    {
        var html = PostMarkup.ToHtml(source);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.Contains(shown, html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", PostMarkup.ToPlainText(source), StringComparison.Ordinal);
        Html.AssertNothingForTheSecondNet(source);
    }

    [Theory]
    [InlineData("quote", 30)]
    [InlineData("hide", 30)]
    [InlineData("hide", 3000)]
    public void However_deep_it_stands_it_is_hidden(string around, int levels)
    {
        var source = string.Concat(Enumerable.Repeat($"[{around}]", levels)) + "[hide=7]secret[/hide]" + string.Concat(Enumerable.Repeat($"[/{around}]", levels));
        var rendered = PostMarkup.Render(source);
        Assert.DoesNotContain("secret", Resolve(rendered, Anybody with { HasReplied = true, Credits = 6 }), StringComparison.Ordinal);
        Assert.Contains("secret", Resolve(rendered, Anybody with { HasReplied = true, Credits = 7 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_mixture_of_tags_keeps_what_stands_between_a_pair_of_hide_tags()
    {
        string[] pieces = ["[b]", "[/b]", "[quote]", "[/quote]", "[list]", "[*]", "[/list]", "[table]", "[tr]", "[td]", "[/td]", "[/tr]", "[/table]", "a", "|", "\n\n", "[align=left]", "[/align]"];
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            string Mixed() => string.Concat(Enumerable.Range(0, 12).Select(_ => pieces[random.Next(pieces.Length)]));
            var source = $"{Mixed()}[hide]{Mixed()}secret{Mixed()}secret{Mixed()}[/hide]{Mixed()}";
            Assert.DoesNotContain("secret", PostMarkup.ToHtml(source), StringComparison.Ordinal);
            Assert.Equal(2, PostMarkup.Render(source).Hidden!.Split("secret").Length - 1);
        }
    }

    [Fact]
    public void Texts_leave_out_what_is_hidden()
    {
        const string source = "open[hide]secret[attach]3[/attach][/hide] end";
        Assert.Equal("open\n\nend", PostMarkup.ToPlainText(source));
        Assert.Equal("open end", PostMarkup.ToSearchText(source));
        Assert.Equal("open end", PostMarkup.ToExcerpt(source, 100));
        Assert.DoesNotContain("secret", QuoteSource.For(1, "a", "b", source), StringComparison.Ordinal);
        Assert.Contains("secret", PostMarkup.ToPlainText(source, withHidden: true), StringComparison.Ordinal);
        Assert.Equal(6, PostMarkup.VisibleLength("[hide]secret[/hide]"));
        Assert.True(PostMarkup.VisibleLength("[attach]3[/attach]") > 5);
    }

    private static string Resolve(Rendered rendered, ReaderFacts facts) => PostMarkup.Resolve(rendered.Html, rendered.Hidden, facts);
}

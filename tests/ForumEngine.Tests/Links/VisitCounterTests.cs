using ForumEngine.Settings;

namespace ForumEngine.Tests.Links;

public sealed class VisitCounterTests
{
    [Theory]
    [InlineData("none", "", "", null)]
    [InlineData("baidu", "0123456789abcdef0123456789abcdef", "", null)]
    [InlineData("baidu", "G-123", "", "Footer.CounterId")]
    [InlineData("51la", "JabcDEF123", "", null)]
    [InlineData("matomo", "7", "stats.example.test", null)]
    [InlineData("matomo", "7", "", "Footer.CounterHost")]
    [InlineData("matomo", "seven", "stats.example.test", "Footer.CounterId")]
    [InlineData("plausible", "forum.example.test", "plausible.io", null)]
    [InlineData("umami", "b59e9c65-ae32-47f1-8400-119fcf4861c4", "u.example.test", null)]
    [InlineData("umami", "12", "u.example.test", "Footer.CounterId")]
    public void A_counter_needs_what_its_provider_needs(string provider, string id, string host, string? wrong)
    {
        Assert.Equal(wrong, VisitCounter.WhyNot(provider, id, host));
        var counter = VisitCounter.Of(new FooterSection { Counter = provider, CounterId = id, CounterHost = host });
        Assert.Equal(wrong is not null || provider == "none", counter is null);
    }

    [Theory]
    [InlineData("https://stats.example.test")]
    [InlineData("stats.example.test/x")]
    [InlineData("stats.example.test 'unsafe-inline'")]
    [InlineData("stats.example.test;script-src *")]
    [InlineData("*.example.test")]
    [InlineData("user@example.test")]
    [InlineData("localhost")]
    public void A_host_is_a_name_and_nothing_more(string host) => Assert.False(SettingCatalog.TryWrite(new SiteSettings(), "Footer.CounterHost", host));

    [Theory]
    [InlineData("/", true)]
    [InlineData("/threads/4", true)]
    [InlineData("/accounts", true)]
    [InlineData("/account/reset", false)]
    [InlineData("/ADMIN", false)]
    [InlineData("/desk/log", false)]
    [InlineData("/darkroom/5/appeal", false)]
    [InlineData("/darkroom/5", true)]
    public void Private_pages_are_not_counted(string path, bool counts) => Assert.Equal(counts, VisitCounter.Counts(path));
}

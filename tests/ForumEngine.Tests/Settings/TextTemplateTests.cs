using ForumEngine.Settings;

namespace ForumEngine.Tests.Settings;

public sealed class TextTemplateTests
{
    [Theory]
    [InlineData("{title} - {page} - {board} - {site}", "T - P - B - S")]
    [InlineData("{title} - {none} - {site}", "T - S")]
    [InlineData("{none} - {site}", "S")]
    [InlineData("{site} - {none}", "S")]
    [InlineData("{none} | {none}", "")]
    [InlineData("{title}_{site}", "T_S")]
    [InlineData("{title}，{none}，{site}", "T，S")]
    [InlineData("Read {title} at {site}!", "Read T at S!")]
    [InlineData("{unknown}{title}", "T")]
    [InlineData("no variables", "no variables")]
    [InlineData("{ {title} }", "{ T }")]
    public void Empty_variables_take_their_separator_along(string template, string expected) =>
        Assert.Equal(expected, TextTemplate.Fill(template, new Dictionary<string, string?>
        {
            ["title"] = "T",
            ["page"] = "P",
            ["board"] = "B",
            ["site"] = "S",
            ["none"] = "",
        }));

    [Fact]
    public void Braces_in_a_value_mean_nothing() =>
        Assert.Equal("{site} - S", TextTemplate.Fill("{title} - {site}", new Dictionary<string, string?> { ["title"] = "{site}", ["site"] = "S" }));

    [Theory]
    [InlineData("Seo.ThreadTitle", "{title} - {member}", true)]
    [InlineData("Seo.ThreadTitle", "{title} - {nonsense}", false)]
    [InlineData("Seo.IndexTitle", "{board}", false)]
    [InlineData("Seo.ThreadTitle", "", false)]
    [InlineData("Seo.ThreadDescription", "", true)]
    public void A_template_with_a_variable_that_is_not_there_is_refused(string key, string value, bool isFine) =>
        Assert.Equal(isFine, SettingCatalog.TryWrite(new SiteSettings(), key, value));
}

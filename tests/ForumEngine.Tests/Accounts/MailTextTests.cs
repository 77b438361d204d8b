using ForumEngine.Mail;
using ForumEngine.Settings;

namespace ForumEngine.Tests.Accounts;

public sealed class MailTextTests
{
    [Theory]
    [InlineData("evil.example", "evil[.]example"), InlineData("http://x", "http[:][/][/]x"), InlineData("a\r\nb", "a  b"), InlineData("林间小路", "林间小路")]
    public void Names_become_neither_links_nor_lines(string name, string quoted) => Assert.Equal(quoted, MailText.Quote(name));

    [Theory]
    [InlineData("Confirm"), InlineData("Reset"), InlineData("PasswordChanged"), InlineData("EmailChanging")]
    public void Every_mail_is_there_in_every_language(string mail) =>
        Assert.Distinct(SiteLanguage.All.Select(language => MailText.Get($"{mail}Body", language, "site", "name", "link")));
}

using ForumEngine.Accounts;

namespace ForumEngine.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("1234567", "PasswordTooShort"), InlineData("12345678", "PasswordCommon"), InlineData("PASSWORD1", "PasswordCommon")]
    [InlineData("linjianxiaolu", "PasswordIsName"), InlineData("Lin@Example.com", "PasswordIsName")]
    public void What_is_easy_to_guess_is_refused(string password, string why) =>
        Assert.Equal(why, PasswordRules.Problem(password, "LinJianXiaoLu", "lin@example.com"));

    [Theory]
    [InlineData("correct horse 9"), InlineData("  leading and trailing  "), InlineData("一二三四五六七八"), InlineData("🐼🐼🐼🐼")]
    public void Any_characters_will_do(string password) => Assert.Null(PasswordRules.Problem(password, "lin", "lin@example.com"));

    [Fact]
    public void The_longest_has_128_characters()
    {
        Assert.Null(PasswordRules.Problem(new string('ä', 127) + "!", "lin", ""));
        Assert.Equal("PasswordTooLong", PasswordRules.Problem(new string('ä', 129), "lin", ""));
    }

    [Theory]
    [InlineData("a@b.cn", true), InlineData("a.b+c@mail.example.com", true), InlineData("a@b", false), InlineData("a b@c.de", false)]
    [InlineData("a@b.cn\r\nBcc: x@y.z", false), InlineData("a@b.cn,c@d.cn", false), InlineData("<a@b.cn>", false), InlineData("@b.cn", false), InlineData("", false)]
    public void Addresses_are_single_and_plain(string address, bool valid) => Assert.Equal(valid, EmailAddress.IsValid(address));
}

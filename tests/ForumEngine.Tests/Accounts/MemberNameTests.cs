using System.Text.Json;
using ForumEngine.Accounts;

namespace ForumEngine.Tests.Accounts;

public sealed class MemberNameTests
{
    [Theory]
    [InlineData("abc"), InlineData("林间小路"), InlineData("盐田Harbor"), InlineData("夜行者K"), InlineData("ahua_88"), InlineData("a.b-c")]
    [InlineData("Łukasz"), InlineData("José"), InlineData("Иван"), InlineData("山田太郎"), InlineData("김철수"), InlineData("𠮷野家")]
    public void Ordinary_names_may_be_chosen(string name) => Assert.Null(MemberName.Problem(MemberName.Tidy(name)));

    [Theory]
    [InlineData("", "NameTooShort"), InlineData("ab", "NameTooShort"), InlineData("熊", "NameTooShort")]
    [InlineData("abcdefghijklmnop", "NameTooLong"), InlineData("一二三四五六七八", "NameTooLong")]
    [InlineData("a b c", "NameCharacters"), InlineData("a@b.c", "NameCharacters"), InlineData("<b>hi", "NameCharacters")]
    [InlineData("ab\u200Dc", "NameCharacters"), InlineData("ab\u202Ecd", "NameCharacters"), InlineData("a\0bc", "NameCharacters")]
    [InlineData("ＡＢＣ", "NameCharacters"), InlineData("___", "NameCharacters"), InlineData(".abc", "NameCharacters"), InlineData("abc-", "NameCharacters")]
    [InlineData("ab\uD800c", "NameCharacters"), InlineData("ab\uFFFEc", "NameCharacters"), InlineData("熊猫🐼", "NameCharacters")]
    [InlineData("vаsya", "NameScripts"), InlineData("αlpha", "NameScripts")]
    [InlineData("Admin", "NameReserved"), InlineData("a_d_m_i_n", "NameReserved"), InlineData("小管理员", "NameReserved")]
    [InlineData("guest123", "NameReserved"), InlineData("游客007", "NameReserved"), InlineData("adrnin", "NameReserved"), InlineData("r00t", "NameReserved")]
    public void Others_may_not(string name, string why) => Assert.Equal(why, MemberName.Problem(MemberName.Tidy(name)));

    [Theory]
    [InlineData("Lin", "lin"), InlineData("ＬＩＮ", "lin"), InlineData("É", "é"), InlineData("e\u0301", "é"), InlineData("ﬀ", "ff")]
    public void Fold_ignores_case_and_width(string one, string other) => Assert.Equal(MemberName.Fold(other), MemberName.Fold(one));

    [Theory]
    [InlineData("paypal", "paypaI"), InlineData("b0b", "bob"), InlineData("асе", "ace"), InlineData("modern", "modem"), InlineData("José", "Jose")]
    public void Look_alikes_share_a_skeleton(string one, string other) => Assert.Equal(MemberName.Skeleton(other), MemberName.Skeleton(one));

    [Theory]
    [InlineData("anna", "anne"), InlineData("林间", "林問"), InlineData("a.b", "a-b")]
    public void Different_names_do_not(string one, string other) => Assert.NotEqual(MemberName.Skeleton(other), MemberName.Skeleton(one));

    [Fact]
    public void No_name_of_the_corpus_becomes_a_second_admin()
    {
        foreach (var line in File.ReadLines(Checkout.Shared("data/corpora/unicode/usernames.jsonl")).Where(l => l.Length > 0))
        {
            var row = JsonDocument.Parse(line).RootElement;
            var name = MemberName.Tidy(row.GetProperty("input").GetString());
            var problem = MemberName.Problem(name);
            if (row.GetProperty("expect").GetString()!.StartsWith("refuse", StringComparison.Ordinal)) Assert.True(problem is not null, line);
            if (problem is null) Assert.True(MemberName.Fold(name).Length <= 120 && MemberName.Skeleton(name).Length <= 240, line);
        }
    }
}

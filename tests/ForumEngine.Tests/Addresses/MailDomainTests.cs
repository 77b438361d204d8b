using ForumEngine.Addresses;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Addresses;

public sealed class MailDomainTests
{
    [Theory]
    [InlineData("a@trash.example", true), InlineData("a@deep.below.trash.example", true), InlineData("a@nottrash.example", false)]
    [InlineData("a@mail7.example.net", true), InlineData("a@mail.example.net", true), InlineData("a@x.mail7.example.net", true), InlineData("a@example.net", false)]
    [InlineData("a@any.tk", true), InlineData("a@TRASH.Example", true), InlineData("a@trash.example.", true)]
    [InlineData("a@邮箱.example", true), InlineData("a@good.trash.example", false)]
    public async Task A_listed_domain_stands_for_those_below_it(string email, bool refused)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        Assert.Null(await ChangeAsync(forum, "trash.example  # a remark\n\n@mail*.example.net\n*.tk\n邮箱.example", "good.trash.example"));
        Assert.Equal(refused ? "EmailDomainRefused" : null, (await forum.Service<MailDomains>().WhyNotAsync(email, default))?.Code);
    }

    [Theory, EveryDatabase]
    public async Task With_listed_only_nobody_else_registers(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        Assert.Null(await ChangeAsync(forum, "", "school.example"));
        Assert.Null(await forum.Service<MailDomains>().WhyNotAsync("a@other.example", default));
        await forum.SetAsync("Registration.MailDomainMode", "listed");
        Assert.NotNull(await forum.Service<MailDomains>().WhyNotAsync("a@other.example", default));
        Assert.Null(await forum.Service<MailDomains>().WhyNotAsync("a@lab.school.example", default));
    }

    [Theory, EveryDatabase]
    public async Task Lists_are_replaced_whole_and_a_wrong_line_changes_nothing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        Assert.Null(await ChangeAsync(forum, "one.example\ntwo.example\nONE.example", ""));
        Assert.Null(await ChangeAsync(forum, "two.example\nthree.example", "one.example"));
        var wrong = await ChangeAsync(forum, "four.example\nnot a domain", "");
        Assert.Equal(("Denied", "NotADomain", "not a domain"), (wrong!.Field, wrong.Code, wrong.Arguments[0]));
        Assert.Equal([(false, "three.example"), (false, "two.example"), (true, "one.example")],
            (await forum.Rows(d => d.MailDomains.ToListAsync())).Select(m => (m.IsAllowed, m.Domain)).Order());
        Assert.Equal(2, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "maildomains.change")));
    }

    [Fact]
    public void Many_stars_take_no_time()
    {
        var pattern = string.Concat(Enumerable.Repeat("a*", 60)) + "b";
        Assert.False(DomainList.Matches(pattern, new string('a', 250)));
    }

    private static Task<Refusal?> ChangeAsync(Forum forum, string denied, string allowed) =>
        forum.Use<ChangeMailDomains, Refusal?>(u => u.RunAsync(forum.System, new MailDomainTexts(denied, allowed), default));
}

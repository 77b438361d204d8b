using ForumEngine.Keeping;
using ForumEngine.Mail;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Mails;

/// <summary>Texts of mails: names are filled in and nothing is carried out; a broken one is refused with its place.</summary>
public sealed class MailTemplateTests
{
    [Theory]
    [InlineData("Hello {name}: {link}", null, 0, 0)]
    [InlineData("Hello {nmae}: {link}", "TemplateUnknown", 1, 7)]
    [InlineData("Hello\n\n  {link} {", "TemplateBrace", 3, 10)]
    [InlineData("} {link}", "TemplateBrace", 1, 1)]
    [InlineData("{link} {{name}}", "TemplateBrace", 1, 8)]
    [InlineData("{link} {}", "TemplateUnknown", 1, 8)]
    [InlineData("{link} {name.Length}", "TemplateUnknown", 1, 8)]
    [InlineData("{link} {0}", "TemplateUnknown", 1, 8)]
    [InlineData("Hello {name}", "TemplateNeeds", 0, 0)]
    public async Task A_broken_text_is_refused_with_its_place(string body, string? code, int line, int column)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var refusal = (await SaveAsync(forum, await forum.AdministratorAsync(), new MailTemplate { Mail = "Reset", Language = "en", Subject = "[{site}] x", Body = body })).SingleOrDefault();
        Assert.Equal(code, refusal?.Code);
        if (line > 0) Assert.Equal([line, column], refusal!.Arguments.OfType<int>());
        Assert.Equal(code is null, await forum.Rows(d => d.MailTemplates.AnyAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_text_is_used_in_its_language_alone_and_taken_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Empty(await SaveAsync(forum, admin, new MailTemplate { Mail = "Reset", Language = "en", Subject = "{site}: come in", Body = "Hi {name},\n\n{link}\n\nBye" }));
        var values = new Dictionary<string, string?> { ["site"] = "Town", ["name"] = "{link}", ["link"] = "https://x.test/?a={name}" };
        Assert.Equal(("Town: come in", "Hi {link},\n\nhttps://x.test/?a={name}\n\nBye"), await forum.Service<MailTemplates>().FillAsync("Reset", "en", values, default));
        Assert.Contains("重设密码", (await forum.Service<MailTemplates>().FillAsync("Reset", "zh-Hans", values, default)).Subject, StringComparison.Ordinal);
        var row = await forum.Rows(d => d.MailTemplates.SingleAsync());
        Assert.Null(await forum.Use<KeepList<MailTemplate>, Refusal?>(l => l.DeleteAsync(admin, row.Id, row.Version, default)));
        Assert.Equal("[Town] Set a new password", (await forum.Service<MailTemplates>().FillAsync("Reset", "en", values, default)).Subject);
    }

    [Fact]
    public void Every_text_of_the_engine_passes_its_own_rules()
    {
        foreach (var kind in MailKinds.All)
            foreach (var language in SiteLanguage.All)
            {
                var (subject, body) = kind.Own(language);
                Assert.Empty(new MailTemplate { Mail = kind.Key, Language = language, Subject = subject, Body = body }.Check());
            }
    }

    private static Task<IReadOnlyList<Refusal>> SaveAsync(Forum forum, Viewer who, MailTemplate template) => forum.Use<KeepList<MailTemplate>, IReadOnlyList<Refusal>>(l => l.SaveAsync(who, template, default));
}

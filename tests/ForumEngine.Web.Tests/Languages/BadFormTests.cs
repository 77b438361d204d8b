using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ForumEngine.Settings;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Languages;

/// <summary>Every form, filled in wrongly in every language: no message is in another one, whoever wrote it: we, MVC or Identity.</summary>
public sealed class BadFormTests
{
    public static TheoryData<string> Languages => [.. SiteLanguage.All];

    [Theory, MemberData(nameof(Languages))]
    public async Task What_is_wrong_with_a_form_is_said_in_the_readers_language(string language)
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var board = await site.BoardAsync("b");
        var author = await site.MemberAsync("author");
        var thread = await site.ThreadAsync(board, author, "t");
        var post = await site.Rows(db => db.Posts.Select(p => p.Id).SingleAsync());
        using var guest = site.Visitor(language);
        using var member = await site.VisitorAsync(author, language);
        using var founder = await site.FounderAsync(language);
        List<string> messages =
        [
            .. await ComplaintsAsync(site.Log, guest, "/account/register", "/account/login", "/account/forgot"),
            .. await ComplaintsAsync(site.Log, member, "/account/settings", "/account/settings/password", "/account/settings/email",
                $"/boards/{board.Id}/new", $"/threads/{thread.Id}/reply", $"/posts/{post}/edit"),
            .. await ComplaintsAsync(site.Log, founder, "/desk/sanctions/new", $"/desk/threads/{thread.Id}/stick", "/admin/site", "/admin/boards/new", $"/admin/boards/{board.Id}"),
        ];
        Assert.True(messages.Count >= 40, $"The forms found only {messages.Count} faults.");
        Expect.None(messages.Where(m => Script.Foreign(m, language) is not null).Distinct());
        Expect.None(site.Texts.Missing.Where(k => !k.Contains(".Hint ", StringComparison.Ordinal)));
    }

    /// <summary>Each page's own form, empty, with marks where words, numbers and choices belong, and with far too much.</summary>
    private static async Task<List<string>> ComplaintsAsync(SiteLog log, Visitor visitor, params string[] urls)
    {
        List<string> said = [];
        foreach (var url in urls)
            foreach (var length in (int[])[0, 2, 30_000])
            {
                var form = Visitor.FormOn((await visitor.GetAsync(url)).Is(200), url);
                // Far too much for each field, not for the request: it has a limit of its own.
                var value = length == 2 ? "?!" : new string('?', Math.Min(length, 1_000_000 / Visitor.FieldsOf(form).Count));
                var answer = await visitor.SubmitAsync(form, url, Visitor.FieldsOf(form).Keys.Where(name => IsTyped(form, name)).ToDictionary(name => name, _ => value));
                Assert.True(answer.Code < 500, $"{url} with {value.Length} characters: {answer.Code}\n{log}");
                said.AddRange(answer.Html.QuerySelectorAll(".err, #errors li, .problem p").Select(e => e.TextContent.Trim()).Where(t => t.Length > 0));
            }
        return said;
    }

    private static bool IsTyped(IHtmlFormElement form, string name) =>
        name != "__RequestVerificationToken" && form.Elements.OfType<IElement>().First(e => e.GetAttribute("name") == name) is var field &&
        (field.GetAttribute("type") != "hidden" || name is "Version" or "SubmissionId" or "QuotePostId");
}

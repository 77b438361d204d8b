using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Posts;

/// <summary>The same as in the engine's own tests, through forms, cookies and tokens.</summary>
public sealed class ManyAtOnceTests
{
    [Theory, EveryDatabase]
    public async Task Fifty_replies_at_once_by_five_members_are_fifty_consecutive_floors(Db db)
    {
        var site = await Site.OnAsync(db);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        var url = $"/threads/{thread.Id}/reply";
        var writers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            var visitor = await site.NewVisitorAsync();
            return (Visitor: visitor, Form: Visitor.FieldsOf(Visitor.FormOn(await visitor.OpenAsync(url), url)));
        }));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => writers[i % 5].Visitor.PostAsync(url,
            new Dictionary<string, string>(writers[i % 5].Form) { ["Body"] = $"Reply {i}", ["SubmissionId"] = $"{Guid.NewGuid()}" })));

        Assert.All(answers, a => a.Is(303));
        var floors = answers.Select(a => int.Parse(a.Location!.Split("#floor-")[1], null)).Order();
        Assert.Equal(Enumerable.Range(2, 50), floors);
        foreach (var (visitor, _) in writers) visitor.Dispose();
    }

    [Theory, EveryDatabase]
    public async Task Fifty_submits_of_one_form_are_one_post_and_fifty_answers_that_lead_to_it(Db db)
    {
        var site = await Site.OnAsync(db);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var visitor = await site.NewVisitorAsync();
        var url = $"/threads/{thread.Id}/reply";
        var form = Visitor.FieldsOf(Visitor.FormOn(await visitor.OpenAsync(url), url));
        form["Body"] = "Once is enough";

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => visitor.PostAsync(url, form)));

        Assert.All(answers, a => Assert.Equal($"/threads/{thread.Id}?page=1#floor-2", a.Is(303).Location));
        Assert.Equal(2, await site.Rows(d => d.Posts.CountAsync(p => p.ThreadId == thread.Id)));
    }
}

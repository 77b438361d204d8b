using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Addresses;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Words;

namespace ForumEngine.Web.Tests.Review;

/// <summary>What the pages of filter, review, addresses and clean-up cost the database when there is much of everything, and that none shows it all.</summary>
public sealed class SafetyPageBudgetTests(ITestOutputHelper output)
{
    [Theory, EveryDatabase]
    public async Task Each_page_keeps_to_its_queries_and_to_a_page_of_rows(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (board, member, reviewed) = (await site.BoardAsync(), await site.NewMemberAsync(), await site.NewMemberAsync());
        var thread = await site.ThreadAsync(board, member, "Much", replies: 120);
        var held = await HeldAsync(site, board, reviewed);
        var (word, policy, run) = await FillAsync(site);
        using var founder = await site.FounderAsync();
        using var author = await site.VisitorAsync(reviewed);
        var name = Uri.EscapeDataString(member.UserName!);
        (Visitor Who, string Page, int Queries, int Rows)[] pages =
        [
            (founder, "/admin/words", 5, 50), (founder, "/admin/words?q=w&category=c1&action=reject", 5, 50), (founder, $"/admin/words/{word}", 4, 0), (founder, "/admin/words/new", 3, 0),
            (founder, "/admin/words/import", 2, 0), (founder, "/admin/words/try", 2, 0), (founder, "/admin/words/hits?days=365", 5, 100),
            (founder, "/admin/review", 3, 100), (founder, $"/admin/review/{policy}", 4, 0), (founder, "/admin/review/new", 3, 0), (founder, $"/admin/dry-runs/{run}", 3, 100),
            (founder, "/admin/mail-domains", 3, 0), (founder, "/desk/addresses", 9, 30),
            (founder, "/desk/clean", 9, 20), (founder, $"/desk/clean?member={name}&days=7", 15, 50), (founder, "/desk/clean?keyword=floor&days=7", 14, 50), (founder, "/desk/clean?address=192.0.2.0/24&days=7", 14, 50),
            (founder, "/desk/queue", 9, 20), (founder, "/desk/queue?state=ignored", 9, 20), (founder, $"/desk/queue/{held}", 12, 0),
            (author, "/account/posts/pending", 3, 50), (author, $"/account/posts/pending/{held}", 4, 0),
        ];
        List<string> over = [];
        foreach (var (who, page, queries, rows) in pages)
        {
            var answer = await who.WarmAsync(page);
            var shown = answer.Html.QuerySelectorAll("main tbody tr, main ul.threads > li, main ul.rows > li").Length;
            output.WriteLine($"{db} {page}: {answer.Queries} queries, {shown} rows");
            if (answer.Queries > queries) over.Add($"{page}: {answer.Queries} queries, not {queries}");
            if (rows > 0 && shown > rows) over.Add($"{page}: {shown} rows, not {rows}");
        }
        Assert.True(over.Count == 0, string.Join('\n', over));
    }

    private static async Task<long> HeldAsync(Site site, ForumEngine.Boards.Board board, Member member)
    {
        await site.SanctionAsync(member, SanctionKind.Review);
        var who = await site.ViewerAsync(member);
        var place = (await site.StartAsync(who, board, "Waiting", "Some text that waits")).Value;
        await site.Rows(async d =>
        {
            for (var i = 0; i < 49; i++)
                d.PendingPosts.Add(new PendingPost { AuthorId = member.Id, AuthorName = member.UserName!, BoardId = board.Id, Title = $"Waiting {i}", Body = "Some text", State = i % 2 == 0 ? PendingState.Waiting : PendingState.Ignored, Reasons = HoldReasons.Member, CreatedAt = site.Now, UpdatedAt = site.Now });
            return await d.SaveChangesAsync();
        });
        return place.PendingId!.Value;
    }

    private static Task<(int Word, int Policy, int Run)> FillAsync(Site site) => site.Rows(async d =>
    {
        for (var i = 0; i < 130; i++) d.Words.Add(new Word { Text = $"w{i}x", Key = $"w{i}x", Action = WordAction.Flag, Category = $"c{i % 3}" });
        for (var i = 0; i < 60; i++) d.ReviewPolicies.Add(new ReviewPolicy { Name = $"Policy {i}", OnThreads = true });
        for (byte i = 0; i < 70; i++)
            d.AddressBans.Add(new AddressBan { Network = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 198, 51, 100, i], Prefix = 128, Scope = AddressScope.Writing, Reason = "spam", CreatedAt = site.Now, IssuedByName = "x" });
        for (var i = 0; i < 500; i++) d.MailDomains.Add(new MailDomain { Domain = $"d{i}.example" });
        var samples = Enumerable.Range(0, DryRun.MostSamples).Select(i => new DryRunSample(i, $"Thread {i}", "Excerpt", ["w"]));
        var run = new DryRun { Kind = DryRunKind.Gate, Days = 7, CreatedAt = site.Now, State = DryRunState.Done, FinishedAt = site.Now, Found = 1000, Posts = 5000, Samples = System.Text.Json.JsonSerializer.Serialize(samples) };
        d.DryRuns.Add(run);
        for (var i = 0; i < 30; i++) d.Sweeps.Add(new ForumEngine.Cleaning.Sweep { At = site.Now, IssuedByName = "x", Reason = string.Create(CultureInfo.InvariantCulture, $"Spam {i}"), Filter = "{}" });
        await d.SaveChangesAsync();
        var (word, policy) = (d.Words.Local.First().Id, d.ReviewPolicies.Local.First().Id);
        foreach (var each in d.Words.Local.ToList()) d.WordDays.Add(new WordDay { WordId = each.Id, Day = DateOnly.FromDateTime(site.Now), Hits = each.Id });
        await d.SaveChangesAsync();
        return (word, policy, run.Id);
    });
}

using System.CommandLine;
using ForumEngine.Setup;

namespace ForumEngine.Web.Commands;

/// <summary>Communities to look at and to measure on.</summary>
public static class SeedCommand
{
    public static Command Create() => new("seed", "Fill the site with made-up members, threads and posts.") { Demo(), Bench() };

    private static Command Demo()
    {
        var password = new Option<string?>("--password") { Description = "The demo members' password; random and unknown without it." };
        var command = new Command("demo", "A small believable community, while there are no threads.") { password };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            var seeded = await services.GetRequiredService<SeedDemo>().RunAsync(parsed.GetValue(password), cancel);
            if (seeded.Refusal is { } refusal) return await RefuseAsync(refusal.Code);
            Console.WriteLine($"{seeded.Value} posts.");
            return 0;
        }));
        return command;
    }

    private static Command Bench()
    {
        var boards = Number("--boards", "Boards to add.", 40);
        var members = Number("--members", "Members bench1, bench2, …", 5000);
        var threads = Number("--threads", "Threads.", 20_000);
        var posts = Number("--posts", "All posts, first posts included.", 200_000);
        var big = Number("--big-thread", "Posts of one long thread, 0 for none.", 10_000);
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same rows.", DefaultValueFactory = _ => 1 };
        var password = new Option<string?>("--password") { Description = "The members' password; random and unknown without it." };
        var command = new Command("bench", "A large community to measure on, while there are no threads.") { boards, members, threads, posts, big, seed, password };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            var order = new BenchOrder(parsed.GetValue(boards), parsed.GetValue(members), parsed.GetValue(threads),
                parsed.GetValue(posts), parsed.GetValue(big), parsed.GetValue(seed), parsed.GetValue(password));
            var seeding = services.GetRequiredService<SeedBench>();
            var refusal = await Progress.ShowAsync("posts", order.Posts, progress => seeding.RunAsync(order, progress, cancel));
            return refusal is null ? 0 : await RefuseAsync(refusal.Code, refusal.Field);
        }));
        return command;
    }

    private static Option<int> Number(string name, string what, int usual) => new(name) { Description = what, DefaultValueFactory = _ => usual };

    private static Task<int> RefuseAsync(string code, string? field = null) => code switch
    {
        "HasThreads" => CommandHost.FailAsync("there are threads already; seeds are for empty sites.", 2),
        "NotSetUp" => CommandHost.FailAsync("there are no boards; run `forum setup` first.", 2),
        "WrongOrder" => CommandHost.FailAsync($"{field}: out of range; --posts must hold all threads and the big one.", 2),
        _ => CommandHost.FailAsync(code, 2),
    };
}

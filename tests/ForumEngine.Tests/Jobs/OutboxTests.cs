using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Jobs;

public sealed class OutboxTests
{
    [Theory, EveryDatabase]
    public async Task What_two_nodes_work_off_together_happens_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db, services => services.AddSingleton<IOutboxHandler, Count>());
        var before = await CountedAsync(forum);
        await forum.Rows(async d =>
        {
            for (var i = 0; i < 300; i++) Outbox.Add(d, Count.Name, i, forum.Now);
            return await d.SaveChangesAsync();
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(forum.RunJobsAsync)));
        forum.Clock.Advance(TimeSpan.FromHours(1));
        await forum.RunJobsAsync();
        Assert.Equal(before + 300, await CountedAsync(forum));
        Assert.Equal(0, await forum.Rows(d => d.Outbox.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_message_that_fails_waits_longer_each_time_and_holds_up_nobody(Db db)
    {
        await using var forum = await Forum.OpenAsync(db, services => services.AddSingleton<IOutboxHandler, Broken>().AddSingleton<IOutboxHandler, Count>());
        await forum.Rows(async d =>
        {
            Outbox.Add(d, Broken.Name, 1, forum.Now);
            Outbox.Add(d, Count.Name, 1, forum.Now);
            return await d.SaveChangesAsync();
        });
        await forum.RunJobsAsync();
        var left = await forum.Rows(d => d.Outbox.SingleAsync());
        Assert.Equal((Broken.Name, 1, "out of order"), (left.Kind, left.Attempts, left.Error));
        Assert.True(left.DueAt > forum.Now);
        forum.Clock.Advance(left.DueAt - forum.Now);
        await forum.RunJobsAsync();
        Assert.True(await forum.Rows(d => d.Outbox.Select(m => m.DueAt).SingleAsync()) - forum.Now > left.DueAt - left.CreatedAt);
    }

    private static Task<long> CountedAsync(Forum forum) =>
        forum.Rows(d => d.KindVersions.Where(v => v.Kind == Kinds.Documents).Select(v => v.Number).SingleAsync());

    private sealed class Count : IOutboxHandler
    {
        public const string Name = "test.count";
        public string Kind => Name;
        public bool InTransaction => true;

        public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
        {
            foreach (var _ in payloads) await Versions.BumpAsync(db, Kinds.Documents, cancel);
        }
    }

    private sealed class Broken : IOutboxHandler
    {
        public const string Name = "test.broken";
        public string Kind => Name;
        public bool InTransaction => true;

        public Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel) => throw new InvalidOperationException("out of order");
    }
}

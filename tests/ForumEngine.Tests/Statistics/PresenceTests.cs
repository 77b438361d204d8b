using ForumEngine.Jobs;
using ForumEngine.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Statistics;

public sealed class PresenceTests
{
    [Theory, EveryDatabase]
    public async Task Members_are_written_down_once_in_a_while_and_counted(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        // Whoever set the forum up has never been here.
        await forum.Rows(rows => rows.Members.ExecuteUpdateAsync(m => m.SetProperty(x => x.LastSeenAt, (DateTime?)null)));
        var presence = forum.Service<Presence>();
        var (one, two) = (await forum.MemberAsync("one"), await forum.MemberAsync("two"));
        presence.Saw(await forum.ViewerAsync(one));
        presence.Saw(await forum.ViewerAsync(two));
        foreach (var last in new byte[] { 1, 2, 2 })
            presence.Saw(await forum.GuestAsync() with { Address = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 203, 0, 113, last] });

        await forum.Services.GetServices<IJob>().OfType<FlushPresence>().Single().RunAsync(default);

        var online = await forum.Service<OnlineNow>().CurrentAsync(default);
        Assert.Equal((2, 2, 4L), (online.Members, online.Guests, online.Record));
        Assert.Equal(forum.Now, await forum.Rows(rows => rows.Members.Where(m => m.Id == one.Id).Select(m => m.LastSeenAt).SingleAsync()));

        forum.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(0, presence.CountGuests());
    }
}

using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;

namespace ForumEngine.Statistics;

/// <summary>Adds new members to the day and to the total.</summary>
public sealed class CountMembers(SettingsSource settings) : IOutboxHandler
{
    public string Kind => MemberJoined.Kind;
    public bool InTransaction => true;

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        var zone = (await settings.CurrentAsync(cancel)).Zone();
        foreach (var day in payloads.Select(p => JsonSerializer.Deserialize<MemberJoined>(p)!).GroupBy(j => j.At.DayIn(zone)))
            await SiteDays.AddAsync(db, day.Key, 0, 0, day.Count(), cancel);
        await SiteDays.CountAsync(db, SiteCounter.Members, payloads.Count, cancel);
    }
}

using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Settings;

/// <summary>One change as the staff log keeps it.</summary>
internal sealed record SettingChange(string Key, string From, string To)
{
    public static readonly JsonSerializerOptions AsJson = new(JsonSerializerDefaults.Web);
}

/// <summary>A line of the history; <see cref="Stands"/>: the setting still has this value, so that it can be taken back.</summary>
public sealed record SettingChangeLine(long Id, DateTime At, string Who, string Key, string From, string To, bool Stands);

public sealed record SettingChangePage(IReadOnlyList<SettingChangeLine> Lines, long? Next);

/// <summary>Who changed which setting from what to what, newest first; and one of these taken back.</summary>
public sealed class SettingHistory(ForumDb db, ChangeSettings change)
{
    public const int PageSize = 50;

    /// <summary><paramref name="key"/> null is all of them; an unknown one has none.</summary>
    public async Task<SettingChangePage> ReadAsync(string? key, long? before, CancellationToken cancel)
    {
        if (key is not null && !SettingCatalog.Knows(key)) return new SettingChangePage([], null);
        var acts = db.StaffActs.Where(a => a.Act == ChangeSettings.Act && (before == null || a.Id < before));
        if (key is not null) acts = acts.Where(a => a.Details!.StartsWith($"{{\"key\":\"{key}\","));
        var rows = await acts.OrderByDescending(a => a.Id).Take(PageSize + 1).ToListAsync(cancel);
        var now = await SettingsSource.LoadAsync(db, cancel);
        return new SettingChangePage([.. rows.Take(PageSize).Select(a => LineOf(a, now)).OfType<SettingChangeLine>()], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }

    /// <summary>Puts the value before it back; a conflict (<c>SettingChanged</c>) where it was changed again since.</summary>
    public async Task<Refusal?> UndoAsync(Viewer who, long id, CancellationToken cancel)
    {
        var act = await db.StaffActs.SingleOrDefaultAsync(a => a.Id == id && a.Act == ChangeSettings.Act, cancel);
        if (act is null || Read(act) is not { } was || !SettingCatalog.Knows(was.Key)) return Refusal.NotFound;
        return await change.RunAsync(who, new Dictionary<string, string> { [was.Key] = was.From }, cancel, new Dictionary<string, string> { [was.Key] = was.To });
    }

    /// <summary>Null for a setting that an older version had.</summary>
    private static SettingChangeLine? LineOf(StaffAct act, SiteSettings now) => Read(act) is { } was && SettingCatalog.Knows(was.Key)
        ? new SettingChangeLine(act.Id, act.At, act.ActorName, was.Key, was.From, was.To, SettingCatalog.Read(now, was.Key) == was.To) : null;

    private static SettingChange? Read(StaffAct act) => JsonSerializer.Deserialize<SettingChange>(act.Details!, SettingChange.AsJson);
}

using System.Globalization;
using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Groups;

/// <summary>What somebody changed of a group, newest first.</summary>
public sealed record GroupPast(IReadOnlyList<GroupPastLine> Lines, long? Next);

/// <summary>One save: from what to what, by the names of <see cref="GroupDraft"/>'s facts and of rights.</summary>
public sealed record GroupPastLine(long Id, DateTime At, string By, IReadOnlyList<GroupStep> Steps);

public sealed record GroupStep(string Key, string From, string To);

/// <summary>Reads the changes of a group from the staff log, and takes one back.</summary>
public sealed class GroupHistory(ForumDb db, GroupSets groups, SaveGroup save)
{
    private const int PerPage = 20;

    public async Task<GroupPast> ReadAsync(int id, long? before, CancellationToken cancel)
    {
        var acts = await Of(id).Where(a => before == null || a.Id < before).OrderByDescending(a => a.Id).Take(PerPage + 1)
            .Select(a => new { a.Id, a.At, a.ActorName, a.Details }).ToListAsync(cancel);
        return new GroupPast([.. acts.Take(PerPage).Select(a => new GroupPastLine(a.Id, a.At, a.ActorName, StepsOf(a.Details!)))], acts.Count > PerPage ? acts[PerPage - 1].Id : null);
    }

    /// <summary>Sets what that save changed back to what it was, by the rules of every save; the rest stays as it is now.</summary>
    public async Task<Refusal?> RestoreAsync(Viewer who, int id, long line, CancellationToken cancel)
    {
        if (!who.IsAdministrator || (await groups.CurrentAsync(cancel)) is var set && set.Find(id) is not { } group) return Refusal.NotFound;
        if (await Of(id).Where(a => a.Id == line).Select(a => a.Details).SingleOrDefaultAsync(cancel) is not { } details) return Refusal.NotFound;
        var now = set.DraftOf(group);
        return await save.RunAsync(who, id, now.With(StepsOf(details)), now.Stamp(), cancel);
    }

    /// <summary>The log has no column for groups; its line begins with the group's number.</summary>
    private IQueryable<Staff.StaffAct> Of(int id)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{id},");
        return db.StaffActs.Where(a => a.Act == "group.change" && a.Details!.StartsWith(start));
    }

    private static List<GroupStep> StepsOf(string details)
    {
        using var json = JsonDocument.Parse(details);
        var (from, to) = (json.RootElement.GetProperty("from"), json.RootElement.GetProperty("to"));
        return [.. from.EnumerateObject().Select(p => new GroupStep(p.Name, p.Value.GetString()!, to.GetProperty(p.Name).GetString()!))];
    }
}

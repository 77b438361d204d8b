using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Registrations that wait for a decision; shown while the site reviews them, and until the last is decided.</summary>
public sealed class ApplicationsBox(ForumDb db, SettingsSource settings) : IDeskBox
{
    public string Key => "applications";
    public int Order => 40;

    public async Task<BoxCount?> CountAsync(Viewer who, BoxScope scope, CancellationToken cancel)
    {
        if (!who.May(StaffRight.ApproveMembers)) return null;
        if (scope.Boards is not null) return new BoxCount(0, null);
        var waiting = await db.Applications.Where(a => a.State == ApplicationState.Waiting).OrderBy(a => a.At).Select(a => a.At).Take(BoxCount.Most).ToListAsync(cancel);
        if (waiting.Count == 0 && (await settings.CurrentAsync(cancel)).Registration.Mode != "review") return null;
        return new BoxCount(waiting.Count, waiting.Count == 0 ? null : waiting[0]);
    }

    public async Task<IReadOnlyList<BoxLine>> ReadAsync(Viewer who, BoxQuery query, CancellationToken cancel)
    {
        if (!who.May(StaffRight.ApproveMembers) || query.Scope.Boards is not null || query.Show == BoxShow.Mine) return [];
        var done = query.Show == BoxShow.Done;
        var lines = from a in db.Applications
                    join m in db.Members on a.MemberId equals m.Id
                    where done ? a.State != ApplicationState.Waiting : a.State == ApplicationState.Waiting
                    select new { Row = a, Name = m.UserName! };
        if (query.Search.Length > 0) lines = lines.Where(x => x.Name.Contains(query.Search));
        if (BoxCursor.Read(query.After) is { } after)
        {
            var (at, id) = after;
            lines = done
                ? lines.Where(x => x.Row.DecidedAt <= at && (x.Row.DecidedAt < at || x.Row.MemberId < id))
                : lines.Where(x => x.Row.At >= at && (x.Row.At > at || x.Row.MemberId > id));
        }
        lines = done ? lines.OrderByDescending(x => x.Row.DecidedAt).ThenByDescending(x => x.Row.MemberId) : lines.OrderBy(x => x.Row.At).ThenBy(x => x.Row.MemberId);
        return (await lines.Take(query.Take + 1).ToListAsync(cancel)).ConvertAll(x => LineOf(x.Row, x.Name, done));
    }

    private static BoxLine LineOf(Application row, string name, bool done)
    {
        var sort = done ? row.DecidedAt!.Value : row.At;
        return new BoxLine(BoxLineKind.NewMember, name, string.Create(CultureInfo.InvariantCulture, $"/desk/applications/{row.MemberId}"), row.At, sort, new BoxCursor(sort, row.MemberId).ToString())
        {
            SubKey = row.Reason.Length > 0 ? "Line_Says" : "Line_SaysNothing",
            SubArguments = [row.Reason],
            MarkKey = row.State == ApplicationState.Waiting ? "" : $"Line_{row.State}",
            MarkArguments = [row.DecidedByName],
        };
    }
}

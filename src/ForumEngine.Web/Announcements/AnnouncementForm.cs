using System.Globalization;
using ForumEngine.Announcements;
using ForumEngine.Groups;
using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;

namespace ForumEngine.Web.Announcements;

/// <summary>An announcement as typed; its times are the site's.</summary>
public sealed class AnnouncementForm
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm";

    public int Id { get; set; }

    /// <summary>The version that the form showed.</summary>
    public int Seen { get; set; }

    public string? Title { get; set; }
    public string? Body { get; set; }
    public string? Url { get; set; }

    /// <summary>Empty is now.</summary>
    public string? From { get; set; }

    /// <summary>Empty is until it is taken down.</summary>
    public string? Until { get; set; }

    public string? Position { get; set; }
    public List<int> Groups { get; set; } = [];
    public List<int> Boards { get; set; } = [];

    /// <summary>"preview", else it is saved.</summary>
    public string? Act { get; set; }

    /// <summary>After a conflict: what was typed and what is there now.</summary>
    public IReadOnlyList<KeptField> Theirs { get; private set; } = [];

    public bool IsGone { get; private set; }

    public static AnnouncementForm Of(Announcement a, TimeZoneInfo zone) => new()
    {
        Id = a.Id,
        Seen = a.Version,
        Title = a.Title,
        Body = a.Body,
        Url = a.Url,
        From = Local(a.From, zone),
        Until = a.Until is { } until ? Local(until, zone) : "",
        Position = a.Position.ToString(CultureInfo.InvariantCulture),
        Groups = [.. IdList.Split(a.GroupIds)],
        Boards = [.. IdList.Split(a.BoardIds)],
    };

    /// <summary>
    /// <paramref name="before"/> keeps its author, a time that was not typed over to the second, and for whom it is: a group or board that is gone, and so
    /// not among those that the form offers (<paramref name="groups"/>, <paramref name="boards"/>), must not open it to everybody.
    /// </summary>
    public Outcome<Announcement> Read(Viewer who, TimeZoneInfo zone, Announcement? before, IReadOnlyCollection<int> groups, IReadOnlyCollection<int> boards)
    {
        var (from, until) = (Time(From, zone, before?.From), Time(Until, zone, before?.Until));
        if (from is null && !string.IsNullOrWhiteSpace(From)) return Refusal.Invalid(nameof(From), "NotATime");
        if (until is null && !string.IsNullOrWhiteSpace(Until)) return Refusal.Invalid(nameof(Until), "NotATime");
        return new Announcement
        {
            Id = Id,
            Version = Seen,
            Title = Title ?? "",
            Body = Body ?? "",
            Url = Url ?? "",
            From = from ?? who.Now,
            Until = until,
            Position = Typed.Number(Position) ?? -1,
            GroupIds = IdList.Join(Groups.Union(Unoffered(before?.GroupIds, groups))),
            BoardIds = IdList.Join(Boards.Union(Unoffered(before?.BoardIds, boards))),
            AuthorId = before is null ? who.MemberId : before.AuthorId,
            AuthorName = before is null ? who.Name : before.AuthorName,
        };
    }

    private static IEnumerable<int> Unoffered(string? ids, IReadOnlyCollection<int> offered) => IdList.Split(ids ?? "").Where(id => !offered.Contains(id));

    /// <summary>After a conflict: sent again, it overwrites knowingly; what was deleted becomes a new entry.</summary>
    public void Meet(Announcement mine, Announcement? now)
    {
        (IsGone, Theirs) = (now is null, now is null ? [] : KeptDifference.Of(mine, now));
        (Id, Seen) = (now?.Id ?? 0, now?.Version ?? 0);
    }

    private static string Local(DateTime time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(time, zone).ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static DateTime? Time(string? typed, TimeZoneInfo zone, DateTime? before)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (before is { } was && typed.Trim() == Local(was, zone)) return was;
        return DateTime.TryParseExact(typed.Trim(), [TimeFormat, "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !zone.IsInvalidTime(local) && local.Year is > 2000 and < 9000
            ? TimeZoneInfo.ConvertTimeToUtc(local, zone) : null;
    }
}

/// <summary>The form with what it offers. <paramref name="Zone"/> is the site's.</summary>
public sealed record AnnouncementPage(AnnouncementForm Form, IReadOnlyList<Group> Groups, BoardOptions Boards, string Zone)
{
    /// <summary>As readers will see it.</summary>
    public AnnouncementText? Preview { get; init; }
}

using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Staff;

/// <summary>The staff log: searched, and as a file. Nothing changes it.</summary>
[Access(Audience.Staff)]
public sealed class LogController(LogSearch log, IStringLocalizer<StaffText> text) : ForumController
{
    /// <summary>Lines of a file at most, and days it may span.</summary>
    public const int MostLines = 100_000, MostDays = 366;

    [HttpGet("/desk/log")]
    public async Task<IActionResult> Index(LogQuery query)
    {
        var found = await log.ReadAsync(Viewer, query.Filter(Viewer.Zone), Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Log", new LogView(query, found.Value));
    }

    [HttpGet("/desk/log.csv")]
    public async Task<IActionResult> Export(LogQuery query)
    {
        var filter = query.Filter(Viewer.Zone);
        filter = filter with { Until = filter.Until ?? Viewer.Now };
        filter = filter with { From = filter.From ?? filter.Until.Value.AddDays(-MostDays) };
        if (filter.Until - filter.From > TimeSpan.FromDays(MostDays)) return Refused(Refusal.Invalid("From", "PeriodTooLong", MostDays));
        var found = await log.AllAsync(Viewer, filter, MostLines, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        return await Csv.FileAsync(HttpContext, "staff-log.csv",
            Csv.Line("time", "operator", "address", "act", "act_name", "board", "thread", "title", "post", "member", "member_name", "reason", "details"), found.Value.Lines, RowOf);
    }

    private string RowOf(StaffLogLine line)
    {
        var act = line.Act;
        return Csv.Line(Csv.Time(act.At), act.ActorName, LogWords.Address(Viewer, act), act.Act, LogWords.Act(text, act.Act),
            Csv.Number(act.BoardId), Csv.Number(act.ThreadId), line.ThreadTitle ?? "", Csv.Number(act.PostId), Csv.Number(act.MemberId), line.MemberName ?? "", act.Reason, act.Details ?? "");
    }
}

/// <summary>The log's filter as its address says it; what can't be read asks nothing.</summary>
public sealed class LogQuery
{
    public string? Operator { get; set; }
    public string? Act { get; set; }
    public string? Board { get; set; }
    public string? Member { get; set; }
    public string? Thread { get; set; }
    public string? Post { get; set; }
    public string? Reason { get; set; }

    /// <summary>Days of the reader's zone, both included.</summary>
    public string? From { get; set; }

    public string? Until { get; set; }
    public string? Before { get; set; }

    public LogFilter Filter(TimeZoneInfo zone) => new()
    {
        Operator = Short(Operator),
        Act = Short(Act),
        Board = (int?)Number(Board, int.MaxValue),
        Member = Short(Member),
        Thread = Number(Thread),
        Post = Number(Post),
        Reason = Short(Reason),
        From = Days.Begin(From, zone),
        Until = Days.End(Until, zone),
        Before = Number(Before),
    };

    /// <summary>The same filter further down, or as a file.</summary>
    public string Address(string path, long? before = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new[] { ("operator", Operator), ("act", Act), ("board", Board), ("member", Member), ("thread", Thread), ("post", Post),
            ("reason", Reason), ("from", From), ("until", Until), ("before", before?.ToString(CultureInfo.InvariantCulture)) })
            if (!string.IsNullOrWhiteSpace(value)) query.Add(key, value);
        return path + query;
    }

    private static string Short(string? text) => text?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, 100)] : "";

    private static long? Number(string? text, long most = long.MaxValue) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id <= most ? id : null;
}

public sealed record LogView(LogQuery Query, StaffLogList List);

using System.Globalization;
using ForumEngine.Acts;
using ForumEngine.Permissions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Acts;

/// <summary>The fields of /desk/threads/act. Empty is "as it is".</summary>
public sealed class ThreadActsForm
{
    public static readonly string[] Kinds = ["marks", "move", "merge", "copy", "delete", "restore"];

    public List<long> Id { get; set; } = [];

    /// <summary>One of <see cref="Kinds"/>.</summary>
    public string? Do { get; set; }

    public string? Level { get; set; }
    public string? Digest { get; set; }
    public bool ChangesHighlight { get; set; }
    public string? Colour { get; set; }
    public string? Background { get; set; }
    public bool Bold { get; set; }
    public bool Italic { get; set; }
    public bool Underline { get; set; }
    public string? Closed { get; set; }
    public string? TypeId { get; set; }
    public string? Stamp { get; set; }
    public string? Place { get; set; }

    /// <summary>In the staff's time zone.</summary>
    public DateTime? Until { get; set; }

    public string? BoardId { get; set; }
    public string? MoveTypeId { get; set; }
    public bool Stub { get; set; }
    public DateTime? StubUntil { get; set; }

    /// <summary>A thread's number or address: what the others are merged into.</summary>
    public string? Into { get; set; }

    public string? Reason { get; set; }
    public bool Tell { get; set; }

    [BindNever]
    public Choice? Choice { get; set; }

    public string Kind => Kinds.Contains(Do) ? Do! : Choice is { Threads.Count: 0 } ? "delete" : "marks";

    public ThreadOrder Order(Viewer who)
    {
        var plain = new ThreadOrder { Note = ActNote.Of(Reason, Tell) };
        return Kind switch
        {
            "move" => plain with { Move = Number(BoardId) is { } board ? new MoveOrder(board, Number(MoveTypeId), Stub, Utc(StubUntil, who)) : null },
            "copy" => plain with { CopyTo = Number(BoardId) },
            "delete" => plain with { Delete = true },
            "restore" => plain with { Restore = true },
            _ => plain with
            {
                Sticky = Number(Level),
                Digest = Number(Digest),
                Highlight = ChangesHighlight ? new Highlight(Number(Colour) ?? 0, Bold, Italic, Underline, Number(Background) ?? 0) : null,
                Closed = Number(Closed) is { } closed ? closed != 0 : null,
                TypeId = Number(TypeId),
                Stamp = Number(Stamp),
                Place = Number(Place) is { } place ? (ThreadPlace)place : null,
                Until = Utc(Until, who),
            },
        };
    }

    /// <summary>The thread that the field names: "42", "/threads/42" or the whole address.</summary>
    public long? Target => long.TryParse((Into ?? "").Trim().Split('?', '#')[0].TrimEnd('/').Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Empty is null; what is no number is one that no rule knows.</summary>
    private static int? Number(string? typed) => string.IsNullOrEmpty(typed) ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>An hour that a change of clocks leaves out is the one after it.</summary>
    private static DateTime? Utc(DateTime? typed, Viewer who)
    {
        if (typed is not { } at) return null;
        at = DateTime.SpecifyKind(at, DateTimeKind.Unspecified);
        if (at < DateTime.MinValue.AddDays(1) || at > DateTime.MaxValue.AddDays(-1)) return DateTime.MaxValue;
        return TimeZoneInfo.ConvertTimeToUtc(who.Zone.IsInvalidTime(at) ? at.AddHours(1) : at, who.Zone);
    }
}

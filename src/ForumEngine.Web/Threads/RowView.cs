using ForumEngine.Threads;

namespace ForumEngine.Web.Threads;

/// <summary>A thread as a row; <paramref name="BoardName"/> where rows of several boards stand together.</summary>
public sealed record RowView(ThreadRow Row, string? BoardName = null)
{
    /// <summary>Heat from which a flame is shown, and from which it is filled (features.md A2: heat levels 50, 100, 200).</summary>
    public const int Warm = 50, Hot = 200;

    private const int FirstPages = 3;

    public bool IsMoved => Row.RedirectToThreadId is not null;

    public string Url => $"/threads/{Row.RedirectToThreadId ?? Row.Id}";

    public string? LastPageUrl => Row.Pages > 1 && !Row.NewestFirst ? $"{Url}?page={Row.Pages}" : Url;

    public string State => (Row.IsNew, Row.IsClosed, IsMoved) switch
    {
        (true, _, _) => "unread",
        (_, _, true) => "moved",
        (_, true, _) => "shut",
        _ => "",
    };

    /// <summary>Staff may choose it and act on it together with others.</summary>
    public bool CanPick { get; init; }

    public string? TitleClass
    {
        get
        {
            string?[] parts = [Row.Colour > 0 ? $"hl-{Row.Colour}" : null, Row.IsBold ? "hl-b" : null, Row.IsItalic ? "hl-i" : null, Row.IsUnderlined ? "hl-u" : null,
                Row.Background > 0 ? $"hl-on hl-on-{Row.Background}" : null];
            return parts.All(p => p is null) ? null : string.Join(' ', parts.OfType<string>());
        }
    }

    public string? KindIcon => Row.Kind switch
    {
        ThreadKind.Poll => "poll",
        ThreadKind.Trade or ThreadKind.Reward => "coin",
        ThreadKind.Activity => "flag",
        ThreadKind.Debate => "swap",
        _ => null,
    };

    /// <summary>2 3 4 … last; 0 stands for the gap.</summary>
    public IEnumerable<int> PageLinks()
    {
        for (var page = 2; page <= Math.Min(Row.Pages, 1 + FirstPages); page++) yield return page;
        if (Row.Pages > FirstPages + 2) yield return 0;
        if (Row.Pages > FirstPages + 1) yield return Row.Pages;
    }
}

/// <summary>A name in a list, linked where there is a member behind it; empty is anonymous.</summary>
public sealed record NameLink(int? MemberId, string Name);

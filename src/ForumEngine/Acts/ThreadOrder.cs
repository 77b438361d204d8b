using ForumEngine.Permissions;

namespace ForumEngine.Acts;

/// <summary>提升, 下沉: where a thread stands in its list.</summary>
public enum ThreadPlace
{
    /// <summary>First, as if somebody had answered now.</summary>
    Bump = 1,

    /// <summary>Two years back.</summary>
    Sink = 2,
}

/// <summary>Where a thread goes. <paramref name="StubUntil"/>: null leaves the redirect for good.</summary>
public sealed record MoveOrder(int BoardId, int? TypeId, bool LeavesStub = false, DateTime? StubUntil = null);

/// <summary>What is to be done with threads; null is "as it is". Several things may be done at once, to each thread all or nothing.</summary>
public sealed record ThreadOrder
{
    /// <summary>Days ahead that an act may last.</summary>
    public const int MostDays = 180;

    public int? Sticky { get; init; }
    public int? Digest { get; init; }
    public Highlight? Highlight { get; init; }
    public bool? Closed { get; init; }

    /// <summary>0 takes the type away.</summary>
    public int? TypeId { get; init; }

    public int? Stamp { get; init; }
    public ThreadPlace? Place { get; init; }
    public MoveOrder? Move { get; init; }

    /// <summary>The board that gets a copy of the first post.</summary>
    public int? CopyTo { get; init; }

    public bool Delete { get; init; }
    public bool Restore { get; init; }

    /// <summary>UTC; when what is set in place turns back by itself.</summary>
    public DateTime? Until { get; init; }

    public ActNote Note { get; init; } = ActNote.Silent;

    public bool IsEmpty => !Marks().Any() && Place is null && Move is null && CopyTo is null && !Delete && !Restore;

    internal IEnumerable<(Mark Mark, string Value)> Marks()
    {
        if (Sticky is { } sticky) yield return (Mark.Sticky, Mark.Text(sticky));
        if (Digest is { } digest) yield return (Mark.Digest, Mark.Text(digest));
        if (Highlight is { } highlight) yield return (Mark.Highlight, highlight.ToString());
        if (Closed is { } closed) yield return (Mark.Closed, closed ? "1" : "0");
        if (TypeId is { } type) yield return (Mark.Type, Mark.Text(type));
        if (Stamp is { } stamp) yield return (Mark.Stamp, Mark.Text(stamp));
    }

    /// <summary>What is wrong with the order itself, whatever thread it is for.</summary>
    public Refusal? WhyNot(Viewer who)
    {
        if (IsEmpty) return Refusal.Invalid("", "NothingChosen");
        if (Sticky is < 0 or > 3) return Refusal.Invalid("Level", "NoSuchStickLevel");
        if (Digest is < 0 or > 3) return Refusal.Invalid("Digest", "NoSuchStickLevel");
        if (Highlight is { IsKnown: false }) return Refusal.Invalid("Colour", "NoSuchColour");
        if (Stamp is { } stamp && !Stamps.IsKnown(stamp)) return Refusal.Invalid("Stamp", "NoSuchStamp");
        if (Place is { } place && !Enum.IsDefined(place)) return Refusal.Invalid("Place", "NothingChosen");
        if ((Delete && Restore) || ((Delete || Restore) && (Move is not null || CopyTo is not null || Marks().Any() || Place is not null)))
            return Refusal.Invalid("", "NotTogether");
        return WhyNotUntil(who, Until, "Until") ?? WhyNotUntil(who, Move?.StubUntil, "StubUntil") ?? Note.WhyNot(who);
    }

    private static Refusal? WhyNotUntil(Viewer who, DateTime? until, string field) =>
        until is { } end && (end <= who.Now || end > who.Now.AddDays(MostDays)) ? Refusal.Invalid(field, "ExpiryRange", MostDays) : null;
}

using System.Globalization;
using ForumEngine.Keeping;
using ForumEngine.Links;
using ForumEngine.Web.Mvc;

namespace ForumEngine.Web.Links;

/// <summary>A link as typed.</summary>
public sealed class LinkForm
{
    public int Id { get; set; }

    /// <summary>The version that the form showed.</summary>
    public int Seen { get; set; }

    public string? SystemKey { get; set; }
    public LinkPlace Place { get; set; } = LinkPlace.Main;
    public string? Name { get; set; }
    public string? NameHant { get; set; }
    public string? NameEn { get; set; }
    public string? Url { get; set; }
    public string? Description { get; set; }
    public string? Position { get; set; }
    public LinkAudience Audience { get; set; }
    public bool IsOn { get; set; }

    /// <summary>Key of the picture there is.</summary>
    public string? Picture { get; set; }

    public bool WithoutPicture { get; set; }

    /// <summary>After a conflict: what was typed and what is there now.</summary>
    public IReadOnlyList<KeptField> Theirs { get; private set; } = [];

    public bool IsGone { get; private set; }

    public bool HasPicture => Place is LinkPlace.Badge or LinkPlace.Friend;

    /// <summary>The page of its place.</summary>
    public string Home => Place switch { LinkPlace.Friend => "/admin/friends", LinkPlace.Footer or LinkPlace.Badge => "/admin/footer", _ => "/admin/navigation" };

    public static LinkForm Of(SiteLink link) => new()
    {
        Id = link.Id,
        Seen = link.Version,
        SystemKey = link.SystemKey,
        Place = link.Place,
        Name = link.Name,
        NameHant = link.NameHant,
        NameEn = link.NameEn,
        Url = link.SystemKey is null ? link.Url : SystemLinks.Find(link.SystemKey)?.Url,
        Description = link.Description,
        Position = link.Position.ToString(CultureInfo.InvariantCulture),
        Audience = link.Audience,
        IsOn = link.IsOn,
        Picture = link.Picture,
    };

    /// <summary>What isn't a number becomes one that is refused.</summary>
    public SiteLink ToDraft() => new()
    {
        Id = Id,
        Version = Seen,
        SystemKey = string.IsNullOrEmpty(SystemKey) ? null : SystemKey,
        Place = Place,
        Name = Name ?? "",
        NameHant = NameHant ?? "",
        NameEn = NameEn ?? "",
        Url = Url ?? "",
        Description = Description ?? "",
        Position = Typed.Number(Position) ?? -1,
        Audience = Audience,
        IsOn = IsOn,
        Picture = WithoutPicture || !HasPicture ? "" : Picture ?? "",
    };

    /// <summary>After a conflict: sent again, it overwrites knowingly; what was deleted becomes a new entry.</summary>
    public void Meet(SiteLink? now)
    {
        (IsGone, Theirs) = (now is null, now is null ? [] : KeptDifference.Of(ToDraft(), now));
        (Id, Seen) = (now?.Id ?? 0, now?.Version ?? 0);
    }
}

/// <summary>The links of some places, for their page.</summary>
public sealed record LinkLists(IReadOnlyList<(LinkPlace Place, IReadOnlyList<SiteLink> Links)> Places)
{
    public static LinkLists Of(LinkSet set, params LinkPlace[] places) => new([.. places.Select(p => (p, (IReadOnlyList<SiteLink>)[.. set.In(p)]))]);
}

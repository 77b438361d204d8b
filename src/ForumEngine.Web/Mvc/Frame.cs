using ForumEngine.Look;
using ForumEngine.Settings;
using ForumEngine.Web.Look;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// What stands around every page: name, navigation, the signed-in member, the footer. It says the same to all guests,
/// since their pages are cached (architecture 4.4): nothing here may depend on who asks unless <see cref="Member"/> is set.
/// </summary>
public sealed record Frame
{
    public required string SiteName { get; init; }
    public string? Tagline { get; init; }
    public IReadOnlyList<FrameLink> Nav { get; init; } = [];

    /// <summary>What stands under "more" at the end of the navigation.</summary>
    public IReadOnlyList<FrameLink> More { get; init; } = [];

    /// <summary>友情链接, for the index.</summary>
    public IReadOnlyList<FrameLink> Friends { get; init; } = [];

    /// <summary>Who counts visits; null is nobody.</summary>
    public VisitCounter? Counter { get; init; }

    /// <summary>Null for guests, and whenever a page is written into the guests' cache.</summary>
    public FrameMember? Member { get; init; }

    public required FrameFooter Footer { get; init; }

    /// <summary>The member's zone, the site's for guests; times are printed in it.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public Theme Theme { get; init; }

    /// <summary>Said on top of every page while the site is read-only, and to those who are in while it is closed.</summary>
    public SiteDoor? Door { get; init; }

    /// <summary>The group as which an administrator looks at the site; null for everybody else.</summary>
    public string? SimulatedGroup { get; init; }

    /// <summary>Rows of 40 instead of 34 pixels.</summary>
    public bool Comfortable { get; init; }

    /// <summary>The site's accent in degrees (0 to 359); null is the engine's own.</summary>
    public int? Hue { get; init; }

    /// <summary>The uploaded logo, in place of the site's name; null where there is none.</summary>
    public FrameLogo? Logo { get; init; }

    /// <summary>False on pages that are written before anybody could ask who is there: they offer neither signing in nor out.</summary>
    public bool KnowsMember { get; init; } = true;

    /// <summary>Templates of titles and descriptions.</summary>
    public SeoSection Seo { get; init; } = new();

    /// <summary>Changes with the uploaded icon; null where there is none. See <see cref="SiteIcons"/>.</summary>
    public long? IconVersion { get; init; }
}

/// <summary>A logo as the masthead shows it, in CSS pixels: no taller than the line, so that nothing moves when it comes.</summary>
public sealed record FrameLogo(string Path, int Width, int Height)
{
    private const double MaxWidth = 320, MaxHeight = 40;

    public static FrameLogo Of(LookImage image)
    {
        var scale = Math.Min(1, Math.Min(MaxWidth / image.Width, MaxHeight / image.Height));
        return new FrameLogo($"/look/logo?v={image.Version()}", (int)Math.Round(image.Width * scale), (int)Math.Round(image.Height * scale));
    }
}

/// <summary>An entry of the navigation or the footer; <paramref name="Key"/> marks where one is (see <see cref="PageHead.Nav"/>).</summary>
public sealed record FrameLink(string Text, string Url, string Key = "")
{
    /// <summary>One that the engine brings.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Of a friend what it is, of a licence its number.</summary>
    public string Note { get; init; } = "";

    /// <summary>Key of a <see cref="SitePicture"/>; empty is none.</summary>
    public string Picture { get; init; } = "";

    public bool IsElsewhere => !Url.StartsWith('/');
}

/// <summary>The signed-in member as the header shows them; counts of zero print nothing.</summary>
public sealed record FrameMember(int Id, string Name, int UnreadNotices = 0, bool CanModerate = false, bool CanAdmin = false, int AvatarVersion = 0)
{
    /// <summary>From when on staff rights rest for want of a second factor; null where none is wanting.</summary>
    public DateTime? SecondFactorDueAt { get; init; }

    public bool StaffRightsRest { get; init; }
}

/// <summary>The footer that features.md promises; what is null or empty is left out.</summary>
public sealed record FrameFooter
{
    public string? ContactQq { get; init; }
    public string ContactMail { get; init; } = "";
    public string WeChat { get; init; } = "";

    /// <summary>Key of a <see cref="SitePicture"/>; empty is none.</summary>
    public string WeChatPicture { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>When somebody answers.</summary>
    public string Hours { get; init; } = "";

    /// <summary>ICP number as issued, linked to the ministry's site.</summary>
    public string? Icp { get; init; }

    /// <summary>Filing number of the public security bureau as issued; its digits make the link.</summary>
    public string? PoliceFiling { get; init; }

    public string? PoliceFilingDigits => PoliceFiling is null ? null : string.Concat(PoliceFiling.Where(char.IsAsciiDigit));

    /// <summary>The links, in order: 小黑屋, 免责声明, terms and the others.</summary>
    public IReadOnlyList<FrameLink> Pages { get; init; } = [];

    /// <summary>Further licences: name, number, link, picture.</summary>
    public IReadOnlyList<FrameLink> Badges { get; init; } = [];
}

public enum Theme
{
    System,
    Light,
    Dark,
}

using System.Globalization;
using ForumEngine.Links;
using ForumEngine.Look;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Web.Look;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mvc;

/// <summary>Makes the <see cref="Frame"/> of this request, once: the layout, the time and the avatar helpers ask for it.</summary>
public sealed class FrameSource(SettingsSource settings, LookImages images, SiteLinks links, CurrentViewer current, IStringLocalizer<FrameText> text)
{
    /// <summary>Entries of the bar; the others stand under "more".</summary>
    private const int MostInBar = 10;

    private Frame? frame;

    /// <summary>An error page must not need the database that is down: the last settings known will do.</summary>
    public async ValueTask<Frame> GetAsync() => frame ??=
        Make(await settings.CurrentOrLastAsync(CancellationToken.None), await images.CurrentOrLastAsync(CancellationToken.None), await links.CurrentOrLastAsync(CancellationToken.None));

    /// <summary>The footer as these settings would have it, to be looked at before they are saved.</summary>
    public async Task<Frame> PreviewAsync(SiteSettings s) => (await GetAsync()) with { Footer = Footer(s, await links.CurrentOrLastAsync(CancellationToken.None)) };

    private Frame Make(SiteSettings s, LookImageSet pictures, LinkSet all)
    {
        var viewer = current.IsKnown ? current.Viewer : null;
        var main = Shown(all, LinkPlace.Main).ToList();
        return new Frame
        {
            SiteName = s.Site.Name,
            Tagline = s.Site.Tagline is { Length: > 0 } tagline ? tagline : null,
            Nav = [.. main.Take(MostInBar)],
            More = [.. main.Skip(MostInBar), .. Shown(all, LinkPlace.More)],
            Friends = [.. Shown(all, LinkPlace.Friend)],
            Member = viewer?.MemberId is { } id
                ? new FrameMember(id, viewer.Name, viewer.Unread, viewer.Rank >= Permissions.Rank.Moderator, viewer.IsAdministrator, viewer.AvatarVersion)
                { SecondFactorDueAt = viewer.SecondFactorDueAt, StaffRightsRest = viewer.StaffRightsRest } : null,
            Door = viewer is not null && SiteDoor.At(s, viewer.Now) is { State: not DoorState.Open } door && (door.State == DoorState.ReadOnly || SiteDoor.MayEnter(viewer)) ? door : null,
            SimulatedGroup = viewer is { SimulatedGroup: not null } ? viewer.Name : null,
            Theme = viewer?.Theme switch { "light" => Theme.Light, "dark" => Theme.Dark, _ => Theme.System },
            Hue = s.Look.AccentHue >= 0 ? s.Look.AccentHue : null,
            Comfortable = s.Look.Density == "comfortable",
            Logo = pictures.Logo is { } logo ? FrameLogo.Of(logo) : null,
            IconVersion = pictures.Icon?.Version(),
            KnowsMember = current.IsKnown,
            Seo = s.Seo,
            Zone = viewer?.Zone ?? s.Zone(),
            Footer = Footer(s, all),
            Counter = VisitCounter.Of(s.Footer),
        };
    }

    private FrameFooter Footer(SiteSettings s, LinkSet all) => new()
    {
        ContactQq = s.Site.ContactQq,
        ContactMail = s.Site.ContactMail,
        WeChat = s.Footer.WeChat,
        WeChatPicture = s.Footer.WeChatPicture,
        Phone = s.Footer.Phone,
        Hours = s.Footer.Hours,
        Icp = s.Site.Icp,
        PoliceFiling = s.Site.PoliceFiling,
        Pages = [.. Shown(all, LinkPlace.Footer)],
        Badges = [.. Shown(all, LinkPlace.Badge)],
    };

    /// <summary>Those of a place for whoever reads, in their language. Where nobody could ask who that is, what is for everyone.</summary>
    private IEnumerable<FrameLink> Shown(LinkSet all, LinkPlace place) => all.In(place).Where(l => l.IsOn && IsFor(l.Audience)).Select(l =>
    {
        var own = SystemLinks.Find(l.SystemKey);
        var name = l.NameIn(CultureInfo.CurrentUICulture.Name);
        return new FrameLink(name.Length > 0 || own is null ? name : text[own.Key], own?.Url ?? l.Url, own?.Nav ?? "") { IsOwn = own is not null, Note = l.Description, Picture = l.Picture };
    });

    private bool IsFor(LinkAudience audience) => audience == LinkAudience.Everyone || (current.IsKnown && audience switch
    {
        LinkAudience.Guests => current.Viewer.IsGuest,
        LinkAudience.Members => !current.Viewer.IsGuest,
        _ => current.Viewer.Rank >= Rank.Moderator,
    });
}

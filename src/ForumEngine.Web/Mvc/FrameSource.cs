using ForumEngine.Look;
using ForumEngine.Settings;
using ForumEngine.Web.Look;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mvc;

/// <summary>Makes the <see cref="Frame"/> of this request, once: the layout, the time and the avatar helpers ask for it.</summary>
public sealed class FrameSource(SettingsSource settings, LookImages images, CurrentViewer current, IStringLocalizer<FrameText> text)
{
    private Frame? frame;

    /// <summary>An error page must not need the database that is down: the last settings known will do.</summary>
    public async ValueTask<Frame> GetAsync() => frame ??=
        Make(await settings.CurrentOrLastAsync(CancellationToken.None), await images.CurrentOrLastAsync(CancellationToken.None));

    private Frame Make(SiteSettings s, LookImageSet pictures)
    {
        var viewer = current.IsKnown ? current.Viewer : null;
        return new Frame
        {
            SiteName = s.Site.Name,
            Tagline = s.Site.Tagline is { Length: > 0 } tagline ? tagline : null,
            Nav = [new FrameLink(text["NavForum"], "/", "forum"), new FrameLink(text["NavSearch"], "/search", "search"), new FrameLink(text["NavDarkroom"], "/darkroom", "darkroom")],
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
            Footer = new FrameFooter
            {
                ContactQq = s.Site.ContactQq,
                Icp = s.Site.Icp,
                PoliceFiling = s.Site.PoliceFiling,
                Pages = [new FrameLink(text["PageTerms"], "/pages/terms"), new FrameLink(text["PagePrivacy"], "/pages/privacy"),
                    new FrameLink(text["PageRules"], "/pages/rules"), new FrameLink(text["PageComplaints"], "/complaints/new"), new FrameLink(text["PageContact"], "/pages/contact")],
            },
        };
    }
}

using System.Globalization;
using ForumEngine.Settings;
using ForumEngine.Web.Accounts;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Threads;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Seo;

/// <summary>Makes the <see cref="HeadTags"/> of what the view said and the templates of the settings; without the database.</summary>
public sealed class HeadSource(SiteAddress address, IHttpContextAccessor http, IStringLocalizer<FrameText> text)
{
    private const int DescriptionLength = 160;

    public HeadTags Make(PageHead head, Frame frame)
    {
        var request = http.HttpContext!.Request;
        string? Absolute(string? path) => path is null ? null : address.Of(request, path);
        var canonical = Absolute(head.Canonical);
        var kind = head.Kind == PageKind.Other && head.Title is null ? PageKind.Index : head.Kind;
        return new HeadTags
        {
            Title = Title(head, kind, frame),
            Description = Description(head, kind, frame),
            NoIndex = head.NoIndex,
            Keywords = head.Keywords is { Length: > 0 } keywords ? keywords : null,
            Canonical = canonical,
            Previous = Absolute(head.Previous),
            Next = Absolute(head.Next),
            Feed = Absolute(head.Feed),
            Locale = CultureInfo.CurrentUICulture.Name switch { SiteLanguage.English => "en_US", SiteLanguage.Traditional => "zh_TW", _ => "zh_CN" },
            SiteName = frame.SiteName,
            Type = head.Published is not null ? "article" : kind == PageKind.Member ? "profile" : "website",
            ShareTitle = head.Title ?? frame.SiteName,
            Image = head.Image ?? Absolute(http.HttpContext!.Icon(frame, "512"))!,
            HasOwnImage = head.Image is not null,
            Published = head.Published,
            Modified = head.Modified,
            Data = canonical is null ? null : JsonLd.Write([.. head.Data, .. Breadcrumbs(head, frame, canonical, Absolute)]),
        };
    }

    private string Title(PageHead head, PageKind kind, Frame frame)
    {
        var template = kind switch
        {
            PageKind.Index => frame.Seo.IndexTitle,
            PageKind.Board => frame.Seo.BoardTitle,
            PageKind.Thread => frame.Seo.ThreadTitle,
            PageKind.Member => frame.Seo.MemberTitle,
            _ => frame.Seo.PageTitle,
        };
        var values = Values(head, frame);
        var title = head.OwnTitle is { Length: > 0 } own ? own : TextTemplate.Fill(template, values);
        if (values["page"] is { } page && (head.OwnTitle is { Length: > 0 } || !template.Contains("{page}", StringComparison.Ordinal))) title = $"{title} - {page}";
        // A page without a title is a failure for everybody: a template of empty variables falls back to the name.
        return title.Length > 0 ? title : frame.SiteName;
    }

    private string? Description(PageHead head, PageKind kind, Frame frame)
    {
        var template = kind switch
        {
            PageKind.Index => frame.Seo.IndexDescription,
            PageKind.Board => frame.Seo.BoardDescription,
            PageKind.Thread => frame.Seo.ThreadDescription,
            _ => null,
        };
        var said = head.OwnDescription is { Length: > 0 } own ? own : template is null ? head.Description ?? head.Excerpt ?? "" : TextTemplate.Fill(template, Values(head, frame));
        // A site without a tagline still says what it is.
        if (said.Length == 0 && kind == PageKind.Index) said = frame.SiteName;
        return said.Length > 0 ? PlainWords.Cut(said, DescriptionLength) : null;
    }

    private Dictionary<string, string?> Values(PageHead head, Frame frame) => new()
    {
        ["site"] = frame.SiteName,
        ["tagline"] = frame.Tagline,
        ["board"] = head.Board,
        ["title"] = head.Title,
        ["member"] = head.Member,
        ["excerpt"] = head.Excerpt,
        ["page"] = head.Page > 1 ? text["PageNumber", head.Page.ToString(CultureInfo.InvariantCulture)].Value : null,
    };

    private static IEnumerable<BreadcrumbList> Breadcrumbs(PageHead head, Frame frame, string canonical, Func<string?, string?> absolute)
    {
        if (head.Crumbs.Count == 0) yield break;
        yield return new BreadcrumbList([.. head.Crumbs.Prepend(new Crumb(frame.SiteName, "/")).Where(c => c.Text.Length > 0)
            .Select((crumb, i) => new ListItem(i + 1, crumb.Text, absolute(crumb.Url) ?? canonical))]);
    }
}

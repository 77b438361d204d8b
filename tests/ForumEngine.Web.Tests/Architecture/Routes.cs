using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace ForumEngine.Web.Tests.Architecture;

/// <summary>Every action of the site, from its own table of endpoints.</summary>
internal sealed record Route(string Template, string Method, ControllerActionDescriptor Action)
{
    public bool IsRead => Method is "GET" or "HEAD";

    public static IReadOnlyList<Route> Of(Site site) =>
    [
        .. from endpoint in site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
           where action is not null
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
           select new Route("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method, action),
    ];

    /// <summary>The address with a value in each place: the given one, or 1.</summary>
    public string Url(Func<string, string?>? value = null)
    {
        var parts = RoutePatternFactory.Parse(Template).PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => value?.Invoke(parameter.Name) ?? FirstWord(parameter) ?? "1",
            _ => "",
        })));
        return "/" + string.Join('/', parts);
    }

    /// <summary>Of a place that takes one of several words: {act:regex(^(close|open)$)}.</summary>
    private static string? FirstWord(RoutePatternParameterPart parameter) => parameter.ParameterPolicies
        .Select(p => p.Content ?? "").FirstOrDefault(c => c.StartsWith("regex", StringComparison.Ordinal))?
        .Split('(', '|', ')').Select(w => w.Trim('^', '$')).FirstOrDefault(w => w.Length > 0 && w != "regex");
}

using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ForumEngine.Web.Mvc;

/// <summary>What answers GET answers HEAD too: proxies, monitors and link checkers ask so. Kestrel leaves the body out.</summary>
public sealed class HeadLikeGet : IActionModelConvention
{
    private static readonly string[] Both = ["GET", "HEAD"];

    public void Apply(ActionModel action)
    {
        foreach (var selector in action.Selectors.Where(s => s.ActionConstraints.OfType<HttpMethodActionConstraint>().Any(c => c.HttpMethods.Contains("GET"))))
        {
            selector.ActionConstraints.Clear();
            selector.ActionConstraints.Add(new HttpMethodActionConstraint(Both));
            foreach (var old in selector.EndpointMetadata.OfType<IHttpMethodMetadata>().ToList()) selector.EndpointMetadata.Remove(old);
            selector.EndpointMetadata.Add(new HttpMethodMetadata(Both));
        }
    }
}

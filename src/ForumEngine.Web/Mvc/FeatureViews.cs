using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace ForumEngine.Web.Mvc;

/// <summary>Views lie beside their controller: /{Feature}/Views/{action}.cshtml, then what all share in /Mvc/Views.</summary>
public sealed class FeatureViews : IViewLocationExpander
{
    private const string Root = "ForumEngine.Web.";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor { ControllerTypeInfo.Namespace: { } name } && name.StartsWith(Root, StringComparison.Ordinal))
            context.Values["feature"] = name[Root.Length..].Replace('.', '/');
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue("feature", out var feature)) yield return $"/{feature}/Views/{{0}}.cshtml";
        yield return "/Mvc/Views/{0}.cshtml";
    }
}

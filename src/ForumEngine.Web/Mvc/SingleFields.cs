using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// A field that a form has once and a request twice is an error at that field: which of the two is meant is not ours to guess.
/// Tick boxes may come with their hidden "false".
/// </summary>
public sealed class SingleFields(IStringLocalizer<RefusalText> text) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (!context.HttpContext.Request.HasFormContentType) return;
        var form = context.HttpContext.Request.Form;
        foreach (var model in context.ActionArguments.Values.OfType<object>())
            foreach (var property in model.GetType().GetProperties())
                if (IsSingle(property.PropertyType) && form[property.Name].Count > 1)
                    context.ModelState.TryAddModelError(property.Name, text["RepeatedField"]);
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    private static bool IsSingle(Type type) =>
        type == typeof(string) || (type.IsValueType && type != typeof(bool));
}

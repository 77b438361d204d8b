using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ForumEngine.Web.Mvc;

/// <summary>A form without a valid token gets a page that says what to do; MVC's own answer is a blank one.</summary>
public sealed class ExpiredForm(Refusals refusals) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.Result = refusals.Page(StatusCodes.Status400BadRequest, "BadRequest");
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

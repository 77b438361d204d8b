using ForumEngine.Attachments;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ForumEngine.Web.Attachments;

/// <summary>
/// Takes larger requests than others do. What is larger still is refused by what it says of itself, before any of it is read: 413,
/// for scripts with the reason. Before the token check, which reads the form.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>A file as large as any may be, and the text beside it.</summary>
    public const long Bytes = AttachmentRules.HardLimit + 4 * 1024 * 1024;

    public int Order => 500;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Bytes;
        if (http.Request.ContentLength is not > Bytes) return;
        var tooBig = Refusal.Invalid("File", "FileTooBig", FileSize.Say(AttachmentRules.HardLimit));
        context.Result = http.Request.Path == "/files"
            ? new JsonResult(new { error = http.RequestServices.GetRequiredService<Refusals>().Say(tooBig) }) { StatusCode = StatusCodes.Status413PayloadTooLarge }
            : new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}

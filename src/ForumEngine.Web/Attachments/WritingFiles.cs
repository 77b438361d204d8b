using ForumEngine.Attachments;
using ForumEngine.Permissions;
using ForumEngine.Web.Boards;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ForumEngine.Web.Attachments;

/// <summary>
/// Files of the writing forms without a script: "AttachNow" takes the chosen ones in and "DropFile" one out, and the form comes
/// again with everything as typed. Every form that is shown gets the list of its files.
/// </summary>
public sealed class WritingFiles(UploadFile upload, DeleteUpload delete, PostFiles files, CurrentViewer current, Refusals refusals)
    : IAsyncActionFilter, IAsyncResultFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (context.ActionArguments.Values.OfType<WritingForm>().FirstOrDefault() is { OnlyFiles: true } form)
        {
            if (form.DropFile is { } dropped) await DropAsync(form, dropped, cancel);
            else foreach (var file in form.Upload ?? []) await TakeAsync(context, form, file, cancel);
            if (form is { DropFile: null, Upload: null or { Count: 0 } }) context.ModelState.AddModelError("Upload", refusals.Say(Refusal.Invalid("Upload", "FileMissing")));
            if (context.ModelState.ErrorCount > 0) context.HttpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        await next();
    }

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is ViewResult { Model: WritingForm form })
            form.Attached = await files.ForFormAsync(current.Viewer, (form as EditForm)?.Post?.PostId, form.FileIds() ?? [], context.HttpContext.RequestAborted);
        await next();
    }

    private async Task TakeAsync(ActionExecutingContext context, WritingForm form, IFormFile file, CancellationToken cancel)
    {
        await using var content = file.OpenReadStream();
        long? id = long.TryParse(context.RouteData.Values["id"]?.ToString(), out var at) ? at : null;
        var done = await upload.RunAsync(current.Viewer, new Upload(file.FileName, content)
        {
            BoardId = form is NewThreadForm ? (int?)id : null,
            ThreadId = form is ReplyForm ? id : null,
        }, cancel);
        if (done.Refusal is { } refused) context.ModelState.AddModelError("Upload", refusals.Say(refused));
        else form.Files = string.Join(',', [.. form.FileIds() ?? [], done.Value.Id]);
    }

    private async Task DropAsync(WritingForm form, long id, CancellationToken cancel)
    {
        form.Files = string.Join(',', (form.FileIds() ?? []).Where(f => f != id));
        await delete.RunAsync(current.Viewer, id, cancel);
    }
}

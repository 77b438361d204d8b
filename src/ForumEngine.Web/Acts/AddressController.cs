using ForumEngine.Acts;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Acts;

/// <summary>Staff look up the address behind a post; the staff log keeps that they did.</summary>
[Access(Audience.Staff), Route("desk/posts/{id:long}/address")]
public sealed class AddressController(SeeAddress see) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Show(long id)
    {
        var found = await see.OpenAsync(Viewer, id, Cancel);
        return found.Refusal is { } refused ? Refused(refused) : View("Address", new AddressForm { Post = found.Value });
    }

    [HttpPost]
    public async Task<IActionResult> Look(long id, AddressForm form)
    {
        var found = await see.OpenAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        form.Post = found.Value;
        var no = await see.RunAsync(Viewer, id, form.Reason, Cancel);
        return no is null ? SeeOther($"/desk/posts/{id}/address") : FormAgain(no, "Address", form);
    }
}

/// <summary>The field of /desk/posts/{id}/address.</summary>
public sealed class AddressForm
{
    public string? Reason { get; set; }

    [BindNever]
    public PostAddress? Post { get; set; }
}

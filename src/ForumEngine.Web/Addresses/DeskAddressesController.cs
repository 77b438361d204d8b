using ForumEngine.Addresses;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Addresses;

/// <summary>Banned addresses: list, add, take away.</summary>
[Access(Audience.Staff), Route("desk/addresses")]
public sealed class DeskAddressesController(AddressDesk desk, BanAddress ban, UnbanAddress unban) : ForumController
{
    [HttpGet]
    public Task<IActionResult> Index(int? before, string? range) =>
        ListAsync(new AddressForm { Range = range, Scope = "writing", Days = "30" }, before, null);

    [HttpPost]
    public async Task<IActionResult> Add([FromForm] AddressForm form)
    {
        var done = await ban.RunAsync(Viewer, form.Read(), Cancel);
        return done.Refusal is { } refusal ? await ListAsync(form, null, refusal) : SeeOther("/desk/addresses");
    }

    [HttpPost("{id:int}/remove")]
    public async Task<IActionResult> Remove(int id) =>
        await unban.RunAsync(Viewer, id, Cancel) is { } refusal ? Refused(refusal) : SeeOther("/desk/addresses");

    private async Task<IActionResult> ListAsync(AddressForm form, int? before, Refusal? refusal)
    {
        var list = await desk.ReadAsync(Viewer, before, Cancel);
        if (list.Refusal is { } missing) return Refused(missing);
        form.List = list.Value;
        form.AsksForStaff = refusal?.Code == "AddressOfStaff";
        return refusal is null ? View("Addresses", form) : FormAgain(refusal, "Addresses", form);
    }
}

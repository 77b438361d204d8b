using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Setup;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Setup;

/// <summary>The first set-up in a browser: the same as `forum setup`. Once the site is set up there is no such page, for anybody.</summary>
[Access(Audience.EvenBlocked), Route("setup")]
public sealed class SetupController(SetupDoor door, SetUpSite setUp, SettingsSource settings, AddressLimit limit) : ForumController
{
    private const int Tries = 10;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    [HttpGet]
    public async Task<IActionResult> Index()
    {
        if (await IsDoneAsync()) return Refused(Refusal.NotFound);
        if (!door.IsOpenFor(Request)) return View("Door", new SetupForm());
        return View(new SetupForm { Language = CultureInfo.CurrentUICulture.Name, TimeZone = new SiteSection().TimeZone, Template = BoardTemplate.Default });
    }

    [HttpPost("token")]
    public async Task<IActionResult> Enter([FromForm] SetupForm form)
    {
        if (await IsDoneAsync()) return Refused(Refusal.NotFound);
        if (WhyNot(form.Token) is { } refusal) return FormAgain(refusal, "Door", new SetupForm());
        door.Open(Response);
        return SeeOther("/setup");
    }

    [HttpPost]
    public async Task<IActionResult> Save([FromForm] SetupForm form)
    {
        if (await IsDoneAsync()) return Refused(Refusal.NotFound);
        // The program was started anew while somebody was typing: the form stays, and asks for the new token.
        if (!door.IsOpenFor(Request))
        {
            form.AsksForToken = true;
            if (WhyNot(form.Token) is { } shut) return FormAgain(shut, "Index", form);
            door.Open(Response);
        }
        var order = form.Order();
        List<Refusal> wrong = [.. SetUpSite.Wrongs(order), .. form.PasswordWrongs()];
        if (wrong.Count > 0) return FormAgain(wrong, "Index", form);
        var made = await setUp.RunAsync(order, Cancel);
        if (made.Refusal is { } refusal) return refusal.Kind == RefusalKind.Conflict ? Refused(refusal) : FormAgain(refusal, "Index", form);
        door.Close(Response);
        return SeeOther("/account/login?returnUrl=%2Fadmin");
    }

    private async Task<bool> IsDoneAsync() => (await settings.CurrentAsync(Cancel)).Site.IsSetUp;

    private Refusal? WhyNot(string? token) => limit.Take("setup", Viewer.Address, Tries, Window) is { } wait ? Refusal.TooSoon(wait) with { Field = "Token" }
        : door.Fits(token) ? null : Refusal.Invalid("Token", "WrongSetupToken");
}

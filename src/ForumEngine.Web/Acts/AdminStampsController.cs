using System.Globalization;
using ForumEngine.Acts;
using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Acts;

/// <summary>Stamps: their words, colours and order, and a site's own.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Stamps), Route("admin/stamps")]
public sealed class AdminStampsController(KeepList<Stamp> list, ForumDb db) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Stamps", await StampSets.LoadAsync(db, Cancel));

    /// <summary>One by its number, or a new one with the first number that is free.</summary>
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(int? number)
    {
        var set = await StampSets.LoadAsync(db, Cancel);
        if (number is { } wanted) return set.Find(wanted) is { } found ? View("Stamp", StampForm.Of(found)) : Refused(Refusal.NotFound);
        var free = Enumerable.Range(Stamps.ByEditors + 1, Stamps.Last - Stamps.ByEditors).FirstOrDefault(n => set.Find(n) is null);
        return free > 0 ? View("Stamp", StampForm.Of(new Stamp { Number = free, Position = free * 10 })) : Refused(Refusal.Forbidden("TooManyEntries", Stamps.Last));
    }

    [HttpPost("edit")]
    public async Task<IActionResult> Save([FromForm] StampForm form)
    {
        var problems = await list.SaveAsync(Viewer, form.ToDraft(), Cancel);
        if (problems.Count == 0) return SeeOther("/admin/stamps");
        if (problems[0].Kind == RefusalKind.Conflict) form.Meet((await StampSets.LoadAsync(db, Cancel)).Find(form.Number));
        return FormAgain(problems, "Stamp", form);
    }

    /// <summary>Back to the engine's own word. A site's own can only be switched off: threads have it.</summary>
    [HttpPost("reset")]
    public async Task<IActionResult> Reset(int id, int seen)
    {
        if (await list.FindAsync(id, Cancel) is not { } stamp || !Stamps.All.Contains(stamp.Number)) return Refused(Refusal.NotFound);
        return await list.DeleteAsync(Viewer, id, seen, Cancel) is { } refusal ? FormAgain(refusal, "Stamp", StampForm.Of(stamp)) : SeeOther("/admin/stamps");
    }
}

/// <summary>A stamp as typed.</summary>
public sealed class StampForm
{
    public int Id { get; set; }
    public int Seen { get; set; }
    public int Number { get; set; }
    public string? Name { get; set; }
    public string? NameHant { get; set; }
    public string? NameEn { get; set; }
    public StampColour Colour { get; set; }
    public string? Position { get; set; }
    public bool IsOn { get; set; }

    public IReadOnlyList<KeptField> Theirs { get; private set; } = [];

    public static StampForm Of(Stamp s) => new()
    {
        Id = s.Id,
        Seen = s.Version,
        Number = s.Number,
        Name = s.Name,
        NameHant = s.NameHant,
        NameEn = s.NameEn,
        Colour = s.Colour,
        Position = s.Position.ToString(CultureInfo.InvariantCulture),
        IsOn = s.IsOn,
    };

    /// <summary>What isn't a number becomes one that is refused.</summary>
    public Stamp ToDraft() => new()
    {
        Id = Id,
        Version = Seen,
        Number = Number,
        Name = Name ?? "",
        NameHant = NameHant ?? "",
        NameEn = NameEn ?? "",
        Colour = Colour,
        Position = Typed.Number(Position) ?? -1,
        IsOn = IsOn,
    };

    /// <summary>After a conflict: sent again, it overwrites knowingly.</summary>
    public void Meet(Stamp? now)
    {
        Theirs = now is null ? [] : KeptDifference.Of(ToDraft(), now);
        (Id, Seen) = (now?.Id ?? 0, now?.Version ?? 0);
    }
}

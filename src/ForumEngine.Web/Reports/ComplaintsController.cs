using System.Globalization;
using ForumEngine.Reports;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Reports;

/// <summary>
/// Complaints about a right, for anybody, also who is blocked: a form, a receipt, and the state by the receipt's code.
/// </summary>
[Access(Audience.EvenBlocked), Route("complaints")]
public sealed class ComplaintsController(SendComplaint send, FindComplaint find, ReportCategories categories) : ForumController
{
    [HttpGet]
    public IActionResult Index() => View("Complaints", new ComplaintLookUp(null, null));

    [HttpPost]
    public async Task<IActionResult> Find(string? code)
    {
        var found = await find.RunAsync(Viewer, code ?? "", Cancel);
        return found.Refusal is { } refused ? FormAgain(refused, "Complaints", new ComplaintLookUp(code, null)) : View("Complaints", new ComplaintLookUp(code, found.Value));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New() => View("Complaint", new ComplaintPage(new ComplaintForm(), await categories.CurrentAsync(Cancel)));

    [HttpPost("new")]
    public async Task<IActionResult> Send(ComplaintForm form)
    {
        var set = await categories.CurrentAsync(Cancel);
        var page = new ComplaintPage(form, set);
        if (!ModelState.IsValid) return FormAgain("Complaint", page);
        // A field that no person sees was filled in: thanked like all others, and kept nowhere.
        if (!string.IsNullOrEmpty(form.Website)) return View("Receipt", new ComplaintReceipt(null));
        var (code, problems) = await send.RunAsync(Viewer, form.Read(set, CultureInfo.CurrentUICulture.Name), Cancel);
        return problems.Count > 0 ? FormAgain(problems, "Complaint", page) : View("Receipt", new ComplaintReceipt(code));
    }
}

/// <summary>The fields of /complaints/new, as typed.</summary>
public sealed class ComplaintForm
{
    public string? Name { get; set; }
    public string? Contact { get; set; }
    public string? Address { get; set; }
    public string? Category { get; set; }
    public string? Right { get; set; }
    public string? Text { get; set; }
    public bool IsTrue { get; set; }

    /// <summary>For robots: hidden from people.</summary>
    public string? Website { get; set; }

    public NewComplaint Read(CategorySet set, string language) =>
        new(Name ?? "", Contact ?? "", Address ?? "", set.Find(Category)?.Id, Right ?? "", Text ?? "", IsTrue) { Language = language };
}

public sealed record ComplaintPage(ComplaintForm Form, CategorySet Categories);

/// <summary>Null for what a robot sent.</summary>
public sealed record ComplaintReceipt(string? Code);

public sealed record ComplaintLookUp(string? Code, ComplaintState? Found);

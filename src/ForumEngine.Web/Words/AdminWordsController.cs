using System.Text;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using ForumEngine.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Words;

/// <summary>The list of the word filter: search, add, change, several at once, import and export, figures.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Words), Route("admin/words")]
public sealed class AdminWordsController(ForumDb db, WordsQuery query, SaveWord save, ChangeWords change, ImportWords import, BoardTrees trees) : ForumController
{
    /// <summary>Bytes of a list: 100,000 lines have a tenth of it.</summary>
    private const int MostBytes = 32 * 1024 * 1024;

    [HttpGet]
    public async Task<IActionResult> Index(string? q, string? category, [FromQuery(Name = "action")] string? chosen, int? before) => View("Words", await ListAsync(q, category, chosen, before));

    [HttpPost]
    public async Task<IActionResult> Several(List<int> ids, string? act) =>
        await change.RunAsync(Viewer, ids, Enum.TryParse<WordsAct>(act, ignoreCase: true, out var what) ? what : null, Cancel) is { } refused
            ? FormAgain(refused, "Words", await ListAsync(null, null, null, null))
            : SeeOther("/admin/words");

    [HttpGet("new")]
    public async Task<IActionResult> New() => View("Word", await FilledAsync(new WordForm { IsOn = true, Action = "reject" }));

    [HttpPost("new")]
    public Task<IActionResult> Add(WordForm form) => SaveAsync(0, form);

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id) => await db.Words.SingleOrDefaultAsync(w => w.Id == id, Cancel) is { } word
        ? View("Word", await FilledAsync(WordForm.Of(word)))
        : Refused(Refusal.NotFound);

    [HttpPost("{id:int}")]
    public Task<IActionResult> Change(int id, WordForm form) => SaveAsync(id, form);

    [HttpGet("import")]
    public IActionResult Import() => View(new ImportForm { Mode = "addNew", Action = "reject" });

    [HttpPost("import"), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes)]
    public async Task<IActionResult> Import(ImportForm form)
    {
        var text = form.List ?? "";
        if (form.File is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
            text = await reader.ReadToEndAsync(Cancel);
        }
        var done = await import.RunAsync(Viewer, text, form.ModeOf(), WordForm.ActionOf(form.Action) ?? WordAction.Reject, Cancel);
        if (done.Refusal is { } refused) return FormAgain(refused, "Import", form);
        form.Done = done.Value;
        return View(form);
    }

    [HttpGet("export.txt")]
    public async Task<IActionResult> Export() =>
        File(Encoding.UTF8.GetBytes(WordListText.Write(await db.Words.OrderBy(w => w.Id).ToListAsync(Cancel))), "text/plain; charset=utf-8", "words.txt");

    [HttpGet("hits")]
    public async Task<IActionResult> Hits(int days = 30) => View(await query.HitsAsync(days, Cancel));

    private async Task<WordsView> ListAsync(string? q, string? category, string? action, int? before) =>
        new(await query.RunAsync(new WordSearch(q?.Trim(), category, WordForm.ActionOf(action), before), Cancel), q, category, action, await trees.CurrentAsync(Cancel));

    private async Task<IActionResult> SaveAsync(int id, WordForm form)
    {
        form.Id = id;
        var problems = await save.RunAsync(Viewer, form.Word(), Cancel);
        return problems.Count == 0 ? SeeOther("/admin/words") : FormAgain(problems, "Word", await FilledAsync(form));
    }

    private async Task<WordForm> FilledAsync(WordForm form)
    {
        (form.AllBoards, form.Categories) = ((await trees.CurrentAsync(Cancel)).All, await query.CategoriesAsync(Cancel));
        return form;
    }
}

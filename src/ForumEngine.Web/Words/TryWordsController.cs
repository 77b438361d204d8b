using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Review;
using ForumEngine.Web.Mvc;
using ForumEngine.Words;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Words;

/// <summary>Trying the list: on a text, and on the posts of the last days.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Words), Route("admin/words/try")]
public sealed class TryWordsController(WordFilter filter, BoardTrees trees, StartDryRun start) : ForumController
{
    /// <summary>UTF-16 units.</summary>
    private const int MostSample = 100_000;

    [HttpGet]
    public async Task<IActionResult> Index() => View("Try", await FilledAsync(new TryForm { Days = 7 }));

    [HttpPost]
    public async Task<IActionResult> Try(TryForm form)
    {
        var text = PostText.CleanBody(form.Sample);
        if (text.Length > MostSample) return FormAgain(Refusal.Invalid("Sample", "TextTooLong", MostSample), "Try", await FilledAsync(form));
        var board = form.BoardId is { } id ? (await trees.CurrentAsync(Cancel)).Find(id) : null;
        var list = await filter.CurrentAsync(Cancel);
        form.Verdict = CheckWords.Judge(list, board, [new WordField("Sample", text, HasMarkup: true)]);
        form.Marked = WordMarks.Show(PostMarkup.ToHtml(WordMarks.Put(text, list, board)));
        return View("Try", await FilledAsync(form));
    }

    [HttpPost("dry-run")]
    public async Task<IActionResult> DryRun(TryForm form)
    {
        var run = await start.RunAsync(Viewer, DryRunKind.Words, null, form.Days ?? 0, Cancel);
        return run.Refusal is { } refused ? FormAgain(refused, "Try", await FilledAsync(form)) : SeeOther($"/admin/dry-runs/{run.Value}");
    }

    private async Task<TryForm> FilledAsync(TryForm form)
    {
        form.AllBoards = (await trees.CurrentAsync(Cancel)).All;
        return form;
    }
}

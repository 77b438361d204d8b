using ForumEngine.Permissions;
using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Threads;

/// <summary>Searching titles.</summary>
[Access(Audience.Everyone)]
public sealed class SearchController(SearchTitles search) : ForumController
{
    [HttpGet("/search")]
    public async Task<IActionResult> Index(string? q = null, int? board = null, int page = 1)
    {
        if (page < 1) return Refused(Refusal.NotFound);
        var found = await search.RunAsync(Viewer, q, board, page, Cancel);
        if (found.Refusal is not { } refused) return View("Search", found.Value);
        return FormAgain(refused, "Search", new SearchPage(q ?? "", board, 1, [], false, []));
    }
}

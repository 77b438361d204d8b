using ForumEngine.Boards;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What the town has for the pages about boards: one with a password, and one whose settings were changed.</summary>
internal static class TownBoards
{
    public static async Task<Board> AddAsync(Site site, Board board, string name)
    {
        var founder = await site.ViewerAsync(await site.Rows(db => db.Members.SingleAsync(m => m.IsFounder)));
        var locked = await site.BoardAsync("业主群", await site.Rows(db => db.Boards.FirstAsync(b => b.Kind == BoardKind.Category)));
        Assert.Null(await site.Use<SetBoardPassword, Refusal?>(s => s.RunAsync(founder, locked.Id, "开门 2026", default)));
        foreach (var seo in (string[])["同城二手，面交优先", "同城二手"])
            Assert.Null(await site.Use<ChangeBoard, Refusal?>(c => c.RunAsync(founder, new BoardChange(board.Id, new Dictionary<string, string?> { ["SeoDescription"] = seo, ["Review"] = "Threads" }), default)));
        Assert.Null(await site.Use<ChangeBoard, Refusal?>(c => c.RunAsync(founder, new BoardChange(board.Id, new Dictionary<string, string?> { ["Review"] = "None" }), default)));
        Assert.Null(await site.Use<SetException, Refusal?>(s => s.RunAsync(founder, new ExceptionDraft(name, locked.Id, BoardRight.Reply, true, 30, "住在三号楼"), default)));
        Assert.Null(await site.Use<SetCells, Refusal?>(s => s.RunAsync(founder, [new CellChange(new CellPlace(board.Id, 10, BoardRight.UploadFiles), false, null)], default)));
        return locked;
    }
}

using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>Every board has its row of counters: without one nothing would be counted.</summary>
internal sealed class BoardStatsCheck() : Check("board.stats")
{
    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var missing = await db.Boards.Where(b => !db.BoardStats.Any(s => s.BoardId == b.Id)).Select(b => b.Id).ToListAsync(cancel);
        if (repair && missing.Count > 0)
        {
            db.BoardStats.AddRange(missing.Select(id => new BoardStats { BoardId = id }));
            await db.SaveChangesAsync(cancel);
        }
        return Found(missing.ConvertAll(id => string.Create(CultureInfo.InvariantCulture, $"board {id}")), repair);
    }
}

using System.Globalization;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>
/// Rows that must not be; <paramref name="sql"/> selects their ids as <c>Value</c>. What should be there instead can't be
/// derived, so nothing is repaired.
/// </summary>
internal sealed class RowCheck(string name, string what, string sql) : Check(name)
{
    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var ids = await db.Database.SqlQueryRaw<long>(sql).ToListAsync(cancel);
        return Found(ids.ConvertAll(id => string.Create(CultureInfo.InvariantCulture, $"{what} {id}")));
    }
}

using System.Collections.Concurrent;
using ForumEngine.Acts;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Caching.Memory;

namespace ForumEngine.Web.Staff;

/// <summary>What every page of the desk counts: each box, the day, and the act of one's own that can be undone.</summary>
public sealed record DeskPulse(IReadOnlyList<(string Key, BoxCount Count)> Boxes, DeskDay? Day, LastAct? Last);

/// <summary>
/// Where the <see cref="DeskPulse"/> comes from: counted anew after five seconds, and at once after whatever the viewer has sent
/// (<see cref="ForgetsPulse"/>). Kept for each member and board, on each node by itself.
/// </summary>
public sealed class DeskPulses(IEnumerable<IDeskBox> boxes, DeskFigures figures, LastActs acts, IMemoryCache cache)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);

    public async Task<DeskPulse> ReadAsync(Viewer who, int? board, BoxScope scope, CancellationToken cancel)
    {
        // What is forgotten while somebody still counts takes the old numbers along.
        var kept = cache.GetOrCreate(Key(who.MemberId), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Lasts;
            return new ConcurrentDictionary<(int?, Rank), DeskPulse>();
        })!;
        if (kept.TryGetValue((board, who.Rank), out var known)) return known;
        List<(string, BoxCount)> counts = [];
        foreach (var box in boxes.OrderBy(b => b.Order))
            if (await box.CountAsync(who, scope, cancel) is { } count) counts.Add((box.Key, count));
        return kept[(board, who.Rank)] = new DeskPulse(counts, await figures.ReadAsync(who, cancel), await acts.FindAsync(who, cancel));
    }

    public static object Key(int? memberId) => ("desk", memberId);
}

/// <summary>One's own act shows at once in the desk's counts.</summary>
public sealed class ForgetsPulse(CurrentViewer current, IMemoryCache cache) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        await next();
        var method = context.HttpContext.Request.Method;
        if (current.Viewer.Rank > Rank.Member && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method)) cache.Remove(DeskPulses.Key(current.Viewer.MemberId));
    }
}

using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Failures that no longer count are forgotten.</summary>
public sealed class PurgeSignInFailures(IDbContextFactory<ForumDb> dbs, TimeProvider clock) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var before = clock.Now() - SignInThrottle.Window;
        await db.SignInFailures.Where(f => f.At < before).ExecuteDeleteAsync(cancel);
    }
}

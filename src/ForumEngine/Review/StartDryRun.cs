using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>Asks for a look through the posts of the last days; a job works it off.</summary>
public sealed class StartDryRun(ForumDb db)
{
    /// <summary>Waiting and running ones together.</summary>
    private const int MostAtOnce = 5;

    public async Task<Outcome<int>> RunAsync(Viewer who, DryRunKind kind, int? policyId, int days, CancellationToken cancel)
    {
        if (days is < 1 or > DryRun.MostDays) return Refusal.Invalid("Days", "NumberBetween", 1, DryRun.MostDays);
        var name = "";
        if (kind == DryRunKind.Policy)
        {
            if (await db.ReviewPolicies.Where(p => p.Id == policyId).Select(p => p.Name).SingleOrDefaultAsync(cancel) is not { } known) return Refusal.NotFound;
            name = known;
        }
        if (await db.DryRuns.CountAsync(r => r.State == DryRunState.Waiting || r.State == DryRunState.Running, cancel) >= MostAtOnce) return Refusal.Invalid("Days", "TooManyDryRuns", MostAtOnce);
        var run = new DryRun { Kind = kind, PolicyId = policyId, Name = name, Days = days, CreatedAt = who.Now, ById = who.MemberId };
        db.DryRuns.Add(run);
        await db.SaveChangesAsync(cancel);
        return run.Id;
    }
}

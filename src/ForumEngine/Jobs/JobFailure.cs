using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Jobs;

/// <summary>A job that failed when it last ran, on whichever node; gone when it has run well again.</summary>
public sealed class JobFailure
{
    public const int ErrorLength = 1000;

    /// <summary>The class.</summary>
    public required string Name { get; init; }

    public DateTime At { get; set; }

    /// <summary>How often since it last ran well.</summary>
    public int Times { get; set; }

    public required string Error { get; set; }
}

internal sealed class JobFailureTable : IEntityTypeConfiguration<JobFailure>
{
    public void Configure(EntityTypeBuilder<JobFailure> builder)
    {
        builder.ToTable("job_failures").HasKey(f => f.Name);
        builder.Property(f => f.Name).HasMaxLength(60);
        builder.Property(f => f.Error).HasMaxLength(JobFailure.ErrorLength);
    }
}

/// <summary>Notes for the administrators how jobs end. What goes well costs a statement the first time only.</summary>
public sealed class JobFailures(IDbContextFactory<ForumDb> dbs, TimeProvider clock)
{
    private readonly HashSet<string> well = [];

    public async Task WentWellAsync(string job, CancellationToken cancel)
    {
        if (!well.Add(job)) return;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await db.JobFailures.Where(f => f.Name == job).ExecuteDeleteAsync(cancel);
    }

    public async Task FailedAsync(string job, Exception error, CancellationToken cancel)
    {
        well.Remove(job);
        var text = error.GetBaseException().Message;
        if (text.Length > JobFailure.ErrorLength) text = text[..JobFailure.ErrorLength];
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.Now();
        var known = await db.JobFailures.Where(f => f.Name == job).ExecuteUpdateAsync(f => f
            .SetProperty(x => x.At, now).SetProperty(x => x.Times, x => x.Times + 1).SetProperty(x => x.Error, text), cancel);
        if (known > 0) return;
        try
        {
            db.JobFailures.Add(new JobFailure { Name = job, At = now, Times = 1, Error = text });
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException wrong) when (wrong.IsDuplicateKey())
        {
            // It failed on another node at the same moment, which has noted it.
        }
    }
}

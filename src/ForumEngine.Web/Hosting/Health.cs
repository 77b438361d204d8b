using ForumEngine.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ForumEngine.Web.Hosting;

/// <summary>/health/live: the process answers. /health/ready: the database answers and has this version's schema.</summary>
public static class Health
{
    public static void AddForumHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");

    public static void MapForumHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).ShortCircuit();
        app.MapHealthChecks("/health/ready").ShortCircuit();
    }

    private sealed class DatabaseReady(SchemaState schema, Microsoft.EntityFrameworkCore.IDbContextFactory<ForumDb> dbs) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var db = dbs.CreateDbContext();
                if (!await db.Database.CanConnectAsync(cancellationToken)) return HealthCheckResult.Unhealthy("The database does not answer.");
                return await schema.IsCurrentAsync(cancellationToken)
                    ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The schema is older than this version.");
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.");
            }
        }
    }
}

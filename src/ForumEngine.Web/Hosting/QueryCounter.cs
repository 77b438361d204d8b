using System.Data.Common;
using ForumEngine.Telemetry;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ForumEngine.Web.Hosting;

/// <summary>Counts the commands a request sends to the database; page budgets are asserted with it.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private static readonly AsyncLocal<Tally?> Current = new();

    public sealed class Tally
    {
        private int count;
        public int Count => count;
        public System.Collections.Concurrent.ConcurrentQueue<string> Commands { get; } = [];

        internal void Add(string sql)
        {
            Interlocked.Increment(ref count);
            Commands.Enqueue(sql);
        }
    }

    /// <summary>Counts from now on in this asynchronous flow.</summary>
    public static Tally Start() => Current.Value = new Tally();

    private static void Count(DbCommand command)
    {
        ForumMeter.Command();
        Current.Value?.Add(command.CommandText);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Count(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count(command);
        return ValueTask.FromResult(result);
    }
}

/// <summary>Writes X-Forum-Queries; only with Diagnostics:QueryHeader.</summary>
public sealed class QueryHeader(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var tally = QueryCounter.Start();
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["X-Forum-Queries"] = tally.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        return next(http);
    }
}

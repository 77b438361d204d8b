using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>Notes every command that changes rows while a GET request is answered. Reading writes nothing: counters and watermarks are written behind by jobs.</summary>
public sealed class WriteRecorder(IHttpContextAccessor http) : DbCommandInterceptor
{
    private readonly ConcurrentQueue<(string Url, string Sql)> writes = [];

    public IEnumerable<string> Of(string url) => writes.Where(w => w.Url == url).Select(w => $"GET {w.Url}: {w.Sql}");

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>The first page that needs one makes the key that signs cookies; that is the site's start, not the page's doing.</summary>
    private void Note(DbCommand command)
    {
        if (http.HttpContext?.Request is not { Method: "GET" } request) return;
        var sql = command.CommandText;
        if (Writes(sql) && !sql.Contains("data_protection_keys", StringComparison.Ordinal)) writes.Enqueue(($"{request.Path}{request.QueryString}", sql));
    }

    private static bool Writes(string sql) =>
        sql.Contains("INSERT INTO", StringComparison.OrdinalIgnoreCase) || sql.Contains("DELETE FROM", StringComparison.OrdinalIgnoreCase) ||
        sql.TrimStart().StartsWith("UPDATE", StringComparison.OrdinalIgnoreCase) || sql.TrimStart().StartsWith("DELETE", StringComparison.OrdinalIgnoreCase);
}

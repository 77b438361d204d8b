using System.Data.Common;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ForumEngine.Web.Hosting;

/// <summary>
/// The last resort: an honest status and a page in the site's face. A database that is gone is 503 with Retry-After,
/// and the site comes back by itself.
/// </summary>
public sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone.
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, error);
        }
    }

    private Task AnswerAsync(HttpContext http, Exception error)
    {
        if (error is BadHttpRequestException bad) return PageAsync(http, bad.StatusCode, "BadRequest");
        if (IsDatabaseGone(error))
        {
            log.LogError("The database does not answer: {Message}", error.GetBaseException().Message);
            http.Response.Headers.RetryAfter = "5";
            return PageAsync(http, StatusCodes.Status503ServiceUnavailable, "DatabaseDown");
        }
        log.LogError(error, "Request {Id} {Method} {Path} failed", http.TraceIdentifier, http.Request.Method, http.Request.Path);
        return PageAsync(http, StatusCodes.Status500InternalServerError, "Broken");
    }

    /// <summary>Constraint violations are our own mistakes, not an outage.</summary>
    private static bool IsDatabaseGone(Exception error) => error switch
    {
        RetryLimitExceededException => true,
        DbUpdateException { InnerException: { } inner } => inner is DbException { IsTransient: true },
        DbException db => db.IsTransient || db is not MySqlConnector.MySqlException { ErrorCode: not MySqlConnector.MySqlErrorCode.UnableToConnectToHost },
        InvalidOperationException { InnerException: DbException inner } => IsDatabaseGone(inner),
        _ => false,
    };

    public static Task NotFoundAsync(HttpContext http) => PageAsync(http, StatusCodes.Status404NotFound, "NotFound");

    /// <summary>Writes a problem page outside of any controller.</summary>
    public static Task PageAsync(HttpContext http, int status, string code)
    {
        var kept = http.Response.Headers.RetryAfter;
        var result = http.RequestServices.GetRequiredService<Refusals>().Page(status, code);
        http.Response.Headers.CacheControl = "no-cache, no-store";
        if (kept.Count > 0) http.Response.Headers.RetryAfter = kept;
        return result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}

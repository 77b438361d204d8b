using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;

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
            if (IsBare(http.Response)) await PageAsync(http, http.Response.StatusCode, TextFor(http.Response.StatusCode));
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

    /// <summary>A status that somebody set without a word: a missing token, a wrong method.</summary>
    private static bool IsBare(HttpResponse response) =>
        !response.HasStarted && response is { StatusCode: 400 or 404 or 405 or 413 or 415, ContentLength: null or 0, ContentType: null };

    private static string TextFor(int status) => status switch
    {
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status405MethodNotAllowed => "WrongMethod",
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        _ => "BadRequest",
    };

    private Task AnswerAsync(HttpContext http, Exception error)
    {
        http.Response.Headers.Remove("ETag");
        http.Response.Headers.Remove("Last-Modified");
        // A form that can't be read: a broken part, too many fields.
        if (error is InvalidDataException) return PageAsync(http, StatusCodes.Status400BadRequest, "BadRequest");
        if (error is BadHttpRequestException bad) return PageAsync(http, bad.StatusCode, TextFor(bad.StatusCode));
        if (error.IsOutage())
        {
            log.LogError("The database does not answer: {Message}", error.GetBaseException().Message);
            http.Response.Headers.RetryAfter = "5";
            return PageAsync(http, StatusCodes.Status503ServiceUnavailable, "DatabaseDown");
        }
        log.LogError(error, "Request {Id} {Method} {Path} failed", http.TraceIdentifier, http.Request.Method, http.Request.Path);
        return PageAsync(http, StatusCodes.Status500InternalServerError, "Broken");
    }

    public static Task NotFoundAsync(HttpContext http) => PageAsync(http, StatusCodes.Status404NotFound, "NotFound");

    /// <summary>Writes a problem page outside of any controller.</summary>
    public static Task PageAsync(HttpContext http, int status, string code)
    {
        // A page that broke half-way may have promised another encoding.
        http.Response.Headers.Remove("Content-Encoding");
        var result = http.RequestServices.GetRequiredService<Refusals>().Page(http, status, code);
        http.Response.Headers.CacheControl = "no-cache, no-store";
        return result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
    }
}

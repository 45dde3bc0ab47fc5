using CodexAura.Sdk.Services;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CodexAura.Web.Problems;

/// <summary>Makes problem details of exceptions. What nobody foresaw says nothing of its inside: that is for the log.</summary>
internal sealed class ProblemExceptionHandler(IProblemDetailsService problems, ServerOptions options, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    /// <summary>What nginx made customary for a client that went away. Nobody reads it but the log.</summary>
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = ClientClosedRequest;
            return true;
        }
        var context = new ProblemDetailsContext { HttpContext = http, Exception = exception };
        var problem = context.ProblemDetails;
        if (exception is BadHttpRequestException bad)
        {
            problem.Status = bad.StatusCode;
            (problem.Detail, string? field) = BadRequests.Describe(bad);
            if (field is not null) problem.Extensions[ProblemWriter.Field] = field;
        }
        else if (exception is CodexAuraException expected)
        {
            Failures.Describe(expected, options, problem);
            if (problem.Status >= StatusCodes.Status500InternalServerError) WebLog.RequestFailed(logger, exception, http.TraceIdentifier);
            if (problem.Status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "1";
        }
        else
        {
            WebLog.RequestFailed(logger, exception, http.TraceIdentifier);
            (problem.Status, problem.Detail) = (StatusCodes.Status500InternalServerError, ProblemCodes.Sentence(StatusCodes.Status500InternalServerError));
        }
        http.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        await problems.WriteAsync(context);
        return true;
    }
}

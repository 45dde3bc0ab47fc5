using Microsoft.AspNetCore.RateLimiting;

namespace CodexAura.Plugins.Rest.Jobs;

/// <summary>Analysing repositories, and following analyses.</summary>
[Export(typeof(ICarterModule))]
[Shared]
public sealed class AnalyzeModule : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app)
    {
        var analyses = app.MapGroup("/api/v1").WithTags("Analyses");
        analyses.MapPost("/analyze", AnalyzeAsync).RequireRateLimiting("analyze").Describe("analyze", "Analyse a repository",
                "Analyses a repository and stores its graph. Where a graph is stored already, only what changed is read. Equal requests at once are one analysis; "
                + "with `wait` it ends when the last client that waits for it has gone.")
            .Takes<AnalyzeBody>("analyze").Answers<AnalysisDocument>(200, "analysis").Answers<JobDocument>(202, "job").Refuses(400, 403, 409, 413, 415, 422, 503);
        analyses.MapGet("/jobs", ListAsync).Describe("listJobs", "List analyses", "Those that wait and run, and the last ones that are over; newest first.")
            .Answers<JobList>(200, "jobs");
        analyses.MapGet("/jobs/{id}", ReadAsync).Describe("getJob", "Follow an analysis",
                "Its state and progress; with `Accept: text/event-stream` as server-sent events, one `job` event for each change, until it is over.")
            .JobId().Answers<JobDocument>(200, "job").Events(200).Refuses(404);
        analyses.MapDelete("/jobs/{id}", CancelAsync).Describe("cancelJob", "Stop an analysis", "The graph stays as it was before. A job that is over stays as it is.")
            .JobId().Answers<JobDocument>(200, "cancelled").Refuses(404);
    }

    private static async Task<IResult> AnalyzeAsync(HttpContext http, [FromServices] JobQueue queue, [FromServices] IAnalysisService analysis, [FromBody] AnalyzeBody body)
    {
        var request = Request(body, analysis);
        bool wait = body.Wait ?? true;
        var job = queue.Enqueue(request, inBackground: !wait);
        if (job is null)
        {
            http.Response.Headers.RetryAfter = "5";
            return TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests, detail: "Too many analyses are waiting already; come back later.",
                extensions: new Dictionary<string, object?> { ["code"] = "analysis.queue_full" });
        }
        if (wait) return await WaitAsync(http, queue, job);
        http.Response.Headers.Location = $"/api/v1/jobs/{job.Record.Id}";
        return new JsonAnswer(json => JobDocuments.Write(json, job.Record), StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> WaitAsync(HttpContext http, JobQueue queue, Job job)
    {
        try
        {
            await job.OverAsync().WaitAsync(http.RequestAborted);
        }
        finally
        {
            queue.Leave(job);
        }
        var record = job.Record;
        return record.Status switch
        {
            JobState.Completed => new JsonAnswer(json => JobDocuments.WriteResult(json, record)),
            JobState.Failed => throw (job.Failure is CodexAuraException { Kind: FailureKind.Invalid or FailureKind.Forbidden } wrong
                ? RequestException.WithField(wrong, "repo_path") : job.Failure!),
            JobState.Cancelled => TypedResults.Problem(statusCode: StatusCodes.Status409Conflict, detail: "The analysis was cancelled; the graph is as it was before.",
                extensions: new Dictionary<string, object?> { ["code"] = "job.cancelled" }),
            _ => throw new RequestException("job.interrupted", "The server is being stopped; the graph is as it was before.", kind: FailureKind.Unavailable),
        };
    }

    private static IResult ListAsync([FromServices] JobQueue queue) => new JsonAnswer(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("jobs"u8);
        foreach (var job in queue.All()) JobDocuments.Write(json, job);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static IResult ReadAsync(HttpContext http, [FromServices] JobQueue queue, [FromRoute] string id)
    {
        var job = Find(queue, id);
        return JobEvents.IsWanted(http.Request) ? new JobEvents(job) : new JsonAnswer(json => JobDocuments.Write(json, job.Record));
    }

    private static IResult CancelAsync([FromServices] JobQueue queue, [FromRoute] string id)
    {
        var job = Find(queue, id);
        queue.Cancel(job);
        return new JsonAnswer(json => JobDocuments.Write(json, job.Record));
    }

    private static Job Find(JobQueue queue, string id) => queue.Find(id)
        ?? throw new RequestException("job.not_found", $"There is no job '{(id.Length > 40 ? id[..40] + "…" : id)}'; jobs that are over are forgotten after a while.", "id", FailureKind.NotFound);

    private static AnalysisRequest Request(AnalyzeBody body, IAnalysisService analysis)
    {
        string path = Check.RepositoryPath(body.RepoPath, "repo_path");
        if (!Path.IsPathFullyQualified(path) && analysis.Policy.Roots is [var root, ..]) path = Path.Join(root, path);
        var request = new AnalysisRequest
        {
            Path = path,
            EdgeTypes = Check.Texts(body.EdgeTypes, "edge_types"),
            Exclude = Check.Texts(body.Exclude, "exclude"),
            Storage = Check.Optional(body.Storage, "storage"),
        };
        try
        {
            return analysis.Check(request);
        }
        catch (AnalysisException wrong)
        {
            throw RequestException.WithField(wrong, "repo_path");
        }
        catch (CodexAuraException wrong) when (request.Storage is not null)
        {
            throw RequestException.WithField(wrong, "storage");
        }
    }
}

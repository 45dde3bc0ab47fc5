using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CodexAura.Plugins.Rest.Jobs;

/// <summary>How many analyses run and wait at once.</summary>
/// <param name="Running">Analyses that run at once.</param>
/// <param name="Queued">Analyses that may wait.</param>
/// <param name="Patience">How long a stopping server waits for those that run.</param>
internal sealed record JobLimits(int Running, int Queued, TimeSpan Patience)
{
    /// <summary>What the server needs to end after the analyses have.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(5);

    public JobLimits(AnalysisPolicy policy, HostOptions host) : this(policy.MaxRunning, policy.MaxWaiting,
        host.ShutdownTimeout > Reserve ? host.ShutdownTimeout - Reserve : TimeSpan.Zero)
    {
    }
}

/// <summary>Runs analyses, a few at a time and each only once, and remembers how they went.</summary>
internal sealed partial class JobQueue(IAnalysisService analysis, JobStore store, Graphs.GraphAccess graphs, JobLimits limits, TimeProvider time, ILogger<JobQueue> logger) : BackgroundService
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(100);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly LinkedList<Job> _waiting = new();
    private readonly SemaphoreSlim _ready = new(0);
    private bool _isStopping;

    /// <summary>Takes a request in, or joins it to an equal one that is not done yet.</summary>
    /// <param name="request">What to analyse.</param>
    /// <param name="inBackground">Whether it is to be done though nobody waits for it.</param>
    /// <returns>The job, or null when too many are waiting.</returns>
    public Job? Enqueue(AnalysisRequest request, bool inBackground)
    {
        string key = KeyOf(request);
        lock (_lock)
        {
            if (_isStopping) throw new Requests.RequestException("server.stopping", "The server is being stopped.", kind: FailureKind.Unavailable);
            var job = _jobs.Values.FirstOrDefault(j => j.Key == key && !j.Record.IsOver && !j.IsClosed && !j.Cancel.IsCancellationRequested);
            if (job is null)
            {
                int idle = limits.Running - _jobs.Values.Count(j => j.Record.Status == JobState.Running);
                if (_waiting.Count - idle >= limits.Queued) return null;
                var now = time.GetUtcNow();
                job = new Job(new JobRecord { Id = Guid.CreateVersion7(now).ToString("N"), RepoPath = request.Path, CreatedAt = now }, request, key);
                store.Save(job.Record);
                _jobs.Add(job.Record.Id, job);
                _waiting.AddLast(job);
                Forget();
                _ready.Release();
            }
            else if (job.Record.Status == JobState.Running) job.IsAskedAgain = true;
            if (inBackground) job.IsInBackground = true;
            else job.Waiting++;
            return job;
        }
    }

    /// <summary>Finds a job.</summary>
    public Job? Find(string id)
    {
        lock (_lock) return _jobs.GetValueOrDefault(id);
    }

    /// <summary>All jobs that are remembered, newest first.</summary>
    public IReadOnlyList<JobRecord> All()
    {
        lock (_lock) return [.. _jobs.Values.Select(job => job.Record).OrderByDescending(job => job.Id, StringComparer.Ordinal)];
    }

    /// <summary>Stops a job. One that is over stays as it is.</summary>
    public void Cancel(Job job)
    {
        lock (_lock)
        {
            if (job.Record.IsOver) return;
            _ = job.Cancel.CancelAsync();
            if (_waiting.Remove(job)) Finish(job, job.Record with { Status = JobState.Cancelled });
        }
    }

    /// <summary>Somebody who waited for a job has gone.</summary>
    public void Leave(Job job)
    {
        lock (_lock)
        {
            if (--job.Waiting > 0 || job.IsInBackground) return;
        }
        Cancel(job);
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            foreach (var record in store.Load())
            {
                var known = record.IsOver ? record : record with { Status = JobState.Interrupted, FinishedAt = time.GetUtcNow(), Progress = null };
                if (!record.IsOver) store.Save(known);
                _jobs[known.Id] = new Job(known, new AnalysisRequest { Path = known.RepoPath }, "");
            }
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        Job[] open;
        lock (_lock)
        {
            _isStopping = true;
            foreach (var job in _waiting) Finish(job, job.Record with { Status = JobState.Interrupted });
            _waiting.Clear();
            open = [.. _jobs.Values.Where(job => !job.Record.IsOver)];
        }
        // What runs may come to its end; what takes longer is cut off, and the graph stays as it was.
        if (open.Length > 0)
        {
            await Task.WhenAny(Task.WhenAll(open.Select(job => job.OverAsync())), Task.Delay(limits.Patience, time, cancellationToken));
            foreach (var job in open)
            {
                job.IsInterrupted = true;
                job.Cancel.Cancel();
            }
        }
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, limits.Running).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await _ready.WaitAsync(stopping);
                Job? job;
                lock (_lock)
                {
                    job = _waiting.First?.Value;
                    // A job that was cancelled while it waited leaves its place in the count behind.
                    if (job is null) continue;
                    _waiting.RemoveFirst();
                    job.Set(job.Record with { Status = JobState.Running, StartedAt = time.GetUtcNow() });
                    store.Save(job.Record);
                }
                await RunAsync(job);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    private async Task RunAsync(Job job)
    {
        try
        {
            var result = await analysis.AnalyzeAsync(job.Request, new Reports(this, time, job), job.Cancel.Token);
            lock (_lock) job.IsClosed = true;
            if (job.IsAskedAgain) result = await analysis.AnalyzeAsync(job.Request, new Reports(this, time, job), job.Cancel.Token);
            var document = Document(result);
            graphs.Forget();
            lock (_lock) Finish(job, job.Record with { Status = JobState.Completed, Result = document });
        }
        catch (OperationCanceledException)
        {
            lock (_lock) Finish(job, job.Record with { Status = job.IsInterrupted ? JobState.Interrupted : JobState.Cancelled });
        }
        catch (Exception thrown)
        {
            if (thrown is not CodexAuraException) JobFailed(logger, thrown, job.Record.Id);
            var error = thrown is CodexAuraException { Kind: not (FailureKind.Failed or FailureKind.Unavailable) } known
                ? new JobError(known.Code, known.Message)
                : new JobError(thrown is CodexAuraException { Code: var code } ? code : "internal", "The analysis failed; the server's log has more under the job's id.");
            lock (_lock)
            {
                job.Failure = thrown;
                Finish(job, job.Record with { Status = JobState.Failed, Error = error });
            }
        }
    }

    private void Finish(Job job, JobRecord record)
    {
        job.Set(record with { FinishedAt = time.GetUtcNow(), Progress = null });
        store.Save(job.Record);
    }

    private void Forget()
    {
        int tooMany = _jobs.Count - JobStore.MostKept;
        if (tooMany <= 0) return;
        foreach (var old in _jobs.Values.Where(job => job.Record.IsOver).OrderBy(job => job.Record.Id, StringComparer.Ordinal).Take(tooMany).ToArray())
        {
            _jobs.Remove(old.Record.Id);
            store.Delete(old.Record.Id);
        }
    }

    private static JsonElement Document(AnalysisResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Compact)) AnalysisJson.Write(json, result);
        return JsonElement.Parse(buffer.ToArray());
    }

    private static string KeyOf(AnalysisRequest request) => string.Join('\0',
        [request.Path, request.Storage ?? "", .. request.Exclude.Prepend("exclude"), .. request.EdgeTypes.Prepend("types")]);

    [LoggerMessage(203, LogLevel.Error, "The analysis of job {Id} failed")]
    private static partial void JobFailed(ILogger logger, Exception exception, string id);

    /// <summary>Takes progress over into a job, at most every so often: it is reported for every file, from several threads.</summary>
    private sealed class Reports(JobQueue queue, TimeProvider time, Job job) : IProgress<AnalysisProgress>
    {
        private long _next;

        public void Report(AnalysisProgress value)
        {
            long now = time.GetTimestamp(), next = Volatile.Read(ref _next);
            bool isPhase = job.Record.Progress?.Phase != JsonFormat.Word(value.Phase);
            if (!isPhase && (now < next || Interlocked.CompareExchange(ref _next, now + (long)(ProgressInterval.TotalSeconds * time.TimestampFrequency), next) != next)) return;
            lock (queue._lock)
                if (job.Record.Status == JobState.Running) job.Set(job.Record with { Progress = new JobProgress(JsonFormat.Word(value.Phase), value.Done, value.Total) });
        }
    }
}

namespace CodexAura.Plugins.Rest.Jobs;

/// <summary>An analysis that somebody asked for, while it is in memory. Changes happen under the queue's lock.</summary>
internal sealed class Job(JobRecord record, AnalysisRequest request, string key)
{
    private volatile JobRecord _record = record;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its state now.</summary>
    public JobRecord Record => _record;

    public AnalysisRequest Request { get; } = request;

    /// <summary>What makes two requests for analyses equal.</summary>
    public string Key { get; } = key;

    /// <summary>Stops it.</summary>
    public CancellationTokenSource Cancel { get; } = new();

    /// <summary>How many clients wait for it; when the last one goes, so does the job, unless somebody asked for it to be done in the background.</summary>
    public int Waiting { get; set; }

    public bool IsInBackground { get; set; }

    /// <summary>It was asked for once more while it ran: what was edited meanwhile counts too, so that it looks again before it is over.</summary>
    public bool IsAskedAgain { get; set; }

    /// <summary>It looks for the last time; who asks now needs a job of their own.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The server is ending: a job that stops now was interrupted, not cancelled.</summary>
    public bool IsInterrupted { get; set; }

    /// <summary>Why it failed.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Ends with the next change of state or progress. Asked for before <see cref="Record"/> is looked at, no change is missed.</summary>
    public Task Changed => _changed.Task;

    /// <summary>Ends when it is over.</summary>
    public async Task OverAsync()
    {
        while (true)
        {
            var changed = Changed;
            if (Record.IsOver) return;
            await changed;
        }
    }

    public void Set(JobRecord record)
    {
        _record = record;
        var before = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        before.SetResult();
    }
}

namespace CodexAura.Engine.Analysis;

/// <summary>
/// Calls a function for each number below a count, on several threads with a deep stack, and goes on without a call that takes
/// longer than a limit: its thread can't be ended from outside, so it is left behind, and another one takes its place.
/// </summary>
/// <param name="count">How many numbers.</param>
/// <param name="work">What is done for a number. What it throws ends all.</param>
/// <param name="done">Gets each result, on the thread that made it. Not called for what came too late.</param>
/// <param name="limit">How long one call may take.</param>
/// <param name="late">Gives the result of a call that took too long.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class LimitedWork<T>(int count, Func<int, T> work, Action<int, T> done, TimeSpan limit, Func<int, T> late, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Call> _calls = [];
    private int _next = -1;
    private int _remaining;

    /// <summary>Runs it all.</summary>
    /// <param name="threads">On how many threads at once.</param>
    public async Task RunAsync(int threads)
    {
        if (count == 0) return;
        _remaining = count;
        for (int i = Math.Clamp(count, 1, threads); i > 0; i--) Start();
        long period = Math.Max(10, (long)Math.Min(limit.TotalMilliseconds / 4, 1000));
        using var watch = new Timer(_ => LeaveBehind(), null, period, period);
        await _all.Task.ConfigureAwait(false);
    }

    private void Start()
    {
        var call = new Call();
        lock (_calls) _calls.Add(call);
        _ = WorkerThreads.RunAsync(() => Work(call));
    }

    private void Work(Call call)
    {
        try
        {
            while (Interlocked.Increment(ref _next) is var i && i < count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                call.Begin(i);
                var result = work(i);
                if (!call.TryEnd(i)) return;
                Finish(i, result);
            }
        }
        catch (OperationCanceledException e)
        {
            _all.TrySetCanceled(e.CancellationToken);
        }
        catch (Exception e)
        {
            _all.TrySetException(e);
        }
    }

    private void LeaveBehind()
    {
        Call[] calls;
        lock (_calls) calls = [.. _calls];
        foreach (var call in calls)
        {
            if (call.Overdue(limit) is not (>= 0 and var i) || !call.TryEnd(i)) continue;
            lock (_calls) _calls.Remove(call);
            Start();
            Finish(i, late(i));
        }
    }

    private void Finish(int i, T result)
    {
        done(i, result);
        if (Interlocked.Decrement(ref _remaining) == 0) _all.TrySetResult();
    }

    /// <summary>What one thread is at. Whoever ends a call first, the thread or the watch, decides on its result.</summary>
    private sealed class Call
    {
        private const int Nothing = -1;
        private int _current = Nothing;
        private long _since;

        public void Begin(int i)
        {
            Volatile.Write(ref _since, Environment.TickCount64);
            Volatile.Write(ref _current, i);
        }

        public bool TryEnd(int i) => Interlocked.CompareExchange(ref _current, Nothing, i) == i;

        public int Overdue(TimeSpan limit) =>
            Volatile.Read(ref _current) is >= 0 and var i && Environment.TickCount64 - Volatile.Read(ref _since) > limit.TotalMilliseconds ? i : Nothing;
    }
}

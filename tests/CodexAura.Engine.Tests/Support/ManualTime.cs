namespace CodexAura.Engine.Tests.Support;

/// <summary>A clock whose timers run when it is put forward.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), _ahead + dueTime);
        lock (_timers) _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        _ahead += by;
        Timer[] due;
        lock (_timers) due = [.. _timers.Where(t => t.Due <= _ahead)];
        foreach (var timer in due)
        {
            timer.Dispose();
            timer.Run();
        }
    }

    private sealed class Timer(ManualTime time, Action run, TimeSpan due) : ITimer
    {
        public TimeSpan Due => due;

        public Action Run => run;

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (time._timers) time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

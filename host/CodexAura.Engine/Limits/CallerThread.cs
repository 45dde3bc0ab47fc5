namespace CodexAura.Engine.Limits;

/// <summary>
/// Waiting for work that others do, the cheapest way. A thread that is not the pool's is the main one of a command: it has nothing else to do,
/// so it blocks. Then none of the methods between it and Main is suspended; the code for suspending one can't be compiled ahead of time, and
/// compiling it for all of them took a twentieth of an analysis in which nothing had changed. Threads of the pool, as in a server, await.
/// </summary>
internal static class CallerThread
{
    /// <summary>Waits for a task, which goes on when the waiting is cancelled.</summary>
    /// <returns>A task that is over where the thread could wait.</returns>
    public static Task WaitForAsync(Task task, CancellationToken cancellationToken)
    {
        if (MayBlock && !task.IsCompleted) Block(task, Timeout.InfiniteTimeSpan, cancellationToken);
        return task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc cref="WaitForAsync(Task, CancellationToken)"/>
    public static Task<T> WaitForAsync<T>(Task<T> task)
    {
        if (MayBlock && !task.IsCompleted) Block(task, Timeout.InfiniteTimeSpan, CancellationToken.None);
        return task;
    }

    /// <summary>Waits for a task for a limited time.</summary>
    /// <returns>The task; one that fails with <see cref="TimeoutException"/> where it did not end in time.</returns>
    public static Task<T> WaitForAsync<T>(Task<T> task, TimeSpan limit)
    {
        if (!MayBlock) return task.WaitAsync(limit, CancellationToken.None);
        Block(task, limit, CancellationToken.None);
        return task.WaitAsync(TimeSpan.Zero, CancellationToken.None);
    }

    private static bool MayBlock => !Thread.CurrentThread.IsThreadPoolThread;

    private static void Block(Task task, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            // Unlike Wait, it leaves what the task threw to who awaits it.
            Task.WaitAny([task], (int)limit.TotalMilliseconds, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller finds that the token is cancelled.
        }
    }
}

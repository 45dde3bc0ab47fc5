namespace CodexAura.Engine.Analysis;

/// <summary>
/// Runs analyzers on threads with a deep stack: source may nest thousands of levels, and a stack overflow in a plugin would end
/// the process.
/// </summary>
internal static class WorkerThreads
{
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>Runs an action on a thread of its own.</summary>
    public static Task RunAsync(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                action();
                done.SetResult();
            }
            catch (OperationCanceledException e)
            {
                done.SetCanceled(e.CancellationToken);
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }, StackSize) { IsBackground = true, Name = "codex-aura analysis" };
        thread.Start();
        return done.Task;
    }
}

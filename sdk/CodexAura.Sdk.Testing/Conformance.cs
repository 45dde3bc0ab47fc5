namespace CodexAura.Sdk.Testing;

/// <summary>What the suites have in common.</summary>
internal static class Conformance
{
    /// <summary>As deep as on the host's own threads.</summary>
    private const int StackSize = 64 * 1024 * 1024;

    public static Action<T> Find<T>(IEnumerable<(string Name, Action<T> Check)> all, string name, string suite)
    {
        ArgumentNullException.ThrowIfNull(name);
        return all.FirstOrDefault(check => check.Name == name).Check
            ?? throw new ConformanceException($"There is no check '{name}'. A suite that runs nothing proves nothing: take the names from {suite}.Checks.");
    }

    public static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new ConformanceException(otherwise);
    }

    /// <summary>Runs a check on a thread of its own, and turns what the contract does not provide for into a broken promise.</summary>
    public static Task RunAsync(string name, Action check)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                check();
                done.SetResult();
            }
            catch (OperationCanceledException e)
            {
                done.SetCanceled(e.CancellationToken);
            }
            catch (ConformanceException e)
            {
                done.SetException(e);
            }
            catch (Exception e)
            {
                done.SetException(new ConformanceException($"'{name}' met an exception that the contract does not provide for: {e.GetType().Name}: {e.Message}\n{e.StackTrace}", e));
            }
        }, StackSize) { IsBackground = true, Name = "conformance" }.Start();
        return done.Task;
    }

    public static async Task RunAllAsync(IReadOnlyList<string> checks, Func<string, Task> run)
    {
        var broken = new List<string>();
        foreach (string name in checks)
        {
            try
            {
                await run(name).ConfigureAwait(false);
            }
            catch (ConformanceException e)
            {
                broken.Add($"{name}: {e.Message}");
            }
        }
        if (broken.Count > 0) throw new ConformanceException($"{broken.Count} of {checks.Count} checks failed:\n" + string.Join('\n', broken));
    }

    /// <summary>Does something in several threads at once, and throws what the first of them threw.</summary>
    public static void InParallel(int threads, Action<int> action)
    {
        var failures = new Exception?[threads];
        var all = Enumerable.Range(0, threads).Select(i => new Thread(() =>
        {
            try
            {
                action(i);
            }
            catch (Exception e)
            {
                failures[i] = e;
            }
        }, StackSize)).ToArray();
        foreach (var thread in all) thread.Start();
        foreach (var thread in all) thread.Join();
        if (failures.FirstOrDefault(f => f is not null) is { } first)
            throw first is ConformanceException or OperationCanceledException
                ? first
                : new ConformanceException($"With {threads} threads at once it threw {first.GetType().Name}: {first.Message}", first);
    }
}

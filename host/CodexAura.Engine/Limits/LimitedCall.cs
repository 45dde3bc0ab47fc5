namespace CodexAura.Engine.Limits;

/// <summary>
/// Calls code of a plugin for a limited time. What does not end can't be ended from outside: its token is triggered, and it is left
/// behind with whatever thread it holds.
/// </summary>
internal static class LimitedCall
{
    /// <summary>Makes the call, on a thread of the pool: a plugin that blocks instead of awaiting is left behind too.</summary>
    /// <param name="call">The call.</param>
    /// <param name="who">Gives the plugin's part for messages, such as <c>store 'x' (plugin 'acme.x')</c>.</param>
    /// <param name="doing">What it is to do, for messages: <c>save a graph</c>.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="cancellationToken">Handed to the call. Cancelling alone does not leave it behind: what it does may have to be whole.</param>
    /// <exception cref="PluginCallException">It took too long, or threw what is no failure for people.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> call, Func<string> who, string doing, TimeSpan limit, CancellationToken cancellationToken)
    {
        // Not disposed where the call is left behind: it goes on using the token.
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var task = Task.Run(() => call(stop.Token), CancellationToken.None);
        try
        {
            var result = await CallerThread.WaitForAsync(task, limit).ConfigureAwait(false);
            stop.Dispose();
            return result;
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            _ = stop.CancelAsync();
            _ = task.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw PluginCallException.TooLong(who(), doing, limit);
        }
        catch (Exception thrown) when (IsUnforeseen(thrown, cancellationToken))
        {
            throw PluginCallException.Failed(who(), doing, thrown);
        }
    }

    /// <inheritdoc cref="RunAsync{T}(Func{CancellationToken, Task{T}}, Func{string}, string, TimeSpan, CancellationToken)"/>
    public static Task RunAsync(Func<CancellationToken, Task> call, Func<string> who, string doing, TimeSpan limit, CancellationToken cancellationToken) =>
        RunAsync(async token =>
        {
            await call(token).ConfigureAwait(false);
            return true;
        }, who, doing, limit, cancellationToken);

    /// <summary>Makes a call that is no asynchronous one, and waits for it.</summary>
    public static T Run<T>(Func<CancellationToken, T> call, Func<string> who, string doing, TimeSpan limit, CancellationToken cancellationToken) =>
        RunAsync(token => Task.FromResult(call(token)), who, doing, limit, cancellationToken).GetAwaiter().GetResult();

    private static bool IsUnforeseen(Exception thrown, CancellationToken cancellationToken) =>
        thrown is not CodexAuraException && (thrown is not OperationCanceledException || !cancellationToken.IsCancellationRequested);
}

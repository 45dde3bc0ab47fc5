using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CodexAura.Composition;

/// <summary>A loaded plugin with its parts. Failures that show only when parts are composed or made end up in its entry.</summary>
internal sealed class ComposedPlugin(PluginEntry entry, IPluginParts parts, TimeSpan makeLimit, ILogger logger) : IDisposable
{
    private volatile bool _disposed;

    public PluginEntry Entry => entry;

    public bool HasExport(Type contract) =>
        entry.State == PluginState.Active && entry.Exports.Any(export => export.Contract == contract);

    public IReadOnlyList<PluginExport<TContract, TMetadata>> GetExports<TContract, TMetadata>() where TContract : class
    {
        try
        {
            return [.. parts.Exports<TContract, TMetadata>().Select(lazy => new PluginExport<TContract, TMetadata>(this, lazy))];
        }
        catch (Exception thrown)
        {
            Fail(thrown);
            return [];
        }
    }

    public void CreateAll()
    {
        if (entry.State != PluginState.Active) return;
        long start = Stopwatch.GetTimestamp();
        try
        {
            Make<object?>(() =>
            {
                foreach (var contract in entry.Exports.Select(export => export.Contract).Distinct()) parts.Make(contract);
                return null;
            });
        }
        catch (Exception thrown)
        {
            Fail(thrown);
        }
        entry.LoadTime += Stopwatch.GetElapsedTime(start);
    }

    /// <summary>
    /// Runs code of the plugin that makes or ends something, on a thread of its own, for a limited time. A constructor that hangs can't be ended from
    /// outside: its thread is left behind.
    /// </summary>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public T Make<T>(Func<T> make)
    {
        var made = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                made.SetResult(make());
            }
            catch (Exception thrown)
            {
                made.SetException(thrown);
            }
        }) { IsBackground = true, Name = "codex-aura plugin " + entry.Id }.Start();
        if (!((IAsyncResult)made.Task).AsyncWaitHandle.WaitOne(makeLimit)) throw new MadeTooLongException(makeLimit);
        return made.Task.GetAwaiter().GetResult();
    }

    /// <summary>Gives what to throw where the plugin failed before.</summary>
    public PluginException? Failure => entry is { State: PluginState.Failed, Code: { } code, Reason: { } reason }
        ? new PluginException(entry.Id, new PluginProblem(code, reason), entry.Exception)
        : null;

    /// <summary>Records the failure, and gives what to throw to whoever wanted the export.</summary>
    public PluginException Fail(Exception thrown)
    {
        var problem = LoadFailure.Describe(thrown, entry.Folder);
        // Work that nobody waited for may still ask for parts when the host ends: that is told to who asked, and to nobody else.
        if (_disposed || IsHostGone(thrown)) return new PluginException(entry.Id, problem, thrown);
        if (entry.State != PluginState.Failed) Log.PluginStopped(logger, entry.Id, PluginState.Failed, problem.Code, problem.Message);
        entry.Stop(PluginState.Failed, problem, thrown);
        return new PluginException(entry.Id, problem, thrown);
    }

    private static bool IsHostGone(Exception thrown) =>
        thrown is HostGoneException || thrown.InnerException is { } inner && IsHostGone(inner);

    public void Dispose()
    {
        _disposed = true;
        try
        {
            // Limited too, so that one that hangs does not keep the process from ending.
            Make(() =>
            {
                parts.Dispose();
                (entry.Services as IDisposable)?.Dispose();
                return true;
            });
        }
        catch (MadeTooLongException)
        {
            Log.DisposeTookTooLong(logger, entry.Id, makeLimit.TotalSeconds);
        }
        catch (Exception thrown)
        {
            Log.DisposeFailed(logger, thrown, entry.Id);
        }
    }
}

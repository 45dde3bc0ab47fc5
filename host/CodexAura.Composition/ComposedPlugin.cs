using System.Composition.Hosting;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CodexAura.Composition;

/// <summary>A loaded plugin with its container. Failures that show only when parts are composed or made end up in its entry.</summary>
internal sealed class ComposedPlugin(PluginEntry entry, CompositionHost container, ILogger logger) : IDisposable
{
    public PluginEntry Entry => entry;

    public bool HasExport(Type contract) =>
        entry.State == PluginState.Active && entry.Exports.Any(export => export.Contract == contract);

    public IReadOnlyList<PluginExport<TContract, TMetadata>> GetExports<TContract, TMetadata>() where TContract : class
    {
        try
        {
            return [.. container.GetExports<Lazy<TContract, TMetadata>>().Select(lazy => new PluginExport<TContract, TMetadata>(this, lazy))];
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
            foreach (var contract in entry.Exports.Select(export => export.Contract).Distinct())
                foreach (object _ in container.GetExports(contract)) { }
        }
        catch (Exception thrown)
        {
            Fail(thrown);
        }
        entry.LoadTime += Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Records the failure, and gives what to throw to whoever wanted the export.</summary>
    public PluginException Fail(Exception thrown)
    {
        var problem = LoadFailure.Describe(thrown, entry.Folder);
        if (entry.State != PluginState.Failed) Log.PluginStopped(logger, entry.Id, PluginState.Failed, problem.Code, problem.Message);
        entry.Stop(PluginState.Failed, problem, thrown);
        return new PluginException(entry.Id, problem, thrown);
    }

    public void Dispose()
    {
        try
        {
            container.Dispose();
        }
        catch (Exception thrown)
        {
            Log.DisposeFailed(logger, thrown, entry.Id);
        }
    }
}

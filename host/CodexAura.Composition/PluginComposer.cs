using System.Composition.Hosting;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CodexAura.Composition;

/// <summary>
/// Fourth step: a container for each plugin, so that a part that can't be satisfied never takes another plugin down. Parts are
/// found by attributes and made at first use.
/// </summary>
internal sealed class PluginComposer(PluginHostOptions options, Func<IServiceProvider> services, ILogger logger)
{
    private readonly PluginCompatibility _compatibility = new(options);
    private readonly PluginLoadContexts _contexts = new(options);

    /// <summary>Takes a plugin as far as it gets.</summary>
    /// <returns>The plugin, or null where its entry says why not.</returns>
    public ComposedPlugin? Compose(PluginEntry entry)
    {
        long start = Stopwatch.GetTimestamp();
        if (entry.State == PluginState.Discovered) _compatibility.Check(entry);
        var plugin = entry.State == PluginState.Discovered ? Load(entry) : null;
        entry.LoadTime = Stopwatch.GetElapsedTime(start);
        Report(entry);
        return plugin;
    }

    private ComposedPlugin? Load(PluginEntry entry)
    {
        try
        {
            var (parts, exports) = ExportScan.Of(_contexts.Load(entry.AssemblyPath));
            if (exports.Count == 0)
            {
                entry.Stop(PluginState.Failed, new PluginProblem(PluginCodes.NoExports,
                    $"{entry.AssemblyPath} exports nothing. Put an attribute such as [ExportAnalyzer(\"name\", \".ext\")] on a public class, and don't ship copies of assemblies that the host shares."));
                return null;
            }
            foreach (string kind in exports.Select(export => export.Kind).OfType<string>().Distinct().Except(entry.Manifest!.Kinds))
                entry.Warn(new PluginProblem(PluginCodes.KindNotNamed,
                    $"{entry.Manifest.Assembly} exports a {kind}, but \"kinds\" in {PluginManifest.FileName} doesn't name that kind, so it is never used. Add it to \"kinds\"."));
            foreach (string kind in entry.Manifest.Kinds.Where(kind => exports.All(export => export.Kind != kind)))
                entry.Warn(new PluginProblem(PluginCodes.KindNotExported,
                    $"{PluginManifest.FileName} names the kind '{kind}', but {entry.Manifest.Assembly} exports no {PluginKinds.Contracts[kind].Name}. Correct \"kinds\", or export it."));
            var bridge = new ServiceBridge(() => entry.Services ?? services(), exports.Select(export => export.Contract).ToHashSet());
            IPluginParts made = (IPluginParts?)PlainParts.Of(parts, exports, bridge, Compose) ?? new ComposedParts(Compose());
            entry.Activate(exports);
            return new ComposedPlugin(entry, made, options.MakeLimit, logger);

            CompositionHost Compose() => new ContainerConfiguration().WithParts(parts).WithProvider(bridge).CreateContainer();
        }
        catch (Exception thrown)
        {
            entry.Stop(PluginState.Failed, LoadFailure.Describe(thrown, entry.Folder), thrown);
            return null;
        }
    }

    private void Report(PluginEntry entry)
    {
        foreach (var warning in entry.Warnings) Log.PluginWarning(logger, entry.Id, warning.Code, warning.Message);
        if (entry.State == PluginState.Active) Log.PluginActive(logger, entry.Id, entry.Version, entry.Folder, entry.LoadTime.TotalMilliseconds);
        else if (entry.State == PluginState.Disabled) Log.PluginDisabled(logger, entry.Id, entry.Code!, entry.Reason!);
        else Log.PluginStopped(logger, entry.Id, entry.State, entry.Code!, entry.Reason!);
    }
}

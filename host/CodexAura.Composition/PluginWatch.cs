using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodexAura.Composition;

/// <summary>
/// Keeps the catalog of a running host up to date: a plugin whose folder appears is loaded and used from then on, once nothing of the
/// folder changes any more. What is in use stays until the host ends, see <see cref="PluginEntry.RestartReason"/>.
/// </summary>
/// <remarks>
/// It looks every so often, rather than being told: that works on every file system, in containers and over the network, and costs
/// a few hundred looks at names and times. A folder is taken up when it looks the same twice; one that is broken is read again
/// whenever it changes, so a copy that pauses does no lasting harm.
/// </remarks>
public sealed class PluginWatch
{
    private readonly PluginCatalog _catalog;
    private readonly Func<PluginHostOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private Dictionary<string, string> _settled;
    private Dictionary<string, string> _before;
    private HashSet<string> _disabled;

    /// <summary>Notes what the folders look like now.</summary>
    /// <param name="catalog">The catalog of the running host.</param>
    /// <param name="options">Says where to look; asked again whenever something changed.</param>
    /// <param name="time">Gives the time between two looks.</param>
    /// <param name="loggerFactory">Gets a message for what arrives and fails; null for none.</param>
    public PluginWatch(PluginCatalog catalog, Func<PluginHostOptions> options, TimeProvider time, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        (_catalog, _options, _time) = (catalog, options, time);
        _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(typeof(PluginWatch).FullName!);
        var now = options();
        _settled = _before = Stamps(now);
        _disabled = new HashSet<string>(now.Disabled, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in catalog.Entries) entry.Stamp = _settled.GetValueOrDefault(entry.Folder);
    }

    /// <summary>Time between two looks: 1 s.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A plugin was loaded, and nothing of it was made yet: the time to give it <see cref="PluginEntry.Services"/>. The catalog has this
    /// plugin alone. What is thrown makes it failed.
    /// </summary>
    public event Action<PluginCatalog>? Arriving;

    /// <summary>All exports of a plugin were made, and it is about to be in use: the time to add its routes. The catalog has this plugin alone.</summary>
    public event Action<PluginCatalog>? Ready;

    /// <summary>A plugin is in use. The catalog has this plugin alone.</summary>
    public event Action<PluginCatalog>? Arrived;

    /// <summary>Something in the list of plugins is not as it was.</summary>
    public event Action? Changed;

    /// <summary>Looks again and again.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, _time);
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                Look();
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                Log.LookFailed(_logger, thrown);
            }
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>Whether the list of plugins changed.</returns>
    public bool Look()
    {
        var options = _options();
        var now = Stamps(options);
        var moving = now.Keys.Union(_before.Keys).Where(folder => now.GetValueOrDefault(folder) != _before.GetValueOrDefault(folder)).ToHashSet(StringComparer.Ordinal);
        _before = now;
        var settled = now.Where(pair => !moving.Contains(pair.Key)).Concat(_settled.Where(pair => moving.Contains(pair.Key))).ToDictionary(StringComparer.Ordinal);
        // Switching one off or on changes none of the folders.
        if (settled.Count == _settled.Count && settled.All(pair => _settled.GetValueOrDefault(pair.Key) == pair.Value) && _disabled.SetEquals(options.Disabled)) return false;
        _settled = settled;
        _disabled = new HashSet<string>(options.Disabled, StringComparer.OrdinalIgnoreCase);
        var update = new PluginUpdate(_catalog.Plugins, PluginDiscovery.Find(options), settled, moving, _catalog.Composer).Run();
        foreach (var entry in update.Changed.Where(entry => entry.RestartReason is not null)) Log.RestartNeeded(_logger, entry.Id, entry.RestartReason!);
        foreach (var plugin in update.Arrived) Take(plugin);
        KnownPlugin[] arrived = [.. update.Arrived.Where(plugin => plugin.IsInUse)];
        foreach (var plugin in arrived) Ready?.Invoke(new PluginCatalog([plugin], _catalog.Composer));
        _catalog.Plugins = update.Plugins;
        foreach (var plugin in arrived)
        {
            Log.PluginArrived(_logger, plugin.Entry.Id, plugin.Entry.Version, plugin.Entry.Folder);
            Arrived?.Invoke(new PluginCatalog([plugin], _catalog.Composer));
        }
        Changed?.Invoke();
        return true;
    }

    /// <summary>
    /// Loads a plugin and makes all its exports before anybody sees it: what is broken shows in the list at once, and changes nothing else.
    /// </summary>
    private void Take(KnownPlugin plugin)
    {
        if (plugin.Composed is not { } composed) return;
        try
        {
            Arriving?.Invoke(new PluginCatalog([plugin], _catalog.Composer));
            composed.CreateAll();
        }
        catch (Exception thrown)
        {
            composed.Fail(thrown is PluginException { InnerException: { } cause } ? cause : thrown);
        }
        if (plugin.Entry.State == PluginState.Active) return;
        plugin.IsGivenUp = true;
        composed.Dispose();
    }

    private static Dictionary<string, string> Stamps(PluginHostOptions options)
    {
        var stamps = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string folder in PluginDiscovery.Folders(options))
            if (PluginStamp.Of(folder) is { } stamp) stamps[folder] = stamp;
        return stamps;
    }
}

using System.Globalization;
using CodexAura.Composition;

namespace CodexAura.Host.Hosting;

/// <summary>Runs the watch over the plugin folders as long as a command does, and tells who wants to know.</summary>
internal sealed class PluginArrivals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly RunningHosts _hosts;
    private readonly PluginCatalog _catalog;
    private readonly string _command;
    private readonly Task _run;

    public PluginArrivals(string command, PluginCatalog catalog, PluginWatch watch, RunningHosts hosts)
    {
        (_command, _catalog, _hosts, Watch) = (command, catalog, hosts, watch);
        watch.Arrived += arrived => Tell(arrived.Entries[0]);
        watch.Changed += Note;
        Note();
        // Started last of all: whoever makes this has a moment to listen, and what arrives before that moment is found by the first look.
        _run = Task.Run(() => watch.RunAsync(_stop.Token));
    }

    public PluginWatch Watch { get; }

    public void Dispose()
    {
        _stop.Cancel();
        // A plugin that hangs while it is made is not waited for.
        ((IAsyncResult)_run).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(2));
        _hosts.Remove();
    }

    private void Note() => _hosts.Write(_command, _catalog.Entries.Where(entry => entry.State is PluginState.Active or PluginState.Discovered)
        .Select(entry => new PluginInUse(entry.Id, entry.Version, entry.Folder, entry.Stamp)));

    private static void Tell(PluginEntry plugin) => Console.Error.WriteLine(
        $"{DateTime.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture)} plugins: {plugin.Id} {plugin.Version} arrived in {plugin.Folder} and is used from now on");
}

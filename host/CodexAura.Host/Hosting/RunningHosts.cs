using System.Diagnostics;
using System.Text.Json;
using CodexAura.Composition;

namespace CodexAura.Host.Hosting;

/// <summary>A plugin that a running process uses.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that was loaded.</param>
/// <param name="Folder">Where it was loaded from.</param>
/// <param name="Stamp">What the folder looked like then.</param>
internal sealed record PluginInUse(string Id, string Version, string Folder, string? Stamp);

/// <summary>A process that keeps running, such as <c>codex-aura serve</c>.</summary>
/// <param name="Command">Its command.</param>
/// <param name="Process">Its id.</param>
/// <param name="Started">When it began, in ticks; the system gives ids of processes out again.</param>
/// <param name="Plugins">What it uses.</param>
internal sealed record RunningHost(string Command, int Process, long Started, IReadOnlyList<PluginInUse> Plugins)
{
    public override string ToString() => $"codex-aura {Command} (process {Process})";

    /// <summary>What it uses and would not, or not so, if it were started now, with what happened since.</summary>
    /// <param name="now">The plugins that a start finds.</param>
    public IEnumerable<(PluginInUse Plugin, string Since)> Outdated(IReadOnlyList<PluginEntry> now)
    {
        foreach (var plugin in Plugins)
        {
            if (plugin.Stamp is not null && PluginStamp.Of(plugin.Folder) != plugin.Stamp)
                yield return (plugin, Directory.Exists(plugin.Folder) ? $"was changed in {plugin.Folder}" : $"was removed in {plugin.Folder}");
            else if (now.Any(entry => entry.Folder == plugin.Folder && entry.State == PluginState.Disabled))
                yield return (plugin, "was switched off");
        }
    }
}

/// <summary>
/// What processes that keep running have loaded, a small file each in the user's folder: so <c>plugins list</c>, which is a process of its
/// own, can tell which of them have to be started again.
/// </summary>
/// <param name="home">The user's folder.</param>
internal sealed class RunningHosts(string home)
{
    private static readonly JsonSerializerOptions _json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly string _folder = Path.Join(home, "running");

    private string Mine => Path.Join(_folder, Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture) + ".json");

    /// <summary>Notes what this process uses. Where that can't be written, nobody is told, and all else goes on.</summary>
    public void Write(string command, IEnumerable<PluginInUse> plugins)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            using var process = Process.GetCurrentProcess();
            string partial = Mine + ".partial";
            File.WriteAllBytes(partial, JsonSerializer.SerializeToUtf8Bytes(new RunningHost(command, process.Id, process.StartTime.Ticks, [.. plugins]), _json));
            File.Move(partial, Mine, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>This process ends.</summary>
    public void Remove() => TryDelete(Mine);

    /// <summary>The processes that run now. What others left behind that are gone is removed.</summary>
    public IReadOnlyList<RunningHost> All()
    {
        var hosts = new List<RunningHost>();
        if (!Directory.Exists(_folder)) return hosts;
        foreach (string file in Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                var host = JsonSerializer.Deserialize<RunningHost>(File.ReadAllBytes(file), _json)!;
                if (IsAlive(host)) hosts.Add(host);
                else TryDelete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
            {
                // Just being written or removed, or no file of ours.
            }
        }
        return hosts;
    }

    private static bool IsAlive(RunningHost host)
    {
        try
        {
            using var process = Process.GetProcessById(host.Process);
            return Math.Abs(process.StartTime.Ticks - host.Started) < TimeSpan.TicksPerSecond * 2;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Of another user: it can't be looked at, so it is there.
            return true;
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}

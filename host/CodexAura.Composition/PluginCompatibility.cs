using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CodexAura.Composition;

/// <summary>
/// Second step: whether the plugin can work with this host, found out from files alone. It must come before loading, because a
/// load context that can't use the host's copy of a shared assembly takes the plugin's own, whose contracts are other types: the
/// plugin would then export nothing that the host knows, without any error.
/// </summary>
internal sealed class PluginCompatibility(PluginHostOptions options)
{
    /// <summary>Checks a discovered plugin and stops it where it can't work.</summary>
    public void Check(PluginEntry entry)
    {
        var manifest = entry.Manifest!;
        if (!SdkVersion.IsIn(manifest.Sdk, SdkVersion.Current))
            entry.Stop(PluginState.Incompatible, new PluginProblem(PluginCodes.SdkOutOfRange,
                $"'{entry.Id}' works with SDK {manifest.Sdk.OriginalString}, and this is SDK {SdkVersion.Current.ToNormalizedString()}. {Advice(manifest)}"));
        else if (PrivateSdk(entry) is { } problem)
            entry.Stop(problem.Code == PluginCodes.ForeignSdk ? PluginState.Incompatible : PluginState.Failed, problem);
        else if (NewerReference(entry) is { } newer)
            entry.Stop(newer.Code == PluginCodes.SharedAssemblyTooOld ? PluginState.Incompatible : PluginState.Failed, newer);
    }

    private static string Advice(PluginManifest manifest) =>
        manifest.Sdk.HasLowerBound && manifest.Sdk.MinVersion! > SdkVersion.Current
            ? "Install an older version of the plugin, or a newer Codex Aura."
            : "Install a newer version of the plugin.";

    private static PluginProblem? PrivateSdk(PluginEntry entry)
    {
        string file = Path.Combine(Path.GetDirectoryName(entry.AssemblyPath)!, SdkVersion.AssemblyName + ".dll");
        if (!File.Exists(file)) return null;
        int major;
        try
        {
            major = AssemblyName.GetAssemblyName(file).Version?.Major ?? 0;
        }
        catch (Exception unreadable) when (unreadable is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return new PluginProblem(PluginCodes.NotAnAssembly, $"{file} can't be read as a .NET assembly. Remove it: plugins use the host's.");
        }
        if (major != SdkVersion.Current.Major)
            return new PluginProblem(PluginCodes.ForeignSdk,
                $"{file} is SDK {major}.x, and this is SDK {SdkVersion.Current.ToNormalizedString()}. Install a version of the plugin for this SDK.");
        entry.Warn(new PluginProblem(PluginCodes.PrivateSdk,
            $"{file} is not used: plugins use the host's SDK. Leave it out of the plugin by <Private>false</Private> on the reference."));
        return null;
    }

    private PluginProblem? NewerReference(PluginEntry entry)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(entry.AssemblyPath));
            if (!file.HasMetadata) return NotAnAssembly(entry, "it has no .NET metadata");
            var metadata = file.GetMetadataReader();
            foreach (var handle in metadata.AssemblyReferences)
            {
                var reference = metadata.GetAssemblyReference(handle).GetAssemblyName();
                if (options.SharedAssemblies.Contains(reference.Name!) && HostAssemblies.Find(reference.Name!)?.GetName().Version is { } version && Clashes(reference, version))
                    return new PluginProblem(PluginCodes.SharedAssemblyTooOld,
                        $"'{entry.Id}' was built against {reference.Name} {reference.Version}, and this host has {version}. Install a version of the plugin that was built for this host, or another Codex Aura.");
            }
            return null;
        }
        catch (Exception wrong) when (wrong is BadImageFormatException or InvalidOperationException)
        {
            return NotAnAssembly(entry, wrong.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new PluginProblem(PluginCodes.LoadFailed, $"{entry.AssemblyPath} can't be read: {unreadable.Message}");
        }
    }

    // Major versions of the SDK are never compatible, in neither direction; other libraries promise that newer serves older.
    private static bool Clashes(AssemblyName reference, Version host) =>
        reference.Version > host || (reference.Name == SdkVersion.AssemblyName && reference.Version?.Major != host.Major);

    private static PluginProblem NotAnAssembly(PluginEntry entry, string why) => new(PluginCodes.NotAnAssembly,
        $"{entry.AssemblyPath} is not a .NET assembly: {why.TrimEnd('.')}. Build or copy the plugin again.");
}

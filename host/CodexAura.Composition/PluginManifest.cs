using NuGet.Versioning;

namespace CodexAura.Composition;

/// <summary>What plugin.json says.</summary>
public sealed record PluginManifest
{
    /// <summary>File name of manifests.</summary>
    public const string FileName = "plugin.json";

    /// <summary>Name of the plugin, unique among all that are installed.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the plugin.</summary>
    public required NuGetVersion Version { get; init; }

    /// <summary>File name of the plugin's assembly, relative to the folder.</summary>
    public required string Assembly { get; init; }

    /// <summary>Versions of the SDK that it works with.</summary>
    public required VersionRange Sdk { get; init; }

    /// <summary>What it exports: analyzer, store, context, impact, module.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>One sentence for people, or null.</summary>
    public string? Description { get; init; }

    /// <summary>False to leave the plugin out without removing it.</summary>
    public bool Enabled { get; init; } = true;
}

using System.Reflection;
using CodexAura.Sdk.Analysis;
using NuGet.Versioning;

namespace CodexAura.Composition;

/// <summary>The SDK that this host offers to plugins.</summary>
public static class SdkVersion
{
    /// <summary>Simple name of the SDK's assembly.</summary>
    public const string AssemblyName = "CodexAura.Sdk";

    /// <summary>Version of the SDK's package.</summary>
    public static NuGetVersion Current { get; } = Read(typeof(ILanguageAnalyzer).Assembly);

    /// <summary>
    /// Whether a manifest's range includes a version. A preview counts as the release it leads to: an SDK 1.0.0-beta already has
    /// the breaks of 1.0.0, so <c>[0.1,1.0)</c> leaves it out, though it sorts before 1.0.0.
    /// </summary>
    public static bool IsIn(VersionRange range, NuGetVersion version)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(version);
        return range.Satisfies(new NuGetVersion(version.Major, version.Minor, version.Patch));
    }

    private static NuGetVersion Read(Assembly sdk) =>
        NuGetVersion.Parse(sdk.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
}

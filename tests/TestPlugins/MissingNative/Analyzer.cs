using System.Composition;
using System.Runtime.InteropServices;
using CodexAura.Sdk.Analysis;

namespace CodexAura.TestPlugins;

/// <summary>Comes without its native library, as an author does who packed on another platform.</summary>
[ExportAnalyzer("native", ".native")]
[Shared]
public sealed class NativeAnalyzer : StubAnalyzer
{
    public override string FactsVersion { get; } = $"native-{Native.Version()}";
}

internal static class Native
{
    [DllImport("no-such-library")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int version();

    public static int Version() => version();
}

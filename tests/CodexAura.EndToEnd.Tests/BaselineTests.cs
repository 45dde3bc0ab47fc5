using System.Runtime.InteropServices;

namespace CodexAura.EndToEnd.Tests;

/// <summary>Plugins that were compiled against earlier versions of the SDK still load and work, see tests/Baselines/README.md.</summary>
public sealed class BaselineTests : IDisposable
{
    private static readonly string _baselines = Path.Join(Aura.RepositoryRoot, "tests", "Baselines");
    private readonly Aura _aura = new();

    public static TheoryData<string> Versions => [.. Directory.EnumerateDirectories(_baselines).Select(folder => Path.GetFileName(folder)!)];

    public void Dispose() => _aura.Dispose();

    [Theory, MemberData(nameof(Versions))]
    public async Task Plugins_of_an_earlier_version_work(string version)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) Assert.Skip("The native libraries of the baselines are for linux-x64.");
        await PluginsAtWork.CheckAsync(_aura, sample => Path.Join(_baselines, version, sample));
    }
}

using CodexAura.EndToEnd.Tests;
using CodexAura.Packages.Tests;

[assembly: AssemblyFixture(typeof(PackedSamples))]

namespace CodexAura.Packages.Tests;

/// <summary>
/// The packages of what was built, and the sample plugins built from them alone. Made once for all tests. Each run has a version of its
/// own, so that nothing older from a cache of packages is ever taken for it; the packages are unpacked into a cache of their own too.
/// </summary>
public sealed class PackedSamples : IAsyncLifetime
{
    private readonly Aura _aura = new();

    /// <summary>What <c>eng/test.sh</c> has built everything with, where that runs: the packages then find it built.</summary>
    public string Version { get; } = Environment.GetEnvironmentVariable("CODEX_AURA_PACKAGE_VERSION") ?? $"0.1.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}";

    public string Packages => _aura.In("packages");

    public string Samples => _aura.In("samples");

    /// <summary>The plugin folder of a sample.</summary>
    public string Plugin(string sample) => Path.Join(Samples, sample, "bin", "Release", "net10.0");

    public async ValueTask InitializeAsync()
    {
        // As people call it, so with a build. It finds everything built where that was done for the same version.
        await RunAsync(Aura.RepositoryRoot, "dotnet", "msbuild", "eng/Pack.proj", "-restore", "-nologo", "-v:q", $"-p:Configuration={Aura.Configuration}",
            $"-p:PackageVersion={Version}", $"-p:PackageDir={Packages}/");
        // Away from the repository, so that nothing of it can have an influence.
        await RunAsync(Aura.RepositoryRoot, "cp", "-r", Path.Join(Aura.RepositoryRoot, "samples", "plugins"), Samples);
        foreach (string left in Directory.EnumerateDirectories(Samples, "*", SearchOption.AllDirectories).Where(d => Path.GetFileName(d) is "bin" or "obj").ToArray())
            if (Directory.Exists(left)) Directory.Delete(left, recursive: true);
        string config = Path.Join(Samples, "nuget.config");
        await File.WriteAllTextAsync(config, (await File.ReadAllTextAsync(config)).Replace("../../artifacts/packages", Packages, StringComparison.Ordinal));
        await RunAsync(Samples, "dotnet", "build", "Plugins.slnx", "-c", "Release", "-nologo", "-v:q", $"-p:CodexAuraVersion={Version}");
    }

    public ValueTask DisposeAsync()
    {
        _aura.Dispose();
        // What was unpacked for this run is of no use to any other.
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (string package in (string[])["codexaura.sdk", "codexaura.sdk.json", "codexaura.sdk.testing", "codexaura.treesitter"])
            if (Path.Join(cache, package, Version) is var folder && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a program and expects that it succeeds.</summary>
    internal static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The runner's own settings are not those of a build that it starts.
        foreach (string name in (string[])["MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath"]) start.Environment.Remove(name);
        using var process = System.Diagnostics.Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}:\n{await output}\n{await error}");
        return await output;
    }
}

using System.Diagnostics;
using System.Security.Cryptography;

namespace CodexAura.Plugins.Mcp.Tests.Support;

/// <summary>Runs clients that others wrote, from npm at the versions of the lock file. Fetched once, and again when that changes.</summary>
internal static class NodeClients
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    // A download that hangs comes at once when it is asked for again: npm itself would wait five minutes for each connection.
    private const int Attempts = 3;
    private static readonly TimeSpan AttemptPatience = TimeSpan.FromSeconds(100);
    private static readonly Lazy<Task<string>> Modules = new(FetchAsync);

    public static string Folder { get; } = Path.Join(Executable.RepositoryRoot, "tests", "CodexAura.Plugins.Mcp.Tests", "node");

    /// <summary>Runs a script with node.</summary>
    /// <param name="script">Path below the folder.</param>
    /// <param name="environment">Variables beside the usual ones.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        string modules = await Modules.Value;
        return await RunProcessAsync("node", [Path.Join(script.StartsWith('@') ? modules : Folder, script), .. arguments], environment, Patience);
    }

    private static async Task<string> FetchAsync()
    {
        string modules = Path.Join(Folder, "node_modules"), stamp = Path.Join(modules, ".fetched");
        string wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Join(Folder, "package-lock.json"))));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted) return modules;
        bool windows = OperatingSystem.IsWindows();
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error", "--fetch-timeout=30000", "--fetch-retries=4"];
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                var (exit, output) = await RunProcessAsync(windows ? "cmd" : "npm", windows ? ["/c", "npm", .. arguments] : arguments, null, AttemptPatience);
                if (exit == 0) break;
                Assert.True(attempt < Attempts, "npm could not fetch the clients:\n" + output);
            }
            catch (OperationCanceledException) when (attempt < Attempts && !TestContext.Current.CancellationToken.IsCancellationRequested)
            {
                // Once more.
            }
        }
        await File.WriteAllTextAsync(stamp, wanted);
        return modules;
    }

    private static async Task<(int ExitCode, string Output)> RunProcessAsync(string program, string[] arguments, IReadOnlyDictionary<string, string>? environment, TimeSpan patience)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (string name in (string[])["CODEX_AURA_DATA", "CODEX_AURA_PLUGINS", "CODEX_AURA_STORAGE"]) start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output + await error);
    }
}

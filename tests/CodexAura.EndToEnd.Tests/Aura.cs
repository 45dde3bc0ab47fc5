using System.Diagnostics;
using System.Text.Json;

namespace CodexAura.EndToEnd.Tests;

/// <summary>What a run of the executable left behind.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Expects an exit code; the failure shows what the run said.</summary>
    public Run Exits(int expected)
    {
        Assert.True(ExitCode == expected, $"Exit code {ExitCode} instead of {expected}.\nOutput:\n{Output}\nError:\n{Error}");
        return this;
    }

    /// <summary>Expects a message for people: these words, no stack trace.</summary>
    public Run Says(string expected)
    {
        Assert.Contains(expected, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        return this;
    }
}

/// <summary>Runs the built executable, with a data folder of its own.</summary>
internal sealed class Aura : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>The published program that the environment names, else the host's output of the configuration that these tests were built in.</summary>
    public static string Executable { get; } = Environment.GetEnvironmentVariable("CODEX_AURA_TEST_EXECUTABLE") ?? Path.Join(RepositoryRoot, "host", "CodexAura.Host", "bin", Configuration, "net10.0", "codex-aura" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\')).Parent!.Name;

    public static string Shop { get; } = Path.Join(RepositoryRoot, "samples", "shop");

    /// <summary>The folder of a test plugin.</summary>
    public static string TestPlugin(string name) => Path.Join(RepositoryRoot, "tests", "TestPlugins", name, "bin", Configuration, "net10.0");

    public string Folder { get; } = Directory.CreateTempSubdirectory("codex-aura-e2e-").FullName;

    /// <summary>More environment variables of the runs that follow.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Seconds that an analyzer may take for a file, or null for the default.</summary>
    public int? FileTimeLimit { get; set; }

    public string Data => Path.Join(Folder, "data");

    public string In(string path) => Path.Join(Folder, path);

    public string Write(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), content);
        return In(path);
    }

    public Task<Run> RunAsync(params string[] arguments) => FinishAsync(Start(Executable, arguments));

    /// <summary>Runs another program that runs the executable.</summary>
    public Task<Run> RunUnderAsync(string program, params string[] arguments) => FinishAsync(Start(program, arguments));

    public Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Folder,
        };
        start.Environment["CODEX_AURA_HOME"] = Data;
        start.Environment.Remove("CODEX_AURA_PLUGINS");
        if (FileTimeLimit is { } seconds) start.Environment["CODEX_AURA_FILE_TIMEOUT"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (string name in (string[])["CODEX_AURA_STORAGE", "CODEX_AURA_DATA"]) start.Environment.Remove(name);
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        // A build server that asks for colours must not get them in redirected output.
        start.Environment["GITHUB_ACTIONS"] = "true";
        start.Environment["CI"] = "true";
        return Process.Start(start)!;
    }

    public static async Task<Run> FinishAsync(Process process)
    {
        using (process)
        {
            var token = TestContext.Current.CancellationToken;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(token);
            var error = process.StandardError.ReadToEndAsync(token);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(Patience);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            return new Run(process.ExitCode, await output, await error);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What a test made unreadable stays in the system's temporary folder.
        }
    }

    private static string FindRoot()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Join(at, "CodexAura.sln"))) at = Path.GetDirectoryName(at);
        return at ?? throw new InvalidOperationException("These tests run from their build output inside the repository.");
    }
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CodexAura.Web.Tests.Support;

/// <summary>Runs <c>codex-aura</c> as a process, with the data of a workspace.</summary>
internal sealed partial class Executable(Workspace workspace) : IDisposable
{
    private readonly List<Process> _processes = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static string Path { get; } = Environment.GetEnvironmentVariable("CODEX_AURA_TEST_EXECUTABLE") ?? System.IO.Path.Join(Workspace.RepositoryRoot, "host", "CodexAura.Host", "bin",
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\')).Parent!.Name, "net10.0", "codex-aura" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    /// <summary>More environment variables of the runs that follow.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Starts <c>codex-aura serve</c> and waits until it listens.</summary>
    public async Task<(Process Process, string Url)> ServeAsync(params string[] arguments)
    {
        var process = Start(["serve", .. arguments]);
        string line = await process.StandardOutput.ReadLineAsync(Token) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Token));
        return (process, Address().Match(line).Value);
    }

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = workspace.Folder };
        start.Environment["CODEX_AURA_HOME"] = workspace.Data;
        foreach (string variable in (string[])["CODEX_AURA_DATA", "CODEX_AURA_PLUGINS", "CODEX_AURA_API_KEY", "OTEL_EXPORTER_OTLP_ENDPOINT"]) start.Environment.Remove(variable);
        foreach (var (name, value) in Variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    /// <summary>Asks a process to end.</summary>
    public static void Stop(Process process)
    {
        if (OperatingSystem.IsWindows()) process.Kill();
        else using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!) kill.WaitForExit();
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}

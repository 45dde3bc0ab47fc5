using System.Diagnostics;

namespace CodexAura.Storage.Sqlite.Tests.Support;

/// <summary>The test process (see its own project), running beside the test.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    public ChildProcess(params string[] arguments)
    {
        // The runtime that runs the tests knows where its `dotnet` is, also where that is not on PATH.
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string dotnet = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        string program = Path.Combine(AppContext.BaseDirectory, "CodexAura.Storage.Sqlite.TestProcess.dll");
        _process = Process.Start(new ProcessStartInfo(dotnet, [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        })!;
    }

    public bool HasExited => _process.HasExited;

    /// <summary>The next line it says; null at the end.</summary>
    public async Task<string?> LineAsync() => await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    /// <summary>Expects it to say this next.</summary>
    public async Task ExpectAsync(string line)
    {
        string? said = await LineAsync();
        if (said is null) Assert.Fail($"Expected '{line}', but it ended: {await _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)}");
        Assert.Equal(line, said);
    }

    /// <summary>Lets one that waits go on.</summary>
    public void GoOn() => _process.StandardInput.WriteLine();

    /// <summary>Ends it on the spot, as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}

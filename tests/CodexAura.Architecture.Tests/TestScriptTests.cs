using System.Diagnostics;

namespace CodexAura.Architecture.Tests;

/// <summary>What eng/test.sh makes of programs of tests that pass, fail, hang, or say nothing: run over a repository of shell scripts.</summary>
public sealed class TestScriptTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("codex-aura-test-script-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void All_that_pass_are_summed_up()
    {
        Program("Some", 3, failed: 0, skipped: 1);

        Assert.Equal((0, "7 passed, 0 failed, 1 skipped"), Run());
    }

    [Fact]
    public void Tests_that_fail_are_counted()
    {
        Program("Some", 3, failed: 2, skipped: 0);

        Assert.Equal((1, "6 passed, 2 failed, 0 skipped"), Run());
    }

    [Theory]
    // In the place of the shell, which alone is ended.
    [InlineData("exec sleep 600")]
    [InlineData("exit 0")]
    [InlineData("kill -SEGV $$")]
    public void A_program_that_comes_to_no_totals_is_one_test_that_failed(string program)
    {
        Write("tests/CodexAura.Some.Tests/bin/Release/net10.0/CodexAura.Some.Tests", program);

        Assert.Equal((1, "5 passed, 1 failed, 0 skipped"), Run());
    }

    private void Program(string name, int total, int failed, int skipped) =>
        Write($"tests/CodexAura.{name}.Tests/bin/Release/net10.0/CodexAura.{name}.Tests",
            $"echo '   CodexAura.{name}.Tests  Total: {total}, Errors: 0, Failed: {failed}, Skipped: {skipped}, Not Run: 0, Time: 0.1s'\nexit {(failed > 0 ? 1 : 0)}");

    private (int ExitCode, string LastLine) Run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are shell scripts.");
        Assert.SkipUnless(File.Exists("/usr/bin/timeout"), "Without it no program is ended.");
        Directory.CreateDirectory(Path.Combine(_root, "eng"));
        File.Copy(Path.Combine(Repository.Root, "eng", "test.sh"), Path.Combine(_root, "eng", "test.sh"));
        foreach (string longest in (string[])["Packages", "EndToEnd", "Plugins.Mcp", "Web", "Storage.Conformance"]) Program(longest, 1, failed: 0, skipped: 0);
        // There is nothing to build, and nobody waits twenty minutes.
        Write("bin/dotnet", "exit 0");
        Write("bin/timeout", "while [ \"${1#-}\" != \"$1\" ]; do shift; done\nshift\nexec /usr/bin/timeout --foreground 1 \"$@\"");
        var start = new ProcessStartInfo(Path.Combine(_root, "eng", "test.sh")) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = Path.Combine(_root, "bin") + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment.Remove("CI");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.GetAwaiter().GetResult();
        return (process.ExitCode, output.TrimEnd('\n').Split('\n')[^1]);
    }

    private void Write(string path, string script)
    {
        string full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

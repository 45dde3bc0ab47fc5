using System.Diagnostics;
using CodexAura.Engine.Scanning;

namespace CodexAura.Engine.Tests.Support;

/// <summary>A folder for one test, removed afterwards.</summary>
internal sealed class TempTree : IDisposable
{
    public TempTree() => Root = RealPath.Of(Directory.CreateTempSubdirectory("codex-aura-").FullName);

    public string Root { get; }

    public string Full(string path) => Path.Join(Root, path);

    public TempTree Write(string path, string content = "x\n")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), content);
        return this;
    }

    public TempTree WriteAll(params string[] paths)
    {
        foreach (string path in paths) Write(path);
        return this;
    }

    /// <summary>Runs git here, with nothing of the machine's own configuration.</summary>
    public string Git(params string[] arguments) => GitIn(Root, null, arguments);

    public static string GitIn(string folder, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.quotePath=false", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (string name in (string[])["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"]) start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        // 'check-ignore' returns 1 when nothing is ignored.
        if (process.ExitCode > 1) throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
        return output.Result;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A file is still open in another process; the system cleans its temporary folder by itself.
        }
    }
}

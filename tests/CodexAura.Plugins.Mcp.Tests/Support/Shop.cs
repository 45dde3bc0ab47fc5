using System.Diagnostics;

namespace CodexAura.Plugins.Mcp.Tests.Support;

/// <summary>A copy of the sample repository under git, and a data folder of its own.</summary>
internal sealed class Shop : IDisposable
{
    public Shop(bool git = true)
    {
        Copy(Path.Join(Executable.RepositoryRoot, "samples", "shop"), Root);
        if (!git) return;
        Git("init", "-q");
        Commit("start");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("codex-aura-mcp-").FullName;

    /// <summary>The repository.</summary>
    public string Root => Path.Join(Folder, "shop");

    public string Data => Path.Join(Folder, "data");

    public string Full(string path) => Path.Join(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
    }

    /// <summary>All files of the repository with their contents; of git's own only the index, which a careless status rewrites.</summary>
    public Dictionary<string, string> Contents() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Where(f => !f.StartsWith(".git/", StringComparison.Ordinal) || f == ".git/index")
        .ToDictionary(f => f, f => Convert.ToBase64String(File.ReadAllBytes(Full(f))), StringComparer.Ordinal);

    public void Commit(string message)
    {
        Git("add", "-A");
        Git("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "commit", "-qm", message);
    }

    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output.Trim();
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A server that was just killed may still hold a file; the system's temporary folder is cleaned by the system.
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Join(to, Path.GetRelativePath(from, file));
            if (target.Contains("__pycache__", StringComparison.Ordinal)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

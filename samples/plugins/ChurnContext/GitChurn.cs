using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Sample.ChurnContext;

/// <summary>How often each file of a repository changed, by its last commits.</summary>
internal sealed class GitChurn(ILogger? logger)
{
    private const string MostCommits = "500";
    private readonly ConcurrentDictionary<(string Root, string? Sha), IReadOnlyDictionary<string, int>> _known = new();

    /// <summary>Commits by path; nothing where git can't tell.</summary>
    public IReadOnlyDictionary<string, int> Of(string root, string? sha, CancellationToken cancellationToken)
    {
        if (sha is null || !Directory.Exists(root)) return new Dictionary<string, int>();
        if (_known.TryGetValue((root, sha), out var known)) return known;
        var churn = Read(root, sha, cancellationToken);
        _known[(root, sha)] = churn;
        return churn;
    }

    private Dictionary<string, int> Read(string root, string sha, CancellationToken cancellationToken)
    {
        var churn = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            var start = new ProcessStartInfo("git", ["-C", root, "log", "-n", MostCommits, "--no-renames", "--format=", "--name-only", "--relative", "-z", sha])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
            };
            using var git = Process.Start(start)!;
            using var stop = cancellationToken.Register(() => git.Kill());
            git.ErrorDataReceived += (_, line) => logger?.LogDebug("git: {Line}", line.Data);
            git.BeginErrorReadLine();
            foreach (string path in git.StandardOutput.ReadToEnd().Split('\0', '\n'))
                if (path.Length > 0) churn[path] = churn.GetValueOrDefault(path) + 1;
            git.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            logger?.LogWarning("git can't be run, so nothing is known of changes: {Reason}", missing.Message);
        }
        cancellationToken.ThrowIfCancellationRequested();
        return churn;
    }
}

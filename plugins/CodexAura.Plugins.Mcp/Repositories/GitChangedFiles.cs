using System.ComponentModel;
using System.Diagnostics;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Mcp.Repositories;

/// <summary>Asks git which files of a graph differ from the commit.</summary>
internal static class GitChangedFiles
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <returns>Paths relative to the analysed root, in order; empty outside of git, or where git can't tell.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(CodeGraph graph, CancellationToken cancellationToken)
    {
        if (graph.Repository.Sha is null) return [];
        // No optional locks: nothing is written into the repository, not even git's own index.
        string[] arguments = ["--no-optional-locks", "-c", "core.quotePath=false", "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", "."];
        string? output = await RunAsync(graph.Repository.Path, arguments, cancellationToken).ConfigureAwait(false);
        string? prefix = output is { Length: > 0 } ? await RunAsync(graph.Repository.Path, ["rev-parse", "--show-prefix"], cancellationToken).ConfigureAwait(false) : null;
        if (output is null || prefix is null) return [];
        prefix = prefix.TrimEnd('\n', '\r');
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Length > 3).Select(line => line[3..])
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..])
            .Where(path => graph.FindFile(path) >= 0).Order(StringComparer.Ordinal)];
    }

    private static async Task<string?> RunAsync(string folder, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            using var git = Process.Start(start)!;
            try
            {
                git.StandardInput.Close();
                var error = git.StandardError.ReadToEndAsync(limit.Token);
                string output = await git.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
                await error.ConfigureAwait(false);
                await git.WaitForExitAsync(limit.Token).ConfigureAwait(false);
                return git.ExitCode == 0 ? output : null;
            }
            catch (OperationCanceledException)
            {
                git.Kill(entireProcessTree: true);
                if (cancellationToken.IsCancellationRequested) throw;
                return null;
            }
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            return null; // No git, or the folder is gone.
        }
    }
}

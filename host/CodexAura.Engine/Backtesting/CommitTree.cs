using CodexAura.Engine.Git;

namespace CodexAura.Engine.Backtesting;

/// <summary>
/// A temporary folder with the files of one commit after the other. It has an index of its own, so the repository itself, its
/// work tree included, is only read.
/// </summary>
internal sealed class CommitTree : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("codex-aura-backtest-");
    private readonly string _gitFolder;

    private CommitTree(string gitFolder)
    {
        _gitFolder = gitFolder;
        Directory.CreateDirectory(Root);
    }

    /// <summary>Absolute path of the files.</summary>
    public string Root => Path.Join(_folder.FullName, "tree");

    public static async Task<CommitTree> OpenAsync(string repository, CancellationToken cancellationToken)
    {
        string gitFolder = await GitCommand.RunAsync(repository, ["rev-parse", "--absolute-git-dir"], cancellationToken).ConfigureAwait(false);
        return new CommitTree(gitFolder.Trim());
    }

    /// <summary>Makes the folder hold a commit; only files that differ are written.</summary>
    public Task MoveToAsync(string commit, CancellationToken cancellationToken) => GitCommand.RunAsync(Root, ["read-tree", "-u", "--reset", commit], cancellationToken,
        new Dictionary<string, string?> { ["GIT_DIR"] = _gitFolder, ["GIT_WORK_TREE"] = Root, ["GIT_INDEX_FILE"] = Path.Join(_folder.FullName, "index") });

    public void Dispose() => _folder.Delete(recursive: true);
}

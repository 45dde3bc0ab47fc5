using CodexAura.Engine.Analysis;
using CodexAura.Engine.Git;
using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Git;

public sealed class GitHeadTests : IDisposable
{
    private readonly TempTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task No_repository_and_no_commit_have_no_sha()
    {
        Assert.Null(GitWorkTree.Find(_tree.Root));
        _tree.Git("init", "-q");
        Assert.Null(await ReadAsync(_tree.Root));
    }

    [Fact]
    public async Task A_branch_a_packed_branch_and_a_detached_head()
    {
        string sha = Commit();
        Assert.Equal(sha, await ReadAsync(_tree.Root));
        _tree.Git("pack-refs", "--all");
        Assert.False(File.Exists(_tree.Full(".git/refs/heads/main")));
        Assert.Equal(sha, await ReadAsync(_tree.Root));
        _tree.Git("checkout", "-q", "--detach");
        Assert.Equal(sha, await ReadAsync(_tree.Root));
    }

    [Fact]
    public async Task A_folder_inside_and_a_linked_work_tree()
    {
        Commit();
        using var elsewhere = new TempTree();
        _tree.Git("worktree", "add", "-q", "-b", "topic", elsewhere.Full("linked"));
        elsewhere.Write("linked/b.py");
        TempTree.GitIn(elsewhere.Full("linked"), null, "add", "-A");
        TempTree.GitIn(elsewhere.Full("linked"), null, "-c", "commit.gpgSign=false", "commit", "-qm", "b");
        string sha = TempTree.GitIn(elsewhere.Full("linked"), null, "rev-parse", "HEAD").Trim();
        Assert.Equal(sha, await ReadAsync(elsewhere.Full("linked")));
        Assert.NotEqual(sha, await ReadAsync(_tree.Full("pkg")));
        Assert.Equal(_tree.Git("rev-parse", "HEAD").Trim(), await ReadAsync(_tree.Full("pkg")));
    }

    [Fact]
    public async Task An_ignored_folder_is_of_no_commit()
    {
        _tree.Write(".gitignore", "env/\n");
        _tree.WriteAll("env/lib/x.py");
        string sha = Commit();
        Assert.Null((await RepositoryLocator.FindAsync(_tree.Full("env/lib"), TestContext.Current.CancellationToken)).Sha);
        Assert.Equal(sha, (await RepositoryLocator.FindAsync(_tree.Full("pkg"), TestContext.Current.CancellationToken)).Sha);
    }

    [Fact]
    public async Task The_reftable_format_is_left_to_git()
    {
        // Not every git can make such a repository; by this folder one is known, and git answers for any.
        string sha = Commit();
        Directory.CreateDirectory(_tree.Full(".git/reftable"));
        Assert.Equal(sha, await ReadAsync(_tree.Root));
        _tree.Git("checkout", "-q", "--orphan", "unborn");
        Assert.Null(await ReadAsync(_tree.Root));
    }

    [Fact]
    public async Task Damage_gives_no_sha()
    {
        Commit();
        _tree.Write(".git/HEAD", "ref: refs/heads/../../../etc/passwd\n");
        Assert.Null(await ReadAsync(_tree.Root));
        _tree.Write(".git/HEAD", "garbage");
        Assert.Null(await ReadAsync(_tree.Root));
        _tree.Write(".git/HEAD", "ref: refs/heads/loop");
        _tree.Write(".git/refs/heads/loop", "ref: refs/heads/loop");
        Assert.Null(await ReadAsync(_tree.Root));
    }

    private static async Task<string?> ReadAsync(string folder) =>
        await GitHead.ReadAsync(GitWorkTree.Find(folder)!, TestContext.Current.CancellationToken);

    private string Commit()
    {
        _tree.WriteAll("a.py", "pkg/b.py");
        _tree.Git("init", "-q", "-b", "main");
        _tree.Git("add", "-A");
        _tree.Git("commit", "-qm", "all");
        return _tree.Git("rev-parse", "HEAD").Trim();
    }
}

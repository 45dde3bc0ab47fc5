using CodexAura.Engine.Scanning;
using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Scanning;

/// <summary>Asks git itself what it would ignore, and expects the scanner to take exactly the rest.</summary>
public sealed class GitIgnoreTests
{
    private static readonly ScanOptions Everything = new() { Extensions = [".py", ".txt", ".log", "Makefile"] };

    [Theory]
    [InlineData("*.log\n!keep.log\n")]
    [InlineData("/a.py\nsub/b.py\n")]
    [InlineData("sub/\n!sub/b.py\n")]
    [InlineData("sub/*\n!sub/b.py\n")]
    [InlineData("*\n!*/\n!*.py\n")]
    [InlineData("**/deep\n")]
    [InlineData("sub/**/c.py\n")]
    [InlineData("sub/**\n!sub/deep/\n!sub/deep/c.py\n")]
    [InlineData("\\!odd.py\n\\#odd.py\n")]
    [InlineData("# comment\n\n   \nb.py   \ntrail\\ \n")]
    [InlineData("[ab].py\n[!k]*.log\n")]
    [InlineData("sp ace.py\r\n/a.py\r\n")]
    [InlineData("deep/\n/sub/deep/**\n")]
    [InlineData("é*.py\n?.txt\n")]
    [InlineData("/*\n!/sub\n/sub/*\n!/sub/deep\n")]
    [InlineData("a**.py\nk**p.log\n")]
    [InlineData("/\n//\n!\nsub//b.py\n")]
    [InlineData("\uFEFF*.py\n")]
    public void Takes_what_git_does_not_ignore(string gitignore)
    {
        using var tree = Tree();
        tree.Write(".gitignore", gitignore);
        AssertAgrees(tree, "");
    }

    [Fact]
    public void Deeper_files_override_those_above()
    {
        using var tree = Tree();
        tree.Write(".gitignore", "*.py\nsub/deep/*.txt\n");
        tree.Write("sub/.gitignore", "!*.py\n/b.py\n");
        tree.Write("sub/deep/.gitignore", "!d.txt\nc.py\n");
        AssertAgrees(tree, "");
    }

    [Fact]
    public void Info_exclude_comes_last()
    {
        using var tree = Tree();
        tree.Write(".git/info/exclude", "*.py\n*.log\n");
        tree.Write(".gitignore", "!keep.log\n");
        AssertAgrees(tree, "");
    }

    [Fact]
    public void Rules_above_the_root_hold()
    {
        using var tree = Tree();
        tree.Write(".gitignore", "/sub/deep/c.py\n*.log\n");
        tree.Write("sub/.gitignore", "d.txt\n");
        AssertAgrees(tree, "sub/deep");
    }

    [Fact]
    public void A_root_that_is_ignored_itself_is_taken_nevertheless()
    {
        using var tree = Tree();
        tree.Write(".gitignore", "sub/\n");
        var files = SourceScanner.Scan(tree.Full("sub"), Everything, TestContext.Current.CancellationToken).Files;
        Assert.Equal(["b.py", "deep/c.py", "deep/d.txt"], files.Select(f => f.Path));
    }

    [Fact]
    public void A_linked_work_tree_has_the_excludes_of_its_repository()
    {
        using var tree = Tree();
        using var elsewhere = new TempTree();
        tree.Git("add", "-A");
        tree.Git("commit", "-qm", "all");
        tree.Write(".git/info/exclude", "a.py\n");
        tree.Git("worktree", "add", "-q", elsewhere.Full("linked"));
        var files = SourceScanner.Scan(elsewhere.Full("linked"), Everything, TestContext.Current.CancellationToken).Files;
        Assert.Contains("sub/b.py", files.Select(f => f.Path));
        Assert.DoesNotContain("a.py", files.Select(f => f.Path));
    }

    [Fact]
    public void Random_rules_agree_with_git()
    {
        string[] parts = ["a", "b", "sub", "deep", "*", "**", "?", "*.py", "[a-c]*", "keep.log", "Makefile"];
        var random = new Random(20261123);
        using var tree = Tree();
        for (int round = 0; round < 60; round++)
        {
            var lines = Enumerable.Range(0, 5).Select(_ =>
                (random.Next(3) == 0 ? "!" : "") + (random.Next(3) == 0 ? "/" : "")
                + string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => parts[random.Next(parts.Length)]))
                + (random.Next(4) == 0 ? "/" : ""));
            tree.Write(".gitignore", string.Join('\n', lines) + "\n");
            AssertAgrees(tree, "");
        }
    }

    private static TempTree Tree()
    {
        var tree = new TempTree();
        tree.Git("init", "-q");
        return tree.WriteAll("a.py", "ab.py", "sp ace.py", "!odd.py", "#odd.py", "été.py", "x.txt", "trail .txt", "x.log", "keep.log", "Makefile",
            "sub/b.py", "sub/deep/c.py", "sub/deep/d.txt", "deep/e.py", "aa/sub/b.py", "b/a/c.py");
    }

    private static void AssertAgrees(TempTree tree, string root)
    {
        string listed = TempTree.GitIn(tree.Full(root), null, "ls-files", "-z", "--others", "--cached", "--exclude-standard", ".");
        var expected = listed.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => Everything.Extensions.Any(e => p.EndsWith(e, StringComparison.Ordinal))).Order(StringComparer.Ordinal);
        var actual = SourceScanner.Scan(tree.Full(root), Everything, TestContext.Current.CancellationToken).Files.Select(f => f.Path);
        Assert.True(expected.SequenceEqual(actual), $"""
            {File.ReadAllText(tree.Full(".gitignore"))}
            git:  {string.Join(", ", expected)}
            scan: {string.Join(", ", actual)}
            """);
    }
}

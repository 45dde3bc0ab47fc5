using CodexAura.Engine.Analysis;
using CodexAura.Engine.Impact;
using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Impact;

/// <summary>What is kept of repositories between questions, and when it is read anew.</summary>
public sealed class NameIndexTests
{
    [Theory]
    [InlineData("x = thing.run(1)", "run", true)]
    [InlineData("x = thing.runner(1)", "run", false)]
    [InlineData("last line without an end: run", "run", true)]
    [InlineData("größe = 1", "größe", true)]
    [InlineData("a—run—b", "run", true)]
    [InlineData("run—", "run", true)]
    [InlineData("", "run", false)]
    public void Every_name_of_a_file_is_found(string text, string name, bool expected)
    {
        using var tree = new TempTree().Write("a.py", text);

        Assert.Equal(expected, new NameIndex(tree.Root).MayHave("a.py", new HashSet<uint> { NameIndex.Hash(name) }));
    }

    [Fact]
    public void What_leads_out_of_the_folder_is_not_read_and_a_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It has no pipes among its files.");
        using var other = new TempTree().Write("b.py", "secret\n").Write("folder/b.py", "secret\n");
        using var tree = new TempTree().Write("inside.py", "known\n");
        File.CreateSymbolicLink(tree.Full("a.py"), other.Full("b.py"));
        File.CreateSymbolicLink(tree.Full("link.py"), tree.Full("inside.py"));
        Directory.CreateSymbolicLink(tree.Full("folder"), other.Full("folder"));
        using (var make = System.Diagnostics.Process.Start("mkfifo", [tree.Full("pipe.py")])) make.WaitForExit();
        var index = new NameIndex(tree.Root);

        foreach (string path in (string[])["a.py", "folder/b.py", "pipe.py"])
        {
            Assert.False(index.MayHave(path, new HashSet<uint> { NameIndex.Hash("secret") }), path);
            Assert.Null(index.Read(path));
        }
        Assert.True(index.MayHave("link.py", new HashSet<uint> { NameIndex.Hash("known") }));
        Assert.Equal("known\n", index.Read("link.py"));
    }

    [Fact]
    public void A_file_that_changed_is_read_anew_and_one_that_is_gone_has_no_names()
    {
        using var tree = new TempTree().Write("a.py", "one\n");
        var index = new NameIndex(tree.Root);
        var two = new HashSet<uint> { NameIndex.Hash("two") };

        Assert.False(index.MayHave("a.py", two));
        tree.Write("a.py", "one two\n");
        Assert.True(index.MayHave("a.py", two));
        // As many bytes, another time.
        tree.Write("a.py", "one six\n");
        File.SetLastWriteTimeUtc(tree.Full("a.py"), DateTime.UtcNow.AddSeconds(5));
        Assert.False(index.MayHave("a.py", two));
        File.Delete(tree.Full("a.py"));
        Assert.False(index.MayHave("a.py", new HashSet<uint> { NameIndex.Hash("one") }));
        Assert.Null(index.Read("a.py"));
    }

    [Fact]
    public void What_was_seen_of_a_file_is_believed_for_a_while_where_that_is_wanted()
    {
        using var tree = new TempTree().Write("a.py", "one\n");
        var (patient, careful) = (new NameIndex(tree.Root, TimeSpan.FromHours(1)), new NameIndex(tree.Root));
        var two = new HashSet<uint> { NameIndex.Hash("two") };
        Assert.False(patient.MayHave("a.py", two) || careful.MayHave("a.py", two));
        tree.Write("a.py", "one two\n");

        Assert.False(patient.MayHave("a.py", two));
        Assert.True(careful.MayHave("a.py", two));
    }

    [Fact]
    public void Many_names_are_found_like_one()
    {
        using var tree = new TempTree().Write("a.py", "alpha beta gamma\n");
        var index = new NameIndex(tree.Root);
        var many = Enumerable.Range(0, 100).Select(i => NameIndex.Hash($"name{i}")).ToHashSet();

        Assert.False(index.MayHave("a.py", many));
        Assert.True(index.MayHave("a.py", many.Append(NameIndex.Hash("beta")).ToHashSet()));
    }

    [Fact]
    public async Task The_history_is_read_once_for_each_head()
    {
        var token = TestContext.Current.CancellationToken;
        using var tree = new TempTree();
        tree.Git("init", "-q");
        tree.Write("a.py", "1\n").Write("b.py", "1\n");
        tree.Git("add", ".");
        tree.Git("commit", "-qm", "one");
        var knowledge = new RepositoryKnowledge();

        var first = await knowledge.HistoryAsync(tree.Root, token);
        Assert.Same(first, await knowledge.HistoryAsync(tree.Root, token));
        tree.Write("a.py", "2\n");
        tree.Git("commit", "-qam", "Fix two");
        var second = await knowledge.HistoryAsync(tree.Root, token);

        Assert.Equal((1, 2), (first.Commits.Count, second.Commits.Count));
        Assert.Equal((2, 1), (second.Together.PastOf("a.py", null).RecentCommits, second.Together.PastOf("a.py", null).RecentFixes));
        Assert.Equal((1, 0), (second.Together.PastOf("b.py", null).RecentCommits, second.Together.PastOf("b.py", null).RecentFixes));
    }

    [Fact]
    public async Task A_folder_without_git_has_no_history()
    {
        using var tree = new TempTree().Write("a.py", "1\n");

        Assert.Equal("git.no_repository", (await Assert.ThrowsAsync<AnalysisException>(() => new RepositoryKnowledge().HistoryAsync(tree.Root, TestContext.Current.CancellationToken))).Code);
    }
}

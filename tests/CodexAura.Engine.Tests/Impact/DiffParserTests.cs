using CodexAura.Engine.Git;
using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Impact;

/// <summary>Reads what git itself writes.</summary>
public sealed class DiffParserTests
{
    [Fact]
    public async Task Changed_new_removed_and_oddly_named_files_are_told_apart()
    {
        using var tree = new TempTree();
        tree.Git("init", "-q");
        tree.Write("keep.py", "a\nb\nc\n").Write("gone.py", "x\n").Write("sub/with space.py", "1\n2\n").Write("é\"\t.py", "1\n");
        tree.Git("add", ".");
        tree.Git("commit", "-qm", "one");
        tree.Write("keep.py", "a\nB\nB2\nc\nd\n").Write("new.py", "n\n").Write("sub/with space.py", "2\n").Write("é\"\t.py", "2\n").Write("untracked.py");
        File.Delete(tree.Full("gone.py"));
        tree.Git("add", "new.py");

        var changed = await GitChanges.InWorkTreeAsync(tree.Root, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["gone.py", "keep.py", "new.py", "sub/with space.py", "untracked.py", "é\"\t.py"], changed.Files.Select(f => f.Path).Order(StringComparer.Ordinal));
        var keep = changed.Files.Single(f => f.Path == "keep.py");
        Assert.Equal([(2, 2, 1, 2), (3, 5, 0, 1)], keep.Hunks.Select(h => (h.OldStart, h.NewStart, h.Removed.Count, h.Added.Count)));
        Assert.Equal(["B", "B2"], keep.Hunks[0].Added);
        Assert.Null(changed.Files.Single(f => f.Path == "new.py").OldPath);
        Assert.Null(changed.Files.Single(f => f.Path == "gone.py").NewPath);
        Assert.Equal((1, 0), (changed.Files.Single(f => f.Path == "sub/with space.py").Hunks[0].Removed.Count, changed.Files.Single(f => f.Path == "sub/with space.py").Hunks[0].Added.Count));
    }

    [Fact]
    public async Task A_graph_of_a_folder_sees_the_changes_below_it_only()
    {
        using var tree = new TempTree();
        tree.Git("init", "-q");
        tree.Write("a.py").Write("sub/b.py");
        tree.Git("add", ".");
        tree.Git("commit", "-qm", "one");
        tree.Write("a.py", "y\n").Write("sub/b.py", "y\n");

        var changed = await GitChanges.InWorkTreeAsync(tree.Full("sub"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("b.py", Assert.Single(changed.Files).Path);
    }
}

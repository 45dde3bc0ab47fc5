using System.Diagnostics;
using CodexAura.Engine.Scanning;
using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Scanning;

/// <summary>A scan that remembers the one before finds what one without memory finds.</summary>
public sealed class FolderMemoryTests : IDisposable
{
    private readonly TempTree _tree = new();
    private byte[] _memory = [];

    public FolderMemoryTests() => Assert.SkipWhen(!OperatingSystem.IsLinux(), "Elsewhere all folders are listed.");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Where_nothing_changed_no_folder_is_listed()
    {
        _tree.WriteAll("a.py", "a/b.py", "a/c/d.py", "a/c/readme.md", "node_modules/x.py", "env/pyvenv.cfg", "env/x.py", "e/.gitignore").Write(".gitignore", "/a/c/ignored/\n");
        _tree.WriteAll("a/c/ignored/x.py").Write("a/empty.py", "");
        Directory.CreateDirectory(_tree.Full("nothing"));
        Assert.Equal(6, Scan().FoldersListed);
        var again = Scan();
        Assert.Equal((0, null), (again.FoldersListed, again.Folders));
        Assert.Equal(["a.py", "a/b.py", "a/c/d.py", "a/empty.py"], again.Files.Select(file => file.Path));
    }

    [Fact]
    public void A_file_that_was_written_shows_its_size_and_time()
    {
        _tree.WriteAll("a/b.py", "c.py");
        Scan();
        File.AppendAllText(_tree.Full("a/b.py"), "more");
        var scan = Scan();
        Assert.Equal((0, 6), (scan.FoldersListed, scan.Files[0].Size));
    }

    [Fact]
    public void Only_folders_whose_names_changed_are_listed()
    {
        _tree.WriteAll("a/b.py", "a/c/d.py", "e/f.py");
        Scan();
        ShiftedTime.Tick();
        _tree.Write("a/new.py");
        Assert.Equal(1, Scan().FoldersListed);
        ShiftedTime.Tick();
        Directory.Move(_tree.Full("a/c"), _tree.Full("a/k"));
        // The renamed one is another one: what is known of it goes by its name.
        Assert.Equal(2, Scan().FoldersListed);
        Assert.Equal(0, Scan().FoldersListed);
    }

    [Theory]
    [InlineData(".gitignore", "b.py\n")]
    [InlineData("a/.gitignore", "/c/\n")]
    [InlineData(".git/info/exclude", "d.py\n")]
    public void Rules_count_whatever_the_times_of_folders_say(string file, string text)
    {
        _tree.Git("init", "-q");
        _tree.WriteAll("a/b.py", "a/c/d.py", "e.py").Write(file, "# none\n");
        int before = Scan().Files.Count;
        Rewrite(file, text);
        Assert.Equal(before - 1, Scan().Files.Count);
        Rewrite(file, "# none\n");
        Assert.Equal(before, Scan().Files.Count);
    }

    [Fact]
    public void A_work_tree_that_comes_to_be_around_the_root_counts()
    {
        _tree.WriteAll("in/a.py", "in/b.py").Write(".gitignore", "b.py\n");
        var options = Options();
        byte[] memory = SourceScanner.Scan(_tree.Full("in"), options, default, ShiftedTime.Later, TestContext.Current.CancellationToken).Folders!;
        _tree.Git("init", "-q");
        Assert.Single(SourceScanner.Scan(_tree.Full("in"), options, memory, ShiftedTime.Later, TestContext.Current.CancellationToken).Files);
    }

    [Fact]
    public void A_folder_whose_time_was_put_back_is_listed()
    {
        _tree.WriteAll("a/b.py");
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Directory.SetLastWriteTimeUtc(_tree.Full("a"), time);
        Scan();
        ShiftedTime.Tick();
        _tree.Write("a/c.py");
        Directory.SetLastWriteTimeUtc(_tree.Full("a"), time);
        Assert.Equal(2, Scan().Files.Count);
    }

    [Fact]
    public void Folders_that_changed_places_are_told_apart()
    {
        _tree.WriteAll("p/a/x.py", "p/b/y.py");
        foreach (string folder in (string[])["p/a", "p/b", "p"]) Directory.SetLastWriteTimeUtc(_tree.Full(folder), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Scan();
        Directory.Move(_tree.Full("p/a"), _tree.Full("t"));
        Directory.Move(_tree.Full("p/b"), _tree.Full("p/a"));
        Directory.Move(_tree.Full("t"), _tree.Full("p/b"));
        Directory.SetLastWriteTimeUtc(_tree.Full("p"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(["p/a/y.py", "p/b/x.py"], Scan().Files.Select(file => file.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public void Folders_that_changed_just_now_or_in_the_future_are_not_remembered(int seconds)
    {
        _tree.WriteAll("a/b.py");
        var scan = SourceScanner.Scan(_tree.Root, Options(), default, new ShiftedTime(TimeSpan.FromSeconds(seconds)), TestContext.Current.CancellationToken);
        Assert.Equal((2, null), (scan.FoldersListed, scan.Folders));
    }

    [Fact]
    public void Memory_of_other_options_is_none()
    {
        _tree.WriteAll("a/b.py", "c.py", "d.txt");
        Scan();
        foreach (var options in (ScanOptions[])[Options("a"), Options() with { Paths = ["a"] }, Options() with { Extensions = [".txt"] }])
        {
            var scan = SourceScanner.Scan(_tree.Root, options, _memory, ShiftedTime.Later, TestContext.Current.CancellationToken);
            Assert.True(scan.Files.Count == 1 && scan.FoldersListed > 0);
        }
        Assert.Empty(SourceScanner.Scan(_tree.Root, Options() with { MaxFileSize = 1 }, _memory, ShiftedTime.Later, TestContext.Current.CancellationToken).Files);
    }

    [Fact]
    public void Broken_memory_is_none()
    {
        _tree.WriteAll("a/b.py", "c.py");
        byte[] whole = Scan().Folders!;
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] broken = [.. whole];
            broken[i] ^= 0x40;
            Assert.Equal(2, SourceScanner.Scan(_tree.Root, Options(), broken, ShiftedTime.Later, TestContext.Current.CancellationToken).FoldersListed);
            Assert.Equal(2, SourceScanner.Scan(_tree.Root, Options(), whole.AsMemory(0, i), ShiftedTime.Later, TestContext.Current.CancellationToken).FoldersListed);
        }
        Assert.Equal(0, SourceScanner.Scan(_tree.Root, Options(), whole, ShiftedTime.Later, TestContext.Current.CancellationToken).FoldersListed);
    }

    [Fact]
    public void A_folder_that_could_not_be_read_is_not_remembered()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Nothing is closed to this user.");
        if (!OperatingSystem.IsLinux()) return;
        _tree.WriteAll("a/b/c/d/x.py", "a/b/e/y.py", "f.py");
        Scan();
        ShiftedTime.Tick();
        _tree.Write("new, so that the root is listed.py");
        File.SetUnixFileMode(_tree.Full("a/b"), UnixFileMode.None);
        try
        {
            Assert.Equal(2, Scan().Files.Count);
        }
        finally
        {
            File.SetUnixFileMode(_tree.Full("a/b"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        Assert.Equal(4, Scan().Files.Count);
    }

    [Fact]
    public void A_record_that_is_kept_leads_to_those_that_were_written_with_it_alone()
    {
        _tree.WriteAll("a/x.py", "b/y.py");
        byte[] first = Remember([], (memory, _) =>
        {
            var root = new FolderListing();
            root.Folders.AddRange([new ListedFolder("a", false), new ListedFolder("b", false)]);
            return memory.Learn(0, root, default);
        }, "a/", "b/");
        byte[] second = Remember(first, (memory, record) =>
        {
            int[] slots = new int[record.Count()];
            for (int i = 0; i < slots.Length; i++)
            {
                slots[i] = record.Position;
                record.Folder(out _, out _);
            }
            for (int list = 0; list < 3; list++) Assert.Equal(0, record.Count());
            memory.Keep(record, 0);
            return slots[1..];
        }, "b/");
        using var third = new FolderMemory(_tree.Root, default, second, ShiftedTime.Later);
        Assert.Equal(["b"], third.FoldersOf(third.Root)!.Keys);

        byte[] Remember(byte[] known, Func<FolderMemory, FolderRecord, int[]> root, params string[] folders)
        {
            using var memory = new FolderMemory(_tree.Root, default, known, ShiftedTime.Later);
            memory.Enter("");
            Assert.Equal(known.Length > 0, memory.TryRecall(memory.Root, out var record));
            foreach (var (slot, folder) in root(memory, record).Zip(folders))
            {
                memory.Enter(folder);
                memory.Learn(slot, new FolderListing(), default);
            }
            return memory.ToBytes()!;
        }
    }

    /// <param name="seed">Starts the edits.</param>
    /// <param name="isLater">Trusts all folders, and lets the clock of the file system move on; else they follow upon each other within one tick.</param>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void After_each_of_many_random_edits(int seed, bool isLater)
    {
        var random = new Random(seed);
        using var outside = new TempTree().Write("o.py").Write("in/p.py");
        var edits = new RandomTree(random, _tree, outside);
        for (int i = 0; i < 80; i++) edits.Step();
        if (!isLater) Thread.Sleep(TimeSpan.FromSeconds(3.1));
        int spared = 0;
        for (int step = 0; step < (isLater ? 120 : 60); step++)
        {
            string done = step == 0 ? "starting" : edits.Step();
            var fresh = SourceScanner.Scan(_tree.Root, Options(), TestContext.Current.CancellationToken);
            var scan = SourceScanner.Scan(_tree.Root, Options(), _memory, isLater ? ShiftedTime.Later : TimeProvider.System, TestContext.Current.CancellationToken);
            Assert.True(fresh.Files.SequenceEqual(scan.Files) && fresh.Diagnostics.SequenceEqual(scan.Diagnostics),
                $"Step {step}, {done}: {string.Join(' ', fresh.Files.Except(scan.Files))} / {string.Join(' ', scan.Files.Except(fresh.Files))} / {string.Join(' ', fresh.Diagnostics)} / {string.Join(' ', scan.Diagnostics)}");
            spared += fresh.FoldersListed - scan.FoldersListed;
            _memory = scan.Folders ?? _memory;
            if (isLater) ShiftedTime.Tick();
        }
        Assert.True(spared > 50, $"{spared} folders were not listed.");
    }

    private static ScanOptions Options(params string[] exclude) => new() { Extensions = [".py"], Exclude = exclude };

    /// <summary>Changes a file in place, so that its folder does not change.</summary>
    private void Rewrite(string file, string text)
    {
        using var stream = new FileStream(_tree.Full(file), FileMode.Truncate);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }

    private ScanResult Scan()
    {
        var scan = SourceScanner.Scan(_tree.Root, Options(), _memory, ShiftedTime.Later, TestContext.Current.CancellationToken);
        _memory = scan.Folders ?? _memory;
        var fresh = SourceScanner.Scan(_tree.Root, Options(), TestContext.Current.CancellationToken);
        Assert.Equal(fresh.Files, scan.Files);
        Assert.Equal(fresh.Diagnostics, scan.Diagnostics);
        return scan;
    }
}

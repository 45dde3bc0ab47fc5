using System.Diagnostics;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Scanning;
using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Scanning;

public sealed class SourceScannerTests : IDisposable
{
    private readonly TempTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Files_come_in_ordinal_order_with_size_and_time()
    {
        _tree.Write("b.py", "12345").WriteAll("a/z.py", "a.py", "a-b.py", "B.PY", "readme.md");
        File.SetLastWriteTimeUtc(_tree.Full("b.py"), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        var files = Scan().Files;
        Assert.Equal(["B.PY", "a-b.py", "a.py", "a/z.py", "b.py"], files.Select(f => f.Path));
        Assert.Equal(new ScannedFile("b.py", 5, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).Ticks), files[4]);
    }

    [Fact]
    public void Environments_caches_and_installed_packages_are_left_out()
    {
        _tree.WriteAll("src/a.py", "node_modules/x/a.py", "src/__pycache__/a.py", ".tox/py/a.py", ".venv/a.py", "lib/site-packages/x.py",
            "x.egg-info/a.py", "x-1.dist-info/a.py", ".git/hooks/a.py", ".eggs/a.py");
        _tree.WriteAll("myenv/pyvenv.cfg", "myenv/lib/a.py", "conda/conda-meta/history", "conda/a.py");
        Assert.Equal(["src/a.py"], Paths());
    }

    [Fact]
    public void Packages_with_suspicious_names_are_taken()
    {
        string[] files = ["build/a.py", "dist/a.py", "env/a.py", "pip/_vendor/a.py", "third_party/a.py", "vendor/a.py", "venv/__init__.py"];
        _tree.WriteAll(files);
        Assert.Equal(files, Paths());
    }

    [Fact]
    public void A_root_inside_an_environment_is_taken()
    {
        _tree.WriteAll("pyvenv.cfg", "lib/site-packages/pkg/a.py");
        Assert.Equal(["pkg/a.py"], SourceScanner.Scan(_tree.Full("lib/site-packages"), Options(), TestContext.Current.CancellationToken).Files.Select(f => f.Path));
        Assert.Equal([], Paths());
    }

    [Fact]
    public void The_user_has_the_last_word()
    {
        _tree.WriteAll("a.py", "tests/t.py", "src/tests/t.py", "src/gen_a.py", ".venv/e.py", "ignored.py", "env/pyvenv.cfg", "env/b.py").Write(".gitignore", "ignored.py\n");
        Assert.Equal([".venv/e.py", "a.py", "env/b.py", "ignored.py"], Paths("tests", "gen_*.py", "!.venv/", "!ignored.py", "!env"));
        Assert.Equal(["a.py", "src/gen_a.py", "src/tests/t.py"], Paths("/tests/"));
    }

    [Fact]
    public void Large_files_are_named()
    {
        _tree.Write("big.py", new string('x', 101)).Write("small.py", new string('x', 100));
        var scan = SourceScanner.Scan(_tree.Root, Options() with { MaxFileSize = 100 }, TestContext.Current.CancellationToken);
        Assert.Equal(["small.py"], scan.Files.Select(f => f.Path));
        var diagnostic = Assert.Single(scan.Diagnostics);
        Assert.Equal((DiagnosticCodes.FileTooLarge, "big.py"), (diagnostic.Code, diagnostic.Path));
        Assert.Contains("101 bytes", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_make_no_loops_and_no_doubles()
    {
        using var outside = new TempTree();
        outside.WriteAll("o.py", "pkg/p.py");
        _tree.WriteAll("pkg/real.py", "pkg/script", "z.py");
        Directory.CreateSymbolicLink(_tree.Full("pkg/loop"), _tree.Root);
        Directory.CreateSymbolicLink(_tree.Full("again"), _tree.Full("pkg"));
        Directory.CreateSymbolicLink(_tree.Full("out"), outside.Full("pkg"));
        File.CreateSymbolicLink(_tree.Full("alias.py"), _tree.Full("pkg/real.py"));
        File.CreateSymbolicLink(_tree.Full("one.py"), _tree.Full("pkg/script"));
        File.CreateSymbolicLink(_tree.Full("two.py"), "pkg/script");
        File.CreateSymbolicLink(_tree.Full("stranger.py"), outside.Full("o.py"));
        File.CreateSymbolicLink(_tree.Full("broken.py"), "nowhere.py");
        File.CreateSymbolicLink(_tree.Full("self.py"), "self.py");
        var scan = Scan();
        Assert.Equal(["one.py", "pkg/real.py", "z.py"], scan.Files.Select(f => f.Path));
        Assert.Equal(["broken.py", "out", "self.py", "stranger.py"],
            scan.Diagnostics.Where(d => d.Code == DiagnosticCodes.LinkNotFollowed).Select(d => d.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pipes_and_sockets_are_not_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        _tree.WriteAll("a.py").Write("empty.py", "");
        using (var mkfifo = Process.Start("mkfifo", [_tree.Full("pipe.py"), _tree.Full(".gitignore")])) mkfifo.WaitForExit();
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(_tree.Full("socket.py")));
        var scan = Scan();
        Assert.Equal(["a.py", "empty.py"], scan.Files.Select(f => f.Path));
        Assert.Equal(["pipe.py", "socket.py"], scan.Diagnostics.Where(d => d.Code == DiagnosticCodes.NotARegularFile).Select(d => d.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_that_are_not_UTF8_are_named()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "Only Linux has such names.");
        using (var shell = Process.Start("sh", ["-c", $"cd '{_tree.Root}' && echo x > \"$(printf 'bad\\377.py')\" && mkdir \"$(printf 'dir\\377')\" && echo x > ok.py"])) shell.WaitForExit();
        var scan = Scan();
        Assert.Equal(["ok.py"], scan.Files.Select(f => f.Path));
        Assert.Equal(["bad\uFFFD.py", "dir\uFFFD"], scan.Diagnostics.Where(d => d.Code == DiagnosticCodes.NameNotUtf8).Select(d => d.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_deep_tree_is_no_problem()
    {
        string deep = string.Join('/', Enumerable.Repeat("d", 400));
        _tree.Write(deep + "/a.py");
        Assert.Equal([deep + "/a.py"], Paths());
    }

    [Fact]
    public void Thousands_of_files_take_a_fraction_of_a_second()
    {
        _tree.Write(".gitignore", string.Concat(Enumerable.Range(0, 160).Select(i => $"/gen{i}/*.x\n*.ext{i}\nsub/**/t{i}*.py\n")));
        for (int folder = 0; folder < 50; folder++)
        {
            Directory.CreateDirectory(_tree.Full($"p{folder % 20}/q{folder}"));
            for (int i = 0; i < 100; i++) File.WriteAllBytes(_tree.Full($"p{folder % 20}/q{folder}/m{i}.py"), "x"u8.ToArray());
        }
        Scan();
        var clock = Stopwatch.StartNew();
        Assert.Equal(5_000, Scan().Files.Count);
        // 40 ms are usual; the rest is for busy machines.
        Assert.True(clock.ElapsedMilliseconds < 5000, $"It took {clock.ElapsedMilliseconds} ms.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.ElapsedMilliseconds} ms");
    }

    private static ScanOptions Options(params string[] exclude) => new() { Extensions = [".py"], Exclude = exclude };

    private ScanResult Scan(params string[] exclude) => SourceScanner.Scan(_tree.Root, Options(exclude), TestContext.Current.CancellationToken);

    private IEnumerable<string> Paths(params string[] exclude) => Scan(exclude).Files.Select(f => f.Path);
}

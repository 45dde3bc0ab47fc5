using CodexAura.Engine.Json;
using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Json;

public sealed class OutputFileTests : IDisposable
{
    private readonly TempTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task The_file_appears_at_the_end_and_replaces_what_was_there()
    {
        _tree.Write("g.json", "old");
        await using (var file = OutputFile.Open(_tree.Full("g.json")))
        {
            await file.Stream.WriteAsync("new"u8.ToArray(), TestContext.Current.CancellationToken);
            Assert.Equal("old", await File.ReadAllTextAsync(_tree.Full("g.json"), TestContext.Current.CancellationToken));
            await file.CommitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal("new", await File.ReadAllTextAsync(_tree.Full("g.json"), TestContext.Current.CancellationToken));
        Assert.Equal(["g.json"], Names());
    }

    [Fact]
    public async Task Without_a_commit_nothing_remains()
    {
        _tree.Write("g.json", "old");
        await using (var file = OutputFile.Open(_tree.Full("g.json"))) await file.Stream.WriteAsync("half"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("old", await File.ReadAllTextAsync(_tree.Full("g.json"), TestContext.Current.CancellationToken));
        Assert.Equal(["g.json"], Names());
    }

    [Fact]
    public async Task A_link_stays_a_link()
    {
        _tree.Write("real.json", "old");
        File.CreateSymbolicLink(_tree.Full("link.json"), "real.json");
        await using (var file = OutputFile.Open(_tree.Full("link.json")))
        {
            await file.Stream.WriteAsync("new"u8.ToArray(), TestContext.Current.CancellationToken);
            await file.CommitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal("real.json", new FileInfo(_tree.Full("link.json")).LinkTarget);
        Assert.Equal("new", await File.ReadAllTextAsync(_tree.Full("real.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_device_is_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /dev/null.");
        await using (var file = OutputFile.Open("/dev/null"))
        {
            await file.Stream.WriteAsync("new"u8.ToArray(), TestContext.Current.CancellationToken);
            await file.CommitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Empty(Directory.GetFiles("/dev", "null.*.tmp"));
    }

    [Fact]
    public void Bad_places_are_explained()
    {
        Assert.Contains("there is no folder", Assert.Throws<IOException>(() => OutputFile.Open(_tree.Full("no/g.json"))).Message, StringComparison.Ordinal);
        Assert.Contains("it is a folder", Assert.Throws<IOException>(() => OutputFile.Open(_tree.Root)).Message, StringComparison.Ordinal);
    }

    private IEnumerable<string?> Names() => Directory.GetFiles(_tree.Root).Select(Path.GetFileName);
}

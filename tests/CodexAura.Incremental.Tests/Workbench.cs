using CodexAura.Analyzers.Python;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Scanning;
using CodexAura.Sdk.Storage;
using CodexAura.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CodexAura.Incremental.Tests;

/// <summary>A folder with a repository and a SQLite store beside it, and the real analyzer over them.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly string _folder = RealPath.Of(Directory.CreateTempSubdirectory("codex-aura-").FullName);
    private readonly PythonAnalyzer _analyzer = new();

    /// <param name="isLater">The clock is ahead: what was written just now counts as written long ago. See <see cref="Tick"/>.</param>
    public Workbench(bool isLater = false)
    {
        Root = Path.Join(_folder, "repository");
        Directory.CreateDirectory(Root);
        Store = new SqliteGraphStore(new StoreLocation(Path.Join(_folder, "data")), NullLogger<SqliteGraphStore>.Instance);
        Pipeline = new AnalysisPipeline([new LanguageAnalyzer("python", [".py"], () => _analyzer)], isLater ? new LaterTime() : TimeProvider.System) { PreviewFrom = 0 };
    }

    public string Root { get; }

    public SqliteGraphStore Store { get; }

    public AnalysisPipeline Pipeline { get; }

    public AnalysisRequest Request => new() { Path = Root, Threads = 2 };

    /// <summary>Waits until the clock of the file system has moved on, so that what is written next shows by its time.</summary>
    public static void Tick() => Thread.Sleep(15);

    /// <summary>How many previews were stored.</summary>
    public int Previews { get; private set; }

    public Task<AnalysisResult> AnalyzeAsync(AnalysisRequest? request = null) =>
        Pipeline.RunAsync(request ?? Request, Store, null, _ => Previews++, TestContext.Current.CancellationToken);

    /// <summary>Fails with the first difference between the stored graph and one made from nothing.</summary>
    public async Task AssertEqualsFullAsync(string after, AnalysisRequest? request = null)
    {
        var difference = await Pipeline.VerifyAsync(request ?? Request, Store, null, TestContext.Current.CancellationToken);
        Assert.True(difference is null, $"After {after}, line {difference?.Line} differs.\nstored: {difference?.Left}\nanew:   {difference?.Right}");
    }

    public void Write(string path, string text, DateTime? modified = null)
    {
        string full = Path.Join(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        if (modified is { } time) File.SetLastWriteTimeUtc(full, time);
    }

    public void Dispose()
    {
        _analyzer.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class LaterTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddSeconds(10);
    }
}

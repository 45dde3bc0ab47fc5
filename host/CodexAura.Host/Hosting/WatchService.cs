using CodexAura.Engine.Watching;
using CodexAura.Host.Cli;
using CodexAura.Sdk.Analysis;
using Microsoft.Extensions.Hosting;

namespace CodexAura.Host.Hosting;

/// <summary>Keeps graphs up to date while the server runs. Asks for analyses like everybody else, so that none runs twice at once.</summary>
/// <param name="session">Has the analyzers.</param>
/// <param name="folders">The repositories.</param>
/// <param name="analysis">Makes the graphs.</param>
internal sealed class WatchService(HostSession session, IReadOnlyList<string> folders, IAnalysisService analysis) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(folders.Select(folder => WatchAsync(folder, stoppingToken)));

    private async Task WatchAsync(string folder, CancellationToken stopping)
    {
        try
        {
            var watch = new RepositoryWatch(session.Pipeline(), analysis.Check(new AnalysisRequest { Path = folder }), analysis, TimeProvider.System);
            session.WatchPlugins(ServerRun.Command).Arrived += arrived =>
            {
                if (arrived.GetExports<ILanguageAnalyzer, AnalyzerMetadata>().Count > 0) watch.Use(session.Pipeline());
            };
            await watch.RunAsync(update => Tell(folder, $"graph {update.Result.Info.Id[..8]} is up to date after {update.Latency.TotalMilliseconds:N0} ms"),
                failure => Tell(folder, failure.Message), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server ends.
        }
        catch (Exception thrown) when (thrown is CodexAuraException or IOException or UnauthorizedAccessException)
        {
            Tell(folder, "is not watched: " + thrown.Message);
        }
    }

    private static void Tell(string folder, string what) =>
        Console.Error.WriteLine($"{DateTime.Now.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)} watch: {folder}: {what}");
}

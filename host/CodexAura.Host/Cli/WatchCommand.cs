using System.CommandLine;
using CodexAura.Composition;
using CodexAura.Engine.Analysis;
using CodexAura.Engine.Watching;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura watch</c></summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var command = new Command("watch", "Analyse a repository, then keep its graph up to date while files change, until stopped") { AnalysisOptions.Path, AnalysisOptions.Storage };
        foreach (var option in AnalysisOptions.Selection) command.Add(option);
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var store = session.AnalysisStore(parse.GetValue(AnalysisOptions.Storage));
        var watch = new RepositoryWatch(session.Pipeline(), AnalysisOptions.Request(parse), store, TimeProvider.System);
        session.WatchPlugins("watch").Arrived += arrived => UseAnalyzers(watch, arrived, session);
        try
        {
            await watch.RunAsync(Print, failure => Console.Error.WriteLine($"{Now()}  {failure.Message}"), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is how this command ends.
        }
        return ExitCode.Done;
    }

    private static void UseAnalyzers(RepositoryWatch watch, PluginCatalog arrived, HostSession session)
    {
        if (arrived.GetExports<ILanguageAnalyzer, AnalyzerMetadata>().Count > 0) watch.Use(session.Pipeline());
    }

    private static void Print(WatchUpdate update)
    {
        AnalysisView.WriteWarnings(update.Result);
        int read = update.Result.Files - update.Result.FilesReused;
        Consoles.Out.WriteLine($"{Now()}  graph {update.Result.Info.Id[..8]}: {Format.Count(update.Result.Graph.NodeCount, "node", "nodes")}, "
            + $"{Format.Count(update.Result.Graph.EdgeCount, "edge", "edges")}; {Format.Count(Math.Max(read, 0), "file", "files")} read, "
            + (update.IsFirst ? Format.Duration(update.Latency) : $"{update.Latency.TotalMilliseconds:N0} ms after the change")
            + (update.Result.IsPreview ? ", a preview: references are being resolved" : ""));
    }

    private static string Now() => DateTime.Now.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}

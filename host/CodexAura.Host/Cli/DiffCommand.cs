using System.CommandLine;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Sdk.Graph;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura diff</c></summary>
internal static class DiffCommand
{
    private static readonly Argument<string> Before = new("before") { Description = "Id of the graph to compare with, or a unique beginning of it" };
    private static readonly Argument<string> After = new("after") { Description = "Id of the graph to compare, or a unique beginning of it" };
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("diff", "Show what is different between two graphs, such as those of two commits") { Before, After, Storage, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var store = session.Store(parse.GetValue(Storage));
        var (beforeInfo, before) = await LoadedGraph.FindAsync(store, parse.GetRequiredValue(Before), cancellationToken);
        var (afterInfo, after) = await LoadedGraph.FindAsync(store, parse.GetRequiredValue(After), cancellationToken);
        var diff = GraphDiff.Of(before, after);
        if (parse.GetValue(Json)) DiffView.WriteJson(diff, beforeInfo, afterInfo);
        else DiffView.Write(Consoles.Output, diff);
    }
}

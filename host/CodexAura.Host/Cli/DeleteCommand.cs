using System.CommandLine;
using CodexAura.Engine.Graphs;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura delete</c></summary>
internal static class DeleteCommand
{
    private static readonly Argument<string> Graph = SharedOptions.Graph();
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("delete", "Remove a graph") { Graph, Storage, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var store = session.Store(parse.GetValue(Storage));
        var info = await GraphSelector.FindAsync(store, parse.GetRequiredValue(Graph), cancellationToken);
        if (!await store.DeleteAsync(info.Id, cancellationToken))
            throw new GraphSelectionException("graph.not_found", $"The graph {info.Id} was deleted a moment ago.", []);
        if (parse.GetValue(Json)) JsonOutput.Write(json => GraphInfoJson.Write(json, info));
        else Consoles.Out.WriteLine($"Removed graph {info.Id} of {Format.Printable(info.Repository.Path)}.");
    }
}

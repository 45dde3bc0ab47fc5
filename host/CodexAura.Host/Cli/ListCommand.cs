using System.CommandLine;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Sdk.Graph;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura list</c></summary>
internal static class ListCommand
{
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var command = new Command("list", "List the stored graphs, newest first") { Storage, Json };
        command.SetBody(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var graphs = await session.Store(parse.GetValue(Storage)).ListAsync(null, cancellationToken);
        if (parse.GetValue(Json)) PrintJson(graphs);
        else if (graphs.Count == 0) Console.Error.WriteLine("No graph is stored yet. Make one with 'codex-aura analyze <path>'.");
        else Print(graphs);
    }

    private static void PrintJson(IReadOnlyList<GraphInfo> graphs) => JsonOutput.Write(json =>
    {
        json.WriteStartArray();
        foreach (var graph in graphs) GraphInfoJson.Write(json, graph);
        json.WriteEndArray();
    });

    private static void Print(IReadOnlyList<GraphInfo> graphs)
    {
        var table = new TextTable(0, new("id", Style: "green"), new("commit"), new("made (UTC)"), new("nodes", Right: true), new("edges", Right: true), new("repository"));
        foreach (var graph in graphs)
            table.Row(graph.Id, Format.Commit(graph.Repository.Sha), Format.Time(graph.CreatedAt), Format.Number(graph.NodeCount),
                Format.Number(graph.EdgeCount), Format.Printable(graph.Repository.Path));
        table.Write(Consoles.Output, Consoles.OutputIsTerminal ? Consoles.Output.Profile.Width : null);
    }
}

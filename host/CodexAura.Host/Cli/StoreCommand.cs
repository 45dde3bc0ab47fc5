using System.CommandLine;
using CodexAura.Engine.Graphs;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura store copy|prune</c></summary>
internal static class StoreCommand
{
    private static readonly Argument<string[]> Graphs = new("graph_id") { Description = "Which graphs; all when none is named", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string> From = new("--from") { Description = "Name of the store to copy from", HelpName = "NAME", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "Name of the store to copy to; graphs of the same id there are replaced", HelpName = "NAME", Required = true };
    private static readonly Option<int> Keep = SharedOptions.Number("--keep", "How many graphs of each repository to keep: the newest", 10, 1, int.MaxValue);
    private static readonly Option<string?> Repository = new("--repository") { Description = "Only graphs of the repository at this path", HelpName = "PATH" };
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create()
    {
        var copy = new Command("copy", "Copy graphs from one store to another, in the same data folder") { Graphs, From, To, Json };
        copy.SetBody(CopyAsync);
        var prune = new Command("prune", "Remove old graphs of repositories that have many") { Keep, Repository, Storage, Json };
        prune.SetBody(PruneAsync);
        return new Command("store", "Look after stored graphs") { copy, prune };
    }

    private static async Task CopyAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var (from, to) = (session.Store(parse.GetRequiredValue(From)), session.Store(parse.GetRequiredValue(To)));
        if (ReferenceEquals(session.Installed.Store(parse.GetRequiredValue(From)), session.Installed.Store(parse.GetRequiredValue(To)))) throw new UsageException($"'{parse.GetRequiredValue(From)}' can't be copied to itself.");
        var chosen = new List<GraphInfo>();
        foreach (string reference in parse.GetValue(Graphs) ?? []) chosen.Add(await GraphSelector.FindAsync(from, reference, cancellationToken));
        if (chosen.Count == 0) chosen.AddRange(await from.ListAsync(null, cancellationToken));
        foreach (var info in chosen)
        {
            // One after the other: a graph may be large.
            var graph = await from.LoadAsync(info.Id, cancellationToken);
            if (graph is not null) await to.SaveAsync(info, graph, cancellationToken);
        }
        Report(parse, chosen, "Copied", $" from {parse.GetRequiredValue(From)} to {parse.GetRequiredValue(To)}");
    }

    private static async Task PruneAsync(ParseResult parse, HostSession session, CancellationToken cancellationToken)
    {
        var store = session.Store(parse.GetValue(Storage));
        string? path = parse.GetValue(Repository) is { } given ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(given)) : null;
        var deleted = await new SnapshotRetention(parse.GetValue(Keep)).ApplyAsync(store, path, cancellationToken);
        Report(parse, deleted, "Removed", "");
    }

    private static void Report(ParseResult parse, IReadOnlyList<GraphInfo> graphs, string what, string where)
    {
        if (parse.GetValue(Json))
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartArray();
                foreach (var info in graphs) GraphInfoJson.Write(json, info);
                json.WriteEndArray();
            });
            return;
        }
        foreach (var info in graphs)
            Consoles.Out.WriteLine($"{info.Id}  {Format.Count(info.NodeCount, "node", "nodes")}, {Format.Count(info.EdgeCount, "edge", "edges")}  {Format.Printable(info.Repository.Path)}");
        Consoles.Out.WriteLine($"{what} {Format.Count(graphs.Count, "graph", "graphs")}{where}.");
    }
}

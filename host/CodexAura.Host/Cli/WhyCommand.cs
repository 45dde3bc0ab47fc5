using System.CommandLine;
using CodexAura.Engine.Graphs;
using CodexAura.Host.Hosting;
using CodexAura.Host.Rendering;

namespace CodexAura.Host.Cli;

/// <summary><c>codex-aura why</c> and <c>codex-aura why-not</c></summary>
internal static class WhyCommand
{
    private static readonly Argument<string> Graph = SharedOptions.Graph();
    private static readonly Argument<string> Source = new("source") { Description = "The node that the edge starts at: id, path of a file, or a name that only one node has" };
    private static readonly Argument<string> Target = new("target") { Description = "The node that it ends at" };
    private static readonly Option<string?> Storage = SharedOptions.Storage();
    private static readonly Option<bool> Json = SharedOptions.Json();

    public static Command Create() => Make("why", "Explain an edge: the chain of bindings that leads from one node to the other", expectEdge: true);

    public static Command CreateNot() => Make("why-not", "Say why there is no edge: what is known at each place that looks like one, and where the trail was lost", expectEdge: false);

    private static Command Make(string name, string description, bool expectEdge)
    {
        var command = new Command(name, description) { Graph, Source, Target, Storage, Json };
        command.SetBody((parse, session, cancellationToken) => RunAsync(parse, session, expectEdge, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, HostSession session, bool expectEdge, CancellationToken cancellationToken)
    {
        var store = session.AnalysisStore(parse.GetValue(Storage));
        var (info, graph) = await LoadedGraph.FindAsync(store, parse.GetRequiredValue(Graph), cancellationToken);
        int source = NodeSelector.Find(graph, parse.GetRequiredValue(Source)), target = NodeSelector.Find(graph, parse.GetRequiredValue(Target));
        var explanation = await session.Pipeline().ExplainAsync(info, graph, source, target, store, cancellationToken);
        var answer = new ExplanationView(info, graph, source, target, explanation);
        if (parse.GetValue(Json)) JsonOutput.Write(answer.WriteJson);
        else answer.Write(Consoles.Output, expectEdge);
        // Scripts ask 'why' to learn whether there is an edge; 'why-not' answers either way.
        return !expectEdge || explanation.Evidence.Count > 0 ? ExitCode.Done : ExitCode.Failed;
    }
}

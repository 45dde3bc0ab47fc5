using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic.Graphs;

/// <summary>A kind of step by which an impact passes on.</summary>
/// <param name="Cost">What it takes off a level (<see cref="Levels"/>).</param>
/// <param name="Relation">How the node is affected that it leads to.</param>
/// <param name="Guess">Whether it is a guess.</param>
internal readonly record struct SpreadStep(int Cost, ImpactRelation Relation, bool Guess);

/// <summary>
/// The steps that an impact takes from each node, whatever changed: laid out once for each graph in compressed rows, so that a
/// search is a loop over arrays. What depends on the change itself, and what would be a product of callers and overrides, is in
/// <see cref="SpreadRules"/>.
/// </summary>
internal sealed class SpreadGraph
{
    private const byte Exact = 0, Inferred = 1, Heuristic = 2, Fixture = 3, Contains = 4, Has = 5, HasProtocol = 6, Overrides = 7, Inherits = 8, Extends = 9, Imports = 10;

    /// <summary>The kinds of steps, by their numbers.</summary>
    public static readonly SpreadStep[] Kinds =
    [
        new(SpreadRules.Call(Confidence.Exact), ImpactRelation.Calls, false),
        new(SpreadRules.Call(Confidence.Inferred), ImpactRelation.Calls, false),
        new(SpreadRules.Call(Confidence.Heuristic), ImpactRelation.Calls, true),
        new(Levels.Cost(Weights.Fixture), ImpactRelation.Fixture, false),
        new(Levels.Cost(Weights.Contains), ImpactRelation.Contains, false),
        new(Levels.Cost(Weights.Has), ImpactRelation.Has, true),
        new(Levels.Cost(Weights.HasProtocol), ImpactRelation.Has, true),
        new(Levels.Cost(Weights.Overrides), ImpactRelation.Overrides, false),
        new(Levels.Cost(Weights.Inherits), ImpactRelation.Inherits, false),
        new(Levels.Cost(Weights.Extends), ImpactRelation.Extends, false),
        new(Levels.Cost(Weights.ImportsAffected), ImpactRelation.Imports, false),
    ];

    private readonly GraphIndex _index;
    private readonly int[] _offset;
    private readonly List<int> _to;
    private readonly List<byte> _kind;

    public SpreadGraph(GraphIndex index)
    {
        _index = index;
        var graph = index.Graph;
        _offset = new int[graph.NodeCount + 1];
        (_to, _kind) = (new List<int>(graph.EdgeCount), new List<byte>(graph.EdgeCount));
        for (int node = 0; node < graph.NodeCount; node++)
        {
            switch (graph.Node(node).Type)
            {
                case NodeType.File: AddIncoming(node, index.Imports, Imports); break;
                case NodeType.Class:
                    AddCallers(node);
                    AddIncoming(node, index.Extends, Extends);
                    break;
                default: AddFunction(node); break;
            }
            _offset[node + 1] = _to.Count;
        }
    }

    /// <summary>Where an impact goes from a node.</summary>
    public ReadOnlySpan<int> To(int node) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_to)[_offset[node].._offset[node + 1]];

    /// <summary>By which kinds of steps, in the same order.</summary>
    public ReadOnlySpan<byte> KindsFrom(int node) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_kind)[_offset[node].._offset[node + 1]];

    private void AddFunction(int function)
    {
        var graph = _index.Graph;
        AddCallers(function);
        foreach (int user in _index.UsersOfFixture(function)) Add(user, Fixture);
        int parent = graph.Node(function).Parent;
        var around = graph.Node(parent).Type;
        if (around == NodeType.Function) Add(parent, Contains);
        if (around == NodeType.Class) AddMethod(function, parent);
    }

    private void AddMethod(int method, int type)
    {
        var graph = _index.Graph;
        string name = graph.Node(method).Name;
        // What runs at making an instance has edges from those who make one already.
        if (name is not ("__init__" or "__new__")) Add(type, IsProtocol(name) ? HasProtocol : Has);
        foreach (int overriding in _index.Overrides.Below(method)) Add(overriding, Overrides);
        // Direct subclasses that have the method as it is; theirs are reached over them.
        foreach (int number in graph.Incoming(type))
        {
            var edge = graph.Edge(number);
            if (edge.TypeIndex == _index.Extends && _index.FindMethod(edge.Source, name) < 0) Add(edge.Source, Inherits);
        }
    }

    private void AddCallers(int callee)
    {
        foreach (int number in _index.Graph.Incoming(callee))
        {
            var edge = _index.Graph.Edge(number);
            if (edge.TypeIndex == _index.Calls && edge.Source != callee)
                Add(edge.Source, edge.Confidence switch { Confidence.Exact => Exact, Confidence.Inferred => Inferred, _ => Heuristic });
        }
    }

    private void AddIncoming(int node, int type, byte kind)
    {
        foreach (int number in _index.Graph.Incoming(node))
        {
            var edge = _index.Graph.Edge(number);
            if (edge.TypeIndex == type) Add(edge.Source, kind);
        }
    }

    private void Add(int to, byte kind)
    {
        _to.Add(to);
        _kind.Add(kind);
    }

    /// <summary>A method that the language calls without naming it, such as <c>__str__</c>.</summary>
    private static bool IsProtocol(string name) =>
        name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);
}

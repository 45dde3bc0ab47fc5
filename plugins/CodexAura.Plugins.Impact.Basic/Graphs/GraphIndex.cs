using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CodexAura.Plugins.Impact.Basic.Search;
using CodexAura.Plugins.Impact.Basic.Tests;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Impact.Basic.Graphs;

/// <summary>What the search asks of a graph again and again, worked out once for each graph and kept as long as it lives.</summary>
internal sealed class GraphIndex
{
    private static readonly ConditionalWeakTable<CodeGraph, GraphIndex> Indexes = [];
    private readonly int[] _childOffset;
    private readonly int[] _children;
    private readonly bool[] _testCode;
    private readonly bool[] _tests;
    private readonly int[] _fileNumber;
    private readonly Fixtures _fixtures;
    private readonly ConcurrentBag<SearchColumns> _idle = [];
    private readonly Lazy<double> _unresolvedCalls;
    private readonly Lazy<Dictionary<string, int>> _names;
    private readonly Lazy<ExecutionGraph> _execution;
    private readonly Lazy<SpreadGraph> _spread;
    private readonly Lazy<TestWords> _testWords;

    private GraphIndex(CodeGraph graph)
    {
        Graph = graph;
        (Calls, Imports, Extends) = (graph.EdgeTypeIndex(EdgeTypes.Calls), graph.EdgeTypeIndex(EdgeTypes.Imports), graph.EdgeTypeIndex(EdgeTypes.Extends));
        (_childOffset, _children) = FindChildren(graph);
        (_testCode, _tests) = FindTests(graph);
        _fileNumber = NumberFiles(graph);
        _fixtures = Fixtures.Find(graph, _testCode);
        Overrides = Overrides.Find(this);
        _names = new Lazy<Dictionary<string, int>>(() => CountNames(graph));
        _spread = new Lazy<SpreadGraph>(() => new SpreadGraph(this));
        _execution = new Lazy<ExecutionGraph>(() => new ExecutionGraph(this));
        _testWords = new Lazy<TestWords>(() => new TestWords(this));
        _unresolvedCalls = new Lazy<double>(() => ShareOfUnresolvedCalls(graph));
    }

    public CodeGraph Graph { get; }

    /// <summary>Index of the edge type CALLS; -1 when no edge has it.</summary>
    public int Calls { get; }

    public int Imports { get; }

    public int Extends { get; }

    /// <summary>Which methods take the place of which.</summary>
    public Overrides Overrides { get; }

    /// <summary>How many functions and classes have a name.</summary>
    public int CountDefinitions(string name) => _names.Value.GetValueOrDefault(name);

    /// <summary>The steps that an impact takes.</summary>
    public SpreadGraph Spread => _spread.Value;

    /// <summary>The last answers.</summary>
    public RecentAnswers Recent { get; } = new();

    /// <summary>What may run what.</summary>
    public ExecutionGraph Execution => _execution.Value;

    /// <summary>The words in the names of all tests.</summary>
    public TestWords TestWords => _testWords.Value;

    /// <summary>Share of the calls for which the analyzer had no idea, 0 to 1. Those that lead out of the repository are known.</summary>
    public double UnresolvedCalls => _unresolvedCalls.Value;

    /// <summary>Lends columns for one search.</summary>
    public SearchColumns Rent() => _idle.TryTake(out var columns) ? columns : new SearchColumns(Graph.NodeCount);

    /// <summary>Takes columns back, all -1 again. A few are kept, for as many questions at once.</summary>
    public void Return(SearchColumns columns)
    {
        if (_idle.Count < Environment.ProcessorCount) _idle.Add(columns);
    }

    public static GraphIndex Of(CodeGraph graph) => Indexes.GetValue(graph, static g => new GraphIndex(g));

    /// <summary>Definitions directly inside a node, in graph order.</summary>
    public ReadOnlySpan<int> Children(int node) => _children.AsSpan(_childOffset[node], _childOffset[node + 1] - _childOffset[node]);

    /// <summary>The place of a node's file among the graph's files.</summary>
    public int FileNumber(int node) => _fileNumber[node];

    /// <summary>Whether a node is in a file of tests.</summary>
    public bool IsTestCode(int node) => _testCode[node];

    /// <summary>Whether a node is a test function.</summary>
    public bool IsTest(int node) => _tests[node];

    /// <summary>Functions that a test framework hands a fixture to, or before which it runs it.</summary>
    public ReadOnlySpan<int> UsersOfFixture(int node) => _fixtures.UsersOf(node);

    /// <summary>The test function that a node is or is inside of; -1 for none.</summary>
    public int TestAround(int node)
    {
        for (int at = node; at >= 0; at = Graph.Node(at).Parent)
            if (_tests[at]) return at;
        return -1;
    }

    /// <summary>The method of a class with this name; -1 when it has none of its own.</summary>
    public int FindMethod(int type, string name)
    {
        foreach (int child in Children(type))
        {
            if (Graph.Node(child).Type != NodeType.Function) continue;
            string qualified = Graph.Node(child).QualifiedName;
            int start = qualified.Length - name.Length;
            if (start > 0 && qualified[start - 1] == '.' && qualified.EndsWith(name, StringComparison.Ordinal)) return child;
        }
        return -1;
    }

    private static Dictionary<string, int> CountNames(CodeGraph graph)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < graph.NodeCount; i++)
            if (graph.Node(i).Type != NodeType.File) CollectionsMarshal.GetValueRefOrAddDefault(counts, graph.Node(i).Name, out _)++;
        return counts;
    }

    /// <summary>A call that is known to lead out of the repository is no gap; all other reasons, those of other analyzers too, may hide a caller.</summary>
    private static bool LeadsOut(string reason) => reason.StartsWith("external", StringComparison.Ordinal) || reason == "standard library";

    private static double ShareOfUnresolvedCalls(CodeGraph graph)
    {
        long unknown = graph.Unresolved.Where(u => u.Kind == EdgeTypes.Calls && !LeadsOut(u.Reason)).Sum(u => (long)u.Count);
        int calls = graph.EdgeTypeIndex(EdgeTypes.Calls);
        long resolved = 0;
        for (int i = 0; i < graph.EdgeCount && unknown > 0; i++)
            if (graph.Edge(i).TypeIndex == calls) resolved += graph.Edge(i).Lines.Length;
        return unknown == 0 ? 0 : (double)unknown / (unknown + resolved);
    }

    private static (int[] Offset, int[] Children) FindChildren(CodeGraph graph)
    {
        var offset = new int[graph.NodeCount + 1];
        for (int i = 0; i < graph.NodeCount; i++)
            if (graph.Node(i).Parent is >= 0 and var parent) offset[parent + 1]++;
        for (int i = 0; i < graph.NodeCount; i++) offset[i + 1] += offset[i];
        var next = offset.AsSpan(0, graph.NodeCount).ToArray();
        var children = new int[offset[^1]];
        for (int i = 0; i < graph.NodeCount; i++)
            if (graph.Node(i).Parent is >= 0 and var parent) children[next[parent]++] = i;
        return (offset, children);
    }

    private static int[] NumberFiles(CodeGraph graph)
    {
        var numbers = new int[graph.NodeCount];
        for (int number = 0; number < graph.Files.Length; number++)
        {
            var (start, end) = graph.NodesOfFile(graph.Files[number]);
            Array.Fill(numbers, number, start, end - start);
        }
        return numbers;
    }

    private static (bool[] TestCode, bool[] Tests) FindTests(CodeGraph graph)
    {
        var code = new bool[graph.NodeCount];
        var tests = new bool[graph.NodeCount];
        foreach (int file in graph.Files)
        {
            if (!TestConventions.IsTestFile(graph.Node(file).Path) && !TestConventions.IsTestModule(graph, file)) continue;
            var (start, end) = graph.NodesOfFile(file);
            for (int node = start; node < end; node++)
            {
                code[node] = true;
                tests[node] = TestConventions.IsTestFunction(graph, graph.Node(node));
            }
        }
        return (code, tests);
    }
}

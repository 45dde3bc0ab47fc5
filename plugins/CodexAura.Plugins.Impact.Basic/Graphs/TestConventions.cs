using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Impact.Basic.Graphs;

/// <summary>Tells tests by the names that test frameworks find them by.</summary>
internal static class TestConventions
{
    private static readonly string[] Folders = ["test", "tests", "__tests__", "testing", "spec"];
    private static readonly string[] Setups =
        ["setUp", "setUpClass", "tearDown", "tearDownClass", "setup_method", "setup_class", "teardown_method", "teardown_class", "asyncSetUp", "asyncTearDown"];

    /// <summary>A file in a folder of tests, or with the name of one: <c>test_x.py</c>, <c>x_test.go</c>, <c>x.test.ts</c>, <c>conftest.py</c>.</summary>
    public static bool IsTestFile(string path)
    {
        var rest = path.AsSpan();
        for (int slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            foreach (string folder in Folders)
                if (rest[..slash].Equals(folder, StringComparison.OrdinalIgnoreCase)) return true;
            rest = rest[(slash + 1)..];
        }
        int dot = rest.LastIndexOf('.');
        var name = dot > 0 ? rest[..dot] : rest;
        return name.StartsWith("test_") || name.EndsWith("_test") || name.EndsWith(".test") || name.EndsWith(".spec") || name is "conftest";
    }

    /// <summary>A file <c>tests.py</c> with tests in it, as Django makes one for each application: unless code that is no test imports it, then it is a part of that.</summary>
    public static bool IsTestModule(CodeGraph graph, int file)
    {
        if (!IsNamedTests(graph.Node(file).Path)) return false;
        int imports = graph.EdgeTypeIndex(EdgeTypes.Imports);
        foreach (int number in graph.Incoming(file))
            if (graph.Edge(number).TypeIndex == imports && graph.Node(graph.Edge(number).Source).Path is var importer && !IsTestFile(importer) && !IsNamedTests(importer)) return false;
        var (start, end) = graph.NodesOfFile(file);
        for (int node = start; node < end; node++)
            if (IsTestFunction(graph, graph.Node(node))) return true;
        return false;
    }

    private static bool IsNamedTests(string path) => Path.GetFileNameWithoutExtension(path.AsSpan()).SequenceEqual("tests");

    /// <summary>A function whose name starts with <c>test</c>, at the top of its file or in a class; of a file of tests.</summary>
    public static bool IsTestFunction(CodeGraph graph, GraphNode node)
    {
        if (node.Type != NodeType.Function || graph.Node(node.Parent).Type == NodeType.Function) return false;
        string name = node.QualifiedName;
        return name.AsSpan(name.LastIndexOf('.') + 1).StartsWith("test", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A method that runs before or after each test of its class.</summary>
    public static bool IsSetup(string name) => Setups.Contains(name);
}

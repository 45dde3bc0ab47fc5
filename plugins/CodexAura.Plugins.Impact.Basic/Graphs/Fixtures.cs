using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Impact.Basic.Graphs;

/// <summary>
/// Which functions of test files get which fixtures. pytest hands a fixture to every test that has a parameter of its name: the
/// nearest function of that name counts, in the class, the file, then the <c>conftest.py</c> of each folder upwards.
/// </summary>
internal sealed class Fixtures
{
    private readonly Dictionary<int, int[]> _users;

    private Fixtures(Dictionary<int, int[]> users) => _users = users;

    public ReadOnlySpan<int> UsersOf(int fixture) => _users.TryGetValue(fixture, out int[]? users) ? users : [];

    public static Fixtures Find(CodeGraph graph, bool[] testCode)
    {
        var users = new Dictionary<int, List<int>>();
        var tops = new Dictionary<int, Dictionary<string, int>>();
        foreach (int file in graph.Files)
        {
            if (!testCode[file] || !graph.Node(file).Path.EndsWith(".py", StringComparison.Ordinal)) continue;
            var (start, end) = graph.NodesOfFile(file);
            for (int node = start + 1; node < end; node++)
            {
                var function = graph.Node(node);
                if (function.Type != NodeType.Function || graph.Node(function.Parent).Type == NodeType.Function) continue;
                foreach (string parameter in Parameters(function.Signature))
                    if (FindFixture(graph, tops, node, parameter) is >= 0 and var fixture && fixture != node) Add(users, fixture, node);
                if (graph.Node(function.Parent).Type == NodeType.Class && TestConventions.IsSetup(function.Name)) AddTests(graph, users, node, start, end);
            }
        }
        return new Fixtures(users.ToDictionary(u => u.Key, u => u.Value.ToArray()));
    }

    /// <summary>Names of the parameters in a signature as written: <c>(self, x: int = f(1, 2), *rest) -> str</c>.</summary>
    internal static List<string> Parameters(string? signature)
    {
        var names = new List<string>();
        if (signature is null || signature.Length < 2 || signature[0] != '(') return names;
        int depth = 0;
        bool expected = false;
        for (int i = 0; i < signature.Length; i++)
        {
            char c = signature[i];
            if (c is '(' or '[' or '{') expected = ++depth == 1;
            else if (c is ')' or ']' or '}' && --depth == 0) break;
            else if (c == ',' && depth == 1) expected = true;
            else if (expected && (char.IsLetter(c) || c == '_'))
            {
                int start = i;
                while (i + 1 < signature.Length && (char.IsLetterOrDigit(signature[i + 1]) || signature[i + 1] == '_')) i++;
                names.Add(signature[start..(i + 1)]);
                expected = false;
            }
        }
        return names;
    }

    private static int FindFixture(CodeGraph graph, Dictionary<int, Dictionary<string, int>> tops, int user, string name)
    {
        if (name is "self" or "cls") return -1;
        var node = graph.Node(user);
        if (Lookup(graph, tops, node.Parent, name) is >= 0 and var own && own != user) return own;
        if (Lookup(graph, tops, node.FileIndex, name) is >= 0 and var inFile && inFile != user) return inFile;
        string folder = node.Path;
        while (folder.Length > 0)
        {
            folder = folder[..Math.Max(0, folder.LastIndexOf('/'))];
            int conftest = graph.FindFile(folder.Length == 0 ? "conftest.py" : folder + "/conftest.py");
            if (conftest >= 0 && Lookup(graph, tops, conftest, name) is >= 0 and var above && above != user) return above;
        }
        return -1;
    }

    /// <summary>Finds a function directly inside a file or class.</summary>
    private static int Lookup(CodeGraph graph, Dictionary<int, Dictionary<string, int>> tops, int scope, string name)
    {
        if (!tops.TryGetValue(scope, out var functions))
        {
            functions = new Dictionary<string, int>(StringComparer.Ordinal);
            var (start, end) = graph.NodesOfFile(graph.Node(scope).FileIndex);
            for (int node = start; node < end; node++)
                if (graph.Node(node).Parent == scope && graph.Node(node).Type == NodeType.Function) functions.TryAdd(graph.Node(node).Name, node);
            tops.Add(scope, functions);
        }
        return functions.GetValueOrDefault(name, -1);
    }

    private static void AddTests(CodeGraph graph, Dictionary<int, List<int>> users, int setup, int start, int end)
    {
        for (int node = start; node < end; node++)
            if (graph.Node(node).Parent == graph.Node(setup).Parent && TestConventions.IsTestFunction(graph, graph.Node(node))) Add(users, setup, node);
    }

    private static void Add(Dictionary<int, List<int>> users, int fixture, int user)
    {
        if (!users.TryGetValue(fixture, out var list)) users.Add(fixture, list = []);
        if (!list.Contains(user)) list.Add(user);
    }
}

using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Analyzers.Python.Tests;

/// <summary>The same files give the same facts and the same graph, whatever the order, the threads and the analyzer's past.</summary>
public sealed class DeterminismTests : IDisposable
{
    private static readonly SourceFile[] Files = [.. ReadFiles()];
    private readonly PythonAnalyzer _analyzer = new();

    [Fact]
    public void Facts_are_the_same_bytes_whatever_was_read_before()
    {
        var first = Files.Select(f => Body(_analyzer, f)).ToArray();
        var reversed = Files.Reverse().Select(f => Body(_analyzer, f)).Reverse().ToArray();
        using var fresh = new PythonAnalyzer();

        Assert.Equal(first, reversed);
        Assert.Equal(first, Files.Select(f => Body(fresh, f)));
    }

    [Fact]
    public void Facts_are_the_same_bytes_on_many_threads()
    {
        string[] expected = [.. Files.Select(f => Body(_analyzer, f))], actual = new string[Files.Length];

        Parallel.For(0, Files.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => actual[i] = Body(_analyzer, Files[i]));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void The_graph_is_the_same_for_any_order_of_extraction()
    {
        string expected = Graph(_analyzer, Files);
        var random = new Random(3);
        for (int round = 0; round < 3; round++)
        {
            var shuffled = Files.ToArray();
            random.Shuffle(shuffled);
            using var analyzer = new PythonAnalyzer();
            Assert.Equal(expected, Graph(analyzer, shuffled));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_graph_is_the_same_for_any_number_of_threads(int threads)
    {
        var facts = new FileFacts[Files.Length];
        Parallel.For(0, Files.Length, new ParallelOptions { MaxDegreeOfParallelism = threads },
            i => facts[i] = _analyzer.Extract(Files[i], TestContext.Current.CancellationToken));

        Assert.Equal(Graph(_analyzer, Files), Text(Resolve(_analyzer, facts)));
    }

    [Fact]
    public void The_graph_is_the_same_in_tables_that_others_have_used()
    {
        FileFacts[] facts = [.. Files.Select(f => _analyzer.Extract(f, TestContext.Current.CancellationToken))], part = facts[(facts.Length / 2)..];
        string whole = Text(Resolve(_analyzer, facts)), half = Text(Resolve(_analyzer, part));
        // Each gets tables that are full of another program, one after the other and at once.
        Assert.Equal(whole, Text(Resolve(_analyzer, facts)));
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => Assert.Equal(i % 2 == 0 ? whole : half, Text(Resolve(_analyzer, i % 2 == 0 ? facts : part))));
    }

    public void Dispose() => _analyzer.Dispose();

    /// <summary>All fixtures as one program, each in a folder of its own.</summary>
    private static IEnumerable<SourceFile> ReadFiles()
    {
        int number = 0;
        foreach (string name in FixtureFile.Names())
        foreach (var (_, text) in FixtureFile.Read(name))
        {
            number++;
            string path = "";
            var content = new StringBuilder();
            foreach (string line in text.Split('\n').Append("#- end"))
            {
                if (!line.StartsWith("#- ", StringComparison.Ordinal))
                {
                    content.Append(line).Append('\n');
                    continue;
                }
                if (path.Length > 0) yield return new SourceFile(path, Encoding.UTF8.GetBytes(content.ToString()));
                path = $"case{number}/{line[3..].Trim()}";
                content.Clear();
            }
        }
    }

    private static string Body(PythonAnalyzer analyzer, SourceFile file) =>
        Convert.ToHexString(analyzer.Extract(file, TestContext.Current.CancellationToken).Body.Span);

    private static string Graph(PythonAnalyzer analyzer, SourceFile[] files) =>
        Text(Resolve(analyzer, files.Select(f => analyzer.Extract(f, TestContext.Current.CancellationToken))));

    private static CodeGraph Resolve(PythonAnalyzer analyzer, IEnumerable<FileFacts> facts)
    {
        var builder = new GraphBuilder();
        analyzer.Resolve([.. facts.OrderBy(f => f.Path, StringComparer.Ordinal)], builder, TestContext.Current.CancellationToken);
        return builder.Build(new RepositoryInfo("/fixture", "fixture", null));
    }

    private static string Text(CodeGraph graph)
    {
        var text = new StringBuilder();
        for (int i = 0; i < graph.NodeCount; i++)
        {
            var node = graph.Node(i);
            text.Append($"{node.Id} {node.LineStart}-{node.LineEnd} {node.Complexity} {node.Signature} {node.Docstring}\n");
        }
        for (int i = 0; i < graph.EdgeCount; i++)
        {
            var edge = graph.Edge(i);
            text.Append($"{edge.Source} {edge.Type} {edge.Target} {edge.Confidence} {string.Join(',', edge.Lines.ToArray())}\n");
        }
        return text.ToString();
    }
}

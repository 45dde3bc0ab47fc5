using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Tests;

/// <summary>What differs between two graphs of a part is applied to the graph of the whole; all else stays.</summary>
public sealed class EditedGraphTests
{
    private static readonly RepositoryInfo Repository = new("/r", "r", null);

    [Fact]
    public void What_the_edit_added_is_there_and_what_it_removed_is_gone()
    {
        var whole = Graph(["a.py 9: f 1-3, g 4-6", "b.py 5: h 1-5", "c.py 5: k 1-5"], "a.f>b.h 2", "a.g>b.h 5", "a.g>c.k 6", "c.k>a.g 3", "c.k>a.f 4");
        var was = Graph(["a.py 9: f 1-3, g 4-6", "b.py 5: h 1-5"], "a.f>b.h 2", "a.g>b.h 5");
        // f is gone, n is new, g went down by three lines and calls n instead of h.
        var now = Graph(["a.py 10: n 1-6, g 7-10", "b.py 5: h 1-5"], "a.g>a.n 8", "a.n>b.h 2");

        var edited = whole.Edited(["a.py"], was, now, [new Diagnostic("CA1012", DiagnosticSeverity.Info, "a.py", 0, "Edited.")]);

        Assert.NotNull(edited);
        Assert.Equal(["a.py::file", "a.py::function::n 1-6", "a.py::function::g 7-10", "b.py::file", "b.py::function::h 1-5", "c.py::file", "c.py::function::k 1-5"], Nodes(edited));
        // What only the whole knows stays, with its lines where they are now: g>k, and k>g; not k>f, as f is gone.
        Assert.Equal(["n>h 2", "g>n 8", "g>k 9", "k>g 3"], Edges(edited));
        Assert.Equal(20, edited.LineCount);
        Assert.Equal(["Edited."], edited.Diagnostics.Select(d => d.Message));
        Assert.Equal(0, edited.Node(edited.Find("a.py::function::g")).Parent);
    }

    [Fact]
    public void What_the_part_says_both_times_is_left_to_the_whole()
    {
        var whole = Graph(["a.py 3: f 1-3", "b.py 5: h 1-5"], "b.h>a.f 2");
        // A part knows less: it takes a call for there that the whole ruled out.
        var part = Graph(["a.py 3: f 1-3", "b.py 5: h 1-5"], "a.f>b.h 2", "b.h>a.f 2");
        Assert.Equal(["h>f 2"], Edges(whole.Edited(["a.py"], part, part, [])!));
    }

    [Fact]
    public void What_stood_below_the_new_end_of_an_edited_node_is_gone()
    {
        var whole = Graph(["a.py 9: f 1-9", "b.py 5: h 1-5", "c.py 5: k 1-5"], "a.f>b.h 2", "a.f>b.h 8", "a.f>c.k 7", "c.k>b.h 5");
        var was = Graph(["a.py 9: f 1-9"]);
        var now = Graph(["a.py 6: f 3-6"]);
        Assert.Equal(["f>h 4", "k>h 5"], Edges(whole.Edited(["a.py"], was, now, [])!));
    }

    [Fact]
    public void A_file_that_is_new_takes_its_place_and_files_around_may_refer_to_it()
    {
        var whole = Graph(["a.py 1: f 1-1", "c.py 2: k 1-2"], "c.k>a.f 2");
        var was = Graph(["c.py 2: k 1-2"]);
        var now = Graph(["b.py 4: m 1-4", "c.py 2: k 1-2"], "c.k>b.m 1", "b.m>c.k 2");
        var edited = whole.Edited(["b.py"], was, now, [])!;
        Assert.Equal(["a.py::file", "a.py::function::f 1-1", "b.py::file", "b.py::function::m 1-4", "c.py::file", "c.py::function::k 1-2"], Nodes(edited));
        Assert.Equal(["m>k 2", "k>f 2", "k>m 1"], Edges(edited));
        Assert.Equal(7, edited.LineCount);
    }

    [Fact]
    public void An_edit_that_changes_nothing_gives_an_equal_graph()
    {
        var whole = Graph(["a.py 9: f 1-3, g 4-6", "b.py 5: h 1-5"], "a.f>b.h 2", "b.h>a.g 4");
        var same = whole.Edited(["a.py"], whole, whole, [])!;
        Assert.Equal(Nodes(whole), Nodes(same));
        Assert.Equal(Edges(whole), Edges(same));
        Assert.Equal(whole.EdgeTypeNames, same.EdgeTypeNames);
        var none = Graph(["a.py 9: f 1-3, g 4-6", "b.py 5: h 1-5"]);
        Assert.Empty(whole.Edited(["a.py"], whole, none, [])!.EdgeTypeNames);
    }

    [Fact]
    public void Without_the_edited_file_there_is_none()
    {
        var whole = Graph(["a.py 3: f 1-3", "b.py 5: h 1-5"]);
        Assert.Null(whole.Edited(["a.py"], whole, Graph(["b.py 5: h 1-5"]), []));
        Assert.Null(whole.Edited(["z.py"], whole, whole, []));
    }

    /// <summary>"a.py 9: f 1-3" is a file of 9 lines with a function; "a.f>b.h 2" a call in line 2.</summary>
    private static CodeGraph Graph(string[] files, params string[] calls)
    {
        var builder = new GraphBuilder();
        var handles = new Dictionary<string, int>();
        foreach (string file in files)
        {
            string[] parts = file.Split(": ");
            string[] head = parts[0].Split(' ');
            int handle = builder.AddFile(head[0], int.Parse(head[1]));
            foreach (string function in parts[1].Split(", "))
            {
                string[] words = function.Split(' ', '-');
                handles[$"{head[0][..1]}.{words[0]}"] = builder.AddDefinition(NodeType.Function, handle, words[0], int.Parse(words[1]), int.Parse(words[2]), 1);
            }
        }
        foreach (string call in calls)
        {
            string[] words = call.Split('>', ' ');
            builder.AddEdge(handles[words[0]], handles[words[1]], EdgeTypes.Calls, int.Parse(words[2]), Confidence.Exact);
        }
        return builder.Build(Repository);
    }

    private static string[] Nodes(CodeGraph graph) => [.. Enumerable.Range(0, graph.NodeCount).Select(graph.Node).Select(n => n.Type == NodeType.File ? n.Id : $"{n.Id} {n.LineStart}-{n.LineEnd}")];

    private static string[] Edges(CodeGraph graph) =>
        [.. Enumerable.Range(0, graph.EdgeCount).Select(graph.Edge).Select(e => $"{graph.Node(e.Source).QualifiedName}>{graph.Node(e.Target).QualifiedName} {string.Join(' ', e.Lines.ToArray())}")];
}

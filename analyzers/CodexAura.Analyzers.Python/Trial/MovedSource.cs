using System.Runtime.CompilerServices;
using CodexAura.Analyzers.Python.Extract;
using CodexAura.Sdk.Analysis;
using CodexAura.TreeSitter;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Compares two states of a small file's text: whether a run would do the same with both, but for lines.</summary>
internal static class MovedSource
{
    /// <remarks>Lambdas have no name: what is said of them goes by their lines, so those of two lines that are in one now are another matter.</remarks>
    /// <param name="before">The text as facts keep it; empty where the file is not small.</param>
    /// <param name="after">The text now.</param>
    /// <param name="move">Is told where the lines are that a run tells of.</param>
    /// <returns>False where more may differ.</returns>
    public static bool Find(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, FileMove move)
    {
        if (before.IsEmpty || after.IsEmpty) return before.IsEmpty == after.IsEmpty;
        var (old, now) = (Parse(before), Parse(after));
        return !old.HasError && !now.HasError && AreSame(old.Root, now.Root, move, []);
    }

    private static SourceTree Parse(ReadOnlyMemory<byte> text)
    {
        var grammar = PythonGrammar.Instance;
        using var reader = new SyntaxReader(grammar.Language);
        using var table = new SyntaxTable(grammar.Language, grammar.SkipTable);
        reader.Read(text.Span, table, CancellationToken.None);
        return new SourceTree(text.ToArray(), table.Entries);
    }

    /// <param name="old">A part of the text.</param>
    /// <param name="now">The same part now.</param>
    /// <param name="move">Is told of its line.</param>
    /// <param name="lambdas">The line that those of each line were in.</param>
    private static bool AreSame(Node old, Node now, FileMove move, Dictionary<int, int> lambdas)
    {
        // What is nested too deeply to compare may differ.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return false;
        if (old.Kind != now.Kind || old.Field != now.Field || old.Tree[old.Index].Symbol != now.Tree[now.Index].Symbol) return false;
        // A block starts with a docstring where it has one.
        if (old.Kind == PyKind.Lambda && !lambdas.TryAdd(now.Line, old.Line) && lambdas[now.Line] != old.Line) return false;
        if (old.Kind is not (PyKind.Module or PyKind.Block)) move.AddLine(old.Line, now.Line);
        using var olds = Parts(old).GetEnumerator();
        using var nows = Parts(now).GetEnumerator();
        bool isLeaf = true;
        while (olds.MoveNext())
        {
            isLeaf = false;
            if (!nows.MoveNext() || !AreSame(olds.Current, nows.Current, move, lambdas)) return false;
        }
        // How many lines prose has is all that is kept of it.
        return !nows.MoveNext() && (!isLeaf || old.Text.Trim('\n') == now.Text.Trim('\n'));
    }

    /// <summary>The parts of a node without comments and strings that are statements.</summary>
    private static IEnumerable<Node> Parts(Node node) =>
        node.Children.Where(c => c.Kind != PyKind.Comment && !(c.Kind == PyKind.ExpressionStatement && c.First is { Exists: true, Kind: PyKind.String } && c.Named.Length == 1));
}

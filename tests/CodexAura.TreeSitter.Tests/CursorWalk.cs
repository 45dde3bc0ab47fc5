namespace CodexAura.TreeSitter.Tests;

/// <summary>The same facts as a syntax table, through the public cursor of tree-sitter.</summary>
internal static class CursorWalk
{
    public readonly record struct Fact(int Index, int Start, int End, int Next, string Kind, ushort Symbol, int Field, SyntaxFlags Flags);

    public static Fact Describe(SyntaxEntry entry, int index) =>
        new(index, entry.Start, entry.End, entry.Next, Python.Language.SymbolName(entry.Symbol), entry.Symbol, entry.Field, entry.Flags);

    public static List<Fact> Entries(SyntaxTree tree)
    {
        var facts = new List<Fact>();
        var open = new Stack<int>();
        using SyntaxCursor cursor = tree.Walk();
        while (true)
        {
            SyntaxNode node = cursor.Current;
            open.Push(facts.Count);
            facts.Add(new Fact(facts.Count, (int)node.StartByte, (int)node.EndByte, 0, node.Kind, cursor.CurrentSymbol, cursor.FieldId, Flags(node)));
            if (cursor.GotoFirstChild())
            {
                continue;
            }
            Close(facts, open);
            while (!cursor.GotoNextSibling())
            {
                if (!cursor.GotoParent())
                {
                    return facts;
                }
                Close(facts, open);
            }
        }
    }

    private static void Close(List<Fact> facts, Stack<int> open)
    {
        int index = open.Pop();
        facts[index] = facts[index] with { Next = facts.Count };
    }

    private static SyntaxFlags Flags(SyntaxNode node) =>
        (node.IsNamed ? SyntaxFlags.Named : 0) | (node.IsMissing ? SyntaxFlags.Missing : 0)
        | (node.IsError ? SyntaxFlags.Error : 0) | (node.HasError ? SyntaxFlags.HasError : 0)
        | (node.IsExtra ? SyntaxFlags.Extra : 0);
}

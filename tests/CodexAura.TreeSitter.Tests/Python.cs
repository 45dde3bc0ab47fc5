using System.Text;

namespace CodexAura.TreeSitter.Tests;

internal static class Python
{
    public static TreeSitterLanguage Language { get; } = TreeSitterLanguage.Load("tree-sitter-python", "tree_sitter_python");

    public static SyntaxTree Parse(string source) => Parse(Encoding.UTF8.GetBytes(source));

    public static SyntaxTree Parse(byte[] source)
    {
        using var parser = new SyntaxParser(Language);
        return parser.Parse(source, TestContext.Current.CancellationToken);
    }

    public static ushort Symbol(string name, bool named = true)
    {
        ushort symbol = Language.SymbolId(name, named);
        Assert.NotEqual(0, symbol);
        return symbol;
    }

    public static string Text(string source, SyntaxNode node) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(source)[(int)node.StartByte..(int)node.EndByte]);

    public static byte[] NestedParentheses(int depth)
    {
        byte[] source = new byte[2 * depth + 1];
        source.AsSpan(0, depth).Fill((byte)'(');
        source[depth] = (byte)'x';
        source.AsSpan(depth + 1).Fill((byte)')');
        return source;
    }
}

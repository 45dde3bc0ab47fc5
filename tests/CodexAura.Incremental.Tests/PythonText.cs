using System.Text;

namespace CodexAura.Incremental.Tests;

/// <summary>Makes Python modules that import, inherit from and call each other's names, and edits them.</summary>
internal static class PythonText
{
    private static readonly string[] Bases = ["", "C0", "C1", "D", "other.C2"];

    private static readonly string[] Breaks = ["(", "def ", "\n  class", "\"\"\"", ":", "\0"];

    public static string Module(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(4); i > 0; i--) text.Append(Import(random));
        for (int i = 1 + random.Next(4); i > 0; i--) text.Append('\n').Append(random.Next(3) == 0 ? Class(random) : Function(random, ""));
        return text.ToString();
    }

    /// <summary>Cuts one top-level definition out.</summary>
    public static (string Remaining, string Definition) TakeDefinition(string text, Random random)
    {
        string[] blocks = text.Split("\n\n");
        int at = random.Next(blocks.Length);
        return (string.Join("\n\n", blocks.Where((_, i) => i != at)), "\n\n" + blocks[at] + "\n");
    }

    public static string Break(string text, Random random)
    {
        int at = random.Next(text.Length + 1);
        return text.Insert(at, Breaks[random.Next(Breaks.Length)]);
    }

    /// <summary>Adds, where Python does not mind, what is no code: empty lines, comments, docstrings, or a break of a line. Or takes such things away.</summary>
    public static string Move(string text, Random random)
    {
        string[] lines = text.Split('\n');
        int at = random.Next(lines.Length);
        switch (random.Next(6))
        {
            case 0: return string.Join('\n', lines.Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#')));
            case 1: return string.Join('\n', lines.Select(line => line.StartsWith("def ", StringComparison.Ordinal) && line.EndsWith(':') ? line + "\n    \"\"\"Does it.\n    \"\"\"" : line));
            case 2: return text.Replace("(x)", "(\n        x)", StringComparison.Ordinal);
            case 3: return text.Replace("(\n        x)", "(x)", StringComparison.Ordinal);
            case 4: return text.Replace("    \"\"\"Does it.\n", "    \"\"\"Does it,\n\n    and more.\n", StringComparison.Ordinal);
            default:
                string[] more = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next(2) == 0 ? "" : "# why")];
                return string.Join('\n', [.. lines[..at], .. more, .. lines[at..]]);
        }
    }

    private static string Import(Random random) => random.Next(6) switch
    {
        0 => $"from . import m{random.Next(8)}\n",
        1 => $"from .m{random.Next(8)} import f{random.Next(6)}, C{random.Next(4)}\n",
        2 => $"from shop.core.m{random.Next(8)} import C{random.Next(4)} as D\n",
        3 => $"import tools.m{random.Next(8)}\n",
        4 => $"from ..m{random.Next(8)} import *\n",
        _ => $"import shop.m{random.Next(8)} as other\n",
    };

    private static string Class(Random random) =>
        $"class C{random.Next(4)}({Bases[random.Next(Bases.Length)]}):\n"
        + string.Concat(Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Function(random, "    ")));

    private static string Function(Random random, string indent)
    {
        string self = indent.Length > 0 ? "self, " : "";
        var text = new StringBuilder($"{indent}def f{random.Next(6)}({self}x=None):\n");
        for (int i = 1 + random.Next(4); i > 0; i--) text.Append(indent).Append("    ").Append(Statement(random, indent.Length > 0));
        return text.ToString();
    }

    private static string Statement(Random random, bool method) => random.Next(8) switch
    {
        0 => $"f{random.Next(6)}(x)\n",
        1 => $"y = C{random.Next(4)}()\n",
        2 => $"x.f{random.Next(6)}()\n",
        3 when method => $"self.f{random.Next(6)}()\n",
        4 => $"return other.f{random.Next(6)}()\n",
        5 => $"D().f{random.Next(6)}()\n",
        6 => $"y = tools.m{random.Next(8)}.f{random.Next(6)}\n",
        _ => $"return [f{random.Next(6)}(i) for i in x]\n",
    };
}

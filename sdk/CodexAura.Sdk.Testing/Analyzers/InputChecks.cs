using System.Text;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Sdk.Testing.Analyzers;

/// <summary>Whatever stands in a file, it gives what can be read, and no exception.</summary>
internal static class InputChecks
{
    public static void Empty(AnalyzerBench bench)
    {
        string[] texts = ["", "\n", "\r\n", " ", "\t\n \n", "\0", "x", "\uFEFF"];
        bench.Analyze([.. texts.Select((text, i) => Odd(bench, $"empty{i}", Encoding.UTF8.GetBytes(text)))], "files with nothing in them");
        bench.Analyze([.. bench.Sample, Odd(bench, "empty", [])], "the sample with an empty file");
    }

    public static void ByteOrderMark(AnalyzerBench bench) =>
        ExpectSame(bench, bench.Sample.Select(f => f with { Content = (byte[])[0xef, 0xbb, 0xbf, .. f.Content.Span] }), "with a byte order mark");

    public static void CrLf(AnalyzerBench bench)
    {
        static byte[] WithCrLf(ReadOnlyMemory<byte> content) =>
            Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content.Span).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));
        ExpectSame(bench, bench.Sample.Select(f => f with { Content = WithCrLf(f.Content) }), "with CRLF at the ends of its lines");
    }

    public static void CutOff(AnalyzerBench bench)
    {
        var file = bench.Largest;
        int step = Math.Max(1, file.Content.Length / 100);
        for (int length = 0; length < file.Content.Length; length += step)
            Alone(bench, file with { Content = file.Content[..length] }, $"'{file.Path}' cut off after {length} bytes");
    }

    public static void Damaged(AnalyzerBench bench)
    {
        var random = new Random(11);
        byte[] marks = [.. "(){}[]\"'`;:,.#\\/*\n\t @=<>"u8, 0, 0xff, 0xc3];
        for (int round = 0; round < 150; round++)
        {
            var file = bench.Sample[round % bench.Sample.Count];
            var content = file.Content.ToArray().ToList();
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                int at = random.Next(content.Count + 1), length = Math.Min(random.Next(12), content.Count - at);
                if (random.Next(2) == 0) content.RemoveRange(at, length);
                else content.Insert(at, marks[random.Next(marks.Length)]);
            }
            Alone(bench, file with { Content = content.ToArray() }, $"'{file.Path}' damaged at random (round {round}): {Shown(content)}");
        }
    }

    public static void RandomBytes(AnalyzerBench bench)
    {
        var random = new Random(7);
        for (int round = 0; round < 50; round++)
        {
            byte[] bytes = new byte[random.Next(1, 4000)];
            random.NextBytes(bytes);
            if (round % 2 == 0) for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(bytes[i] % 96 + 32);
            Alone(bench, Odd(bench, "random", bytes), $"random bytes (round {round})");
        }
    }

    public static void DeepNesting(AnalyzerBench bench)
    {
        const int Depth = 5000;
        foreach (string open in (string[])["(", "[", "{", "((", "if (", "a(", "!", "<", "function f(){", "class A {", "f(function(){", "\"", "/*"])
            Alone(bench, Odd(bench, "deep", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, Depth)))), $"'{open}' {Depth} times");
        string indented = string.Concat(Enumerable.Range(0, 1000).Select(i => new string(' ', i) + "if x:\n"));
        Alone(bench, Odd(bench, "indented", Encoding.UTF8.GetBytes(indented)), "1000 levels of indentation");
        string brackets = new string('(', Depth) + "x" + new string(')', Depth) + "\n";
        Alone(bench, Odd(bench, "closed", Encoding.UTF8.GetBytes(brackets)), $"{Depth} brackets, closed again");
    }

    public static void LongLine(AnalyzerBench bench)
    {
        Alone(bench, Odd(bench, "long", Encoding.UTF8.GetBytes(new string('a', 1_000_000))), "a name of a million letters");
        Alone(bench, Odd(bench, "spaces", Encoding.UTF8.GetBytes(new string(' ', 1_000_000))), "a million spaces");
        string call = string.Concat(Enumerable.Repeat("f(x); ", 20_000));
        Alone(bench, Odd(bench, "calls", Encoding.UTF8.GetBytes(call)), "20,000 calls on one line");
    }

    private static void Alone(AnalyzerBench bench, SourceFile file, string what) => bench.Resolve([bench.Extract(file, what)], what);

    private static SourceFile Odd(AnalyzerBench bench, string name, byte[] content) => new($"odd/{name}{bench.Extension}", content);

    private static string Shown(List<byte> content) => content.Count > 2000 ? $"{content.Count} bytes" : Encoding.UTF8.GetString([.. content]);

    private static void ExpectSame(AnalyzerBench bench, IEnumerable<SourceFile> files, string how)
    {
        string expected = GraphShape.Text(bench.Analyze(bench.Sample, "the sample"));
        Stores.Require.Same(expected, GraphShape.Text(bench.Analyze(files, $"the sample {how}")), $"the graph of the sample {how}");
    }
}

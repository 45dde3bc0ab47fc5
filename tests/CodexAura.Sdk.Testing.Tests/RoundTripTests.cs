using CodexAura.Sdk.Graph;
using CsCheck;

namespace CodexAura.Sdk.Testing.Tests;

public class RoundTripTests
{
    private static readonly string[] Paths = ["a.toy", "lib/a.toy", "lib/f.toy", "f"];

    // Names that are each other's parts, that are paths, and that many files share.
    private static readonly string[] Names = ["f", "ff", "C", "C.f", "C.init", "C.init.f", "a", "f.f"];
    private static readonly FixtureOptions Everything = new()
    {
        Exhaustive = [EdgeTypes.Imports, EdgeTypes.Calls, EdgeTypes.Extends, "ROUTES"],
        ExhaustiveNodes = true,
        MinimumConfidence = Confidence.Heuristic,
    };

    [Fact]
    public void What_a_failure_prints_always_passes() => Program.Sample(source =>
    {
        try
        {
            AnalyzerFixture.Check(new ToyAnalyzer(), source, Everything);
        }
        catch (FixtureException failure)
        {
            Assert.NotNull(failure.Actual);
            Assert.NotEmpty(failure.Unexpected);
            AnalyzerFixture.Check(new ToyAnalyzer(), failure.Actual, Everything);
            Assert.Equal(source, string.Concat(failure.Actual.Split('\n')[..^1].Where(line => !line.Contains('^')).Select(line => line + "\n")));
        }
    });

    private static Gen<string> Program =>
        from paths in Gen.Shuffle(Paths, 1, 4)
        from files in File.Array[paths.Length]
        select string.Concat(paths.Zip(files, (path, lines) => $"#- {path}\n{lines}"));

    private static Gen<string> File => Gen.Select(Statements, Gen.Shuffle(Names, 0, 3), Gen.OneOf("class", "fun"), Statements).Select((before, names, kind, inside) =>
        before + string.Concat(names.Select(name => $"{kind} {name}\n{inside}end\n")));

    private static Gen<string> Statements => Gen.Select(Gen.OneOf("use", "call", "infer", "guess", "route"), Gen.OneOf([.. Names, .. Paths]), Gen.Int[0, 5])
        .Select((verb, name, indent) => $"{new string(' ', indent)}{verb} {name}\n").Array[0, 3].Select(string.Concat);
}

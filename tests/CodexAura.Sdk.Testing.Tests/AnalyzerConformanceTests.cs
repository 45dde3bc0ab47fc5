using System.Text;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Tests;

/// <summary>The conformance suite passes an analyzer that keeps its promises, and finds each one that is broken.</summary>
public sealed class AnalyzerConformanceTests
{
    [Fact]
    public Task A_good_analyzer_passes() => new Suite(Fault.None).CheckAllAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData(Fault.ThrowsOnEmpty, "input: empty and nearly empty files")]
    [InlineData(Fault.ThrowsOnOddBytes, "input: random bytes")]
    [InlineData(Fault.SeesByteOrderMark, "input: a byte order mark changes nothing")]
    [InlineData(Fault.SeesCarriageReturn, "input: CRLF changes nothing")]
    [InlineData(Fault.KeepsMemory, "purity: nothing is kept of the file's memory")]
    [InlineData(Fault.Counts, "purity: the same facts each time")]
    [InlineData(Fault.RemembersFiles, "purity: facts come back from a cache")]
    [InlineData(Fault.SameIdTwice, "sample: redefined names are told apart")]
    [InlineData(Fault.LinesPastTheEnd, "sample: gives nodes and edges without an error")]
    [InlineData(Fault.ForgetsEmptyFiles, "input: empty and nearly empty files")]
    [InlineData(Fault.ChangesPath, "paths: kept as they are")]
    [InlineData(Fault.CancelsWrongly, "cancellation: stops, and does no harm")]
    public async Task A_broken_promise_is_found(Fault fault, string check)
    {
        var thrown = await Assert.ThrowsAsync<ConformanceException>(() => new Suite(fault).CheckAsync(check, TestContext.Current.CancellationToken));
        Assert.NotEmpty(thrown.Message);
    }

    [Fact]
    public async Task A_check_that_is_not_there_fails() =>
        await Assert.ThrowsAsync<ConformanceException>(() => new Suite(Fault.None).CheckAsync("no such check", TestContext.Current.CancellationToken));

    public enum Fault
    {
        None, ThrowsOnEmpty, ThrowsOnOddBytes, SeesByteOrderMark, SeesCarriageReturn, KeepsMemory, Counts, RemembersFiles, SameIdTwice, LinesPastTheEnd,
        ForgetsEmptyFiles, ChangesPath, CancelsWrongly,
    }

    private sealed class Suite(Fault fault) : LanguageAnalyzerConformance
    {
        protected override IReadOnlyList<SourceFile> Sample => [Source("a.one", "def f\ncall f\ndef g\n"), Source("b/c.one", "call f\ndef h\ncall g\n")];

        protected override ILanguageAnalyzer Create() => new OneWord(fault);
    }

    /// <summary><c>def NAME</c> and <c>call NAME</c>, a line each; a call belongs to its file. Does one thing wrong.</summary>
    private sealed class OneWord(Fault fault) : ILanguageAnalyzer
    {
        private readonly HashSet<FileFacts> _mine = [];
        private int _count;

        public string FactsVersion => "1";

        public FileFacts Extract(SourceFile source, CancellationToken cancellationToken)
        {
            if (fault == Fault.CancelsWrongly && cancellationToken.IsCancellationRequested) throw new InvalidOperationException("stopped");
            string text = Encoding.UTF8.GetString(source.Content.Span);
            if (fault == Fault.ThrowsOnEmpty) _ = text[0];
            if (fault == Fault.ThrowsOnOddBytes && text.Contains('\uFFFD')) throw new InvalidDataException("no UTF-8");
            if (fault != Fault.SeesByteOrderMark) text = text.TrimStart('\uFEFF');
            if (fault != Fault.SeesCarriageReturn) text = text.Replace("\r", "", StringComparison.Ordinal);
            var body = fault == Fault.KeepsMemory ? source.Content : Encoding.UTF8.GetBytes(text + (fault == Fault.Counts ? $"\n#{Interlocked.Increment(ref _count)}" : ""));
            var facts = new FileFacts(fault == Fault.ChangesPath ? source.Path.Replace("::", ":", StringComparison.Ordinal) : source.Path, text.Length == 0 ? 0 : text.TrimEnd('\n').Count(c => c == '\n') + 1, body);
            lock (_mine) _mine.Add(facts);
            return facts;
        }

        public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken)
        {
            var named = new Dictionary<string, int>(StringComparer.Ordinal);
            var calls = new List<(int File, string Name, int Line)>();
            foreach (var file in files)
            {
                if (fault == Fault.ForgetsEmptyFiles && file.LineCount == 0) continue;
                if (fault == Fault.RemembersFiles && !_mine.Contains(file)) continue;
                int node = graph.AddFile(file.Path, file.LineCount);
                var times = new Dictionary<string, int>(StringComparer.Ordinal);
                string[] lines = Encoding.UTF8.GetString(file.Body.Span).Split('\n');
                for (int i = 0; i < Math.Min(lines.Length, file.LineCount); i++)
                {
                    if (lines[i].Split(' ') is not [var verb, { Length: > 0 } name]) continue;
                    if (verb == "call") calls.Add((node, name, i + 1));
                    if (verb != "def") continue;
                    int time = times[name] = times.GetValueOrDefault(name) + 1;
                    string unique = time == 1 || fault == Fault.SameIdTwice ? name : $"{name}#{time}";
                    named[name] = graph.AddDefinition(NodeType.Function, node, unique, i + 1, fault == Fault.LinesPastTheEnd ? i + 1000 : i + 1, 1);
                }
            }
            foreach (var (file, name, line) in calls)
                if (named.TryGetValue(name, out int target)) graph.AddEdge(file, target, EdgeTypes.Calls, line, Confidence.Exact);
        }
    }
}

using System.Composition;
using CodexAura.Sdk.Analysis;

namespace CodexAura.TestPlugins;

/// <summary>Nobody exports it.</summary>
public interface INobodyHasThis;

[ExportAnalyzer("satisfied", ".satisfied")]
[Shared]
public sealed class SatisfiedAnalyzer : StubAnalyzer;

[ExportAnalyzer("unsatisfied", ".unsatisfied")]
[Shared]
[method: ImportingConstructor]
public sealed class UnsatisfiedAnalyzer(INobodyHasThis missing) : StubAnalyzer
{
    public override string FactsVersion => missing.ToString()!;
}

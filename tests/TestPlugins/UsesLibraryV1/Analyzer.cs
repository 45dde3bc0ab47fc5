using System.Composition;
using CodexAura.Sdk.Analysis;
using TestLibrary;

namespace CodexAura.TestPlugins;

[ExportAnalyzer("library1", ".l1")]
[Shared]
public sealed class Analyzer : StubAnalyzer
{
    public override string FactsVersion => new Greeter().Greet();
}

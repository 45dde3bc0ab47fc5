using System.Composition;
using CodexAura.Sdk.Analysis;
using TestLibrary;

namespace CodexAura.TestPlugins;

[ExportAnalyzer("library2", ".l2")]
[Shared]
public sealed class Analyzer : StubAnalyzer
{
    public override string FactsVersion => new Greeter("politely").GreetPolitely();
}

using System.Composition;
using CodexAura.Sdk.Analysis;
using TestLibrary;

namespace CodexAura.TestPlugins;

/// <summary>All types load; the library is missed only when an instance is made.</summary>
[ExportAnalyzer("missing-late", ".late")]
[Shared]
public sealed class Analyzer : StubAnalyzer
{
    private readonly string _greeting;

    public Analyzer() => _greeting = new Greeter().Greet();

    public override string FactsVersion => _greeting;
}

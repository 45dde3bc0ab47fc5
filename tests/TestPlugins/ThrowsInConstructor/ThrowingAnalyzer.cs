using System.Composition;
using CodexAura.Sdk.Analysis;

namespace CodexAura.TestPlugins;

[ExportAnalyzer("throwing", ".throwing")]
[Shared]
public sealed class ThrowingAnalyzer : StubAnalyzer
{
    public ThrowingAnalyzer() => throw new InvalidOperationException("the licence file is gone");
}

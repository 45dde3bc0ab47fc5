using System.Composition;
using CodexAura.Sdk.Analysis;

namespace CodexAura.TestPlugins;

[ExportAnalyzer("hanging", ".hanging")]
[Shared]
public sealed class HangingAnalyzer : StubAnalyzer
{
    public HangingAnalyzer() => Thread.Sleep(Timeout.Infinite);
}

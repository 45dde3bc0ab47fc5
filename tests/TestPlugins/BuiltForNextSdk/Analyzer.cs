using System.Composition;
using CodexAura.Sdk.Analysis;

namespace CodexAura.TestPlugins;

/// <summary>Its manifest promises that it works with this SDK, which is not so.</summary>
[ExportAnalyzer("next", ".next")]
[Shared]
public sealed class Analyzer : StubAnalyzer;

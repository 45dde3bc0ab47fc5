using System.Composition;
using CodexAura.Sdk.Analysis;
using TestLibrary;

namespace CodexAura.TestPlugins;

[ExportAnalyzer("missing", ".missing")]
[Shared]
public sealed class Analyzer : StubAnalyzer;

/// <summary>Can't be loaded without the library, and so neither can the list of types.</summary>
public sealed class MissingBase : Greeter;

using CodexAura.Engine.Analysis;
using CodexAura.Engine.Services;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Tests.Services;

/// <summary>One analyzer and one store, as a host has them.</summary>
internal sealed class Bench(ToyAnalyzer analyzer) : IInstalledPlugins
{
    public MemoryStore Memory { get; } = new();

    public IReadOnlyList<LanguageAnalyzer> Analyzers => [ToyAnalyzer.Installed(analyzer)];

    public IReadOnlyList<string> StoreNames => ["memory"];

    public IReadOnlyList<string> ContextProviderNames => [];

    public IReadOnlyList<string> ImpactAnalyzerNames => [];

    public IGraphStore Store(string? name) => Memory;

    public IContextProvider ContextProvider(string? name) => throw new NotSupportedException();

    public IImpactAnalyzer ImpactAnalyzer(string? name) => throw new NotSupportedException();

    /// <summary>The clock that is put forward by hand; null for the real one.</summary>
    public ManualTime? Time { get; init; }

    public AnalysisService Analysis(AnalysisPolicy? policy = null) => new(this, Time ?? TimeProvider.System, policy ?? new AnalysisPolicy(), Graphs);

    public GraphService Service() => new(this, Graphs);

    private GraphMemory Graphs { get; } = new();
}

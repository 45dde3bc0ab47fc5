using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
namespace CodexAura.Analyzers.Python.Resolve;
internal sealed class ProgramLinker(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken ct) { public void Run() { _ = files; _ = graph; _ = ct; } }

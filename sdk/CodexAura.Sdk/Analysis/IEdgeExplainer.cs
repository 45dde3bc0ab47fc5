using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Analysis;

/// <summary>
/// What an analyzer may also be: one that tells why an edge is in the graph, and where the trail was lost if it is not. The class that
/// is exported as <see cref="ILanguageAnalyzer"/> implements it; the host asks with the facts that the graph is made from.
/// </summary>
public interface IEdgeExplainer
{
    /// <summary>Explains what leads, or might have led, from one node to another.</summary>
    /// <param name="files">Facts of all files of this language, by path in ordinal order, as for <see cref="ILanguageAnalyzer.Resolve"/>.</param>
    /// <param name="source">Id of the node that edges would start at.</param>
    /// <param name="target">Id of the node that they would end at.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Evidence for each edge there is; where there is none, each place at which one might have been, and what is not known there.</returns>
    /// <exception cref="OperationCanceledException">The token was triggered.</exception>
    EdgeExplanation Explain(IReadOnlyList<FileFacts> files, string source, string target, CancellationToken cancellationToken);
}

/// <summary>Why there are edges from one node to another, or why not.</summary>
/// <param name="Evidence">What shows that there is one, in order of lines; several places may show the same edge.</param>
/// <param name="Lost">Places that look as if they might lead to the target, and do not as far as is known. Empty where there is evidence.</param>
public sealed record EdgeExplanation(IReadOnlyList<EdgeEvidence> Evidence, IReadOnlyList<LostTrail> Lost);

/// <summary>One place that makes an edge.</summary>
/// <param name="EdgeType">Type of the edge, see <see cref="EdgeTypes"/>.</param>
/// <param name="Line">Line in the source node's file, from 1.</param>
/// <param name="Confidence">How sure this place is; the edge has the surest of all.</param>
/// <param name="Reason">In words, why it is as sure as that.</param>
/// <param name="Steps">The chain of bindings from the first definition or import to this place.</param>
public sealed record EdgeEvidence(string EdgeType, int Line, Confidence Confidence, string Reason, IReadOnlyList<TrailStep> Steps);

/// <summary>A place that does not lead to the target, as far as is known.</summary>
/// <param name="Line">Line in the source node's file, from 1.</param>
/// <param name="Reason">In words, what is known there, and what is not.</param>
/// <param name="Steps">From this place backwards, to where nothing more is known; may be empty.</param>
public sealed record LostTrail(int Line, string Reason, IReadOnlyList<TrailStep> Steps);

/// <summary>One step on the way of a value through the program.</summary>
/// <param name="Path">File, relative to the analysed root, with <c>/</c>.</param>
/// <param name="Line">Line in it, from 1; 0 where only the file is known.</param>
/// <param name="Text">What happens there, as a sentence without its end.</param>
public sealed record TrailStep(string Path, int Line, string Text);

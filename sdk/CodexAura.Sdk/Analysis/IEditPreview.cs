using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Analysis;

/// <summary>
/// What an analyzer may implement besides <see cref="ILanguageAnalyzer"/>: it tells soon what an edit changes, where
/// <see cref="ILanguageAnalyzer.Resolve"/> over all files takes longer than who has just saved a file waits.
/// </summary>
/// <remarks>
/// The host asks while it keeps a graph up to date: it applies the difference between the two answers to the graph that there was
/// (<see cref="CodeGraph.Edited"/>), shows that, and then resolves everything. So what is told here need not be all, and what is not
/// quite right stands for a moment only.
/// </remarks>
public interface IEditPreview
{
    /// <summary>Resolves the files that were edited and what lies around them: once as they were, and once as they are.</summary>
    /// <remarks>
    /// Both graphs are made of the same files in the same way, so that what differs is what the edit changed. Nodes of a file are there all
    /// or not at all; those of the edited ones are in <paramref name="now"/>.
    /// </remarks>
    /// <param name="before">Facts of all files of this language, by path in ordinal order, as they were; null at the place of a file that is new.</param>
    /// <param name="after">The same files as they are.</param>
    /// <param name="changed">Places of those that differ, at least one, in ascending order.</param>
    /// <param name="was">Gets nodes and edges as they were.</param>
    /// <param name="now">Gets nodes and edges as they are.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>False where nothing can be told sooner than by resolving everything; what the graphs were given does not count then.</returns>
    /// <exception cref="OperationCanceledException">The token was triggered.</exception>
    bool Preview(IReadOnlyList<FileFacts?> before, IReadOnlyList<FileFacts> after, IReadOnlyList<int> changed, GraphBuilder was, GraphBuilder now,
        CancellationToken cancellationToken);
}

using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Analysis;

/// <summary>
/// What an analyzer may also be: one that tells when an edit only moved what a file says, such as a comment above a function. The class
/// that is exported as <see cref="ILanguageAnalyzer"/> implements it. The host then takes the graph as it was and moves its lines, instead
/// of calling <see cref="ILanguageAnalyzer.Resolve"/>, which is most of the work.
/// </summary>
public interface IMoveDetector
{
    /// <summary>Compares two states of one file.</summary>
    /// <remarks>
    /// Who returns true promises that with either state, whatever the other files say, <see cref="ILanguageAnalyzer.Resolve"/> adds the same
    /// nodes and edges with the same confidence, the same diagnostics and the same counts of what is unresolved, but for lines in this file
    /// and what the nodes of this file tell of themselves (lines, complexity, docstring, signature). Both states have the same
    /// <see cref="FileFacts.Diagnostics"/>; where those differ the host does not ask.
    /// </remarks>
    /// <param name="before">What the file said.</param>
    /// <param name="after">What it says now.</param>
    /// <param name="move">Gets the file's nodes as they are now, and all lines that references stand in. What it was given does not count where false is returned.</param>
    /// <returns>False where anything else may differ.</returns>
    bool IsMoveOnly(FileFacts before, FileFacts after, FileMove move);
}

/// <summary>Where the parts of one file went, see <see cref="IMoveDetector"/>.</summary>
public sealed class FileMove
{
    private readonly Dictionary<int, int> _lines = [];

    /// <summary>Starts without any line.</summary>
    /// <param name="path">Path of the file, relative to the root, with <c>/</c>.</param>
    public FileMove(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = path;
    }

    /// <summary>Path of the file, relative to the root, with <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>Gets the file's node and its definitions, as the analyzer adds them for the new state; nothing else in it counts.</summary>
    public GraphBuilder Nodes { get; } = new();

    /// <summary>
    /// False when what stood in one line stands in several now: the edges do not tell which part of the line they mean, so that their
    /// lines can't be moved. Lines that became one are no such case.
    /// </summary>
    public bool IsUnambiguous { get; private set; } = true;

    /// <summary>Says where a reference went. The same pair may come any number of times.</summary>
    /// <param name="before">The line that was given to <see cref="GraphBuilder.AddEdge"/> for it.</param>
    /// <param name="after">The line that would be given now.</param>
    public void AddLine(int before, int after)
    {
        if (!_lines.TryAdd(before, after) && _lines[before] != after) IsUnambiguous = false;
    }

    internal bool TryGetLine(int before, out int after) => _lines.TryGetValue(before, out after);
}

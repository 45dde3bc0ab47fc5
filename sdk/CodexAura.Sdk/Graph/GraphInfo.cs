using System.Security.Cryptography;
using System.Text;

namespace CodexAura.Sdk.Graph;

/// <summary>Which repository a graph was made from.</summary>
/// <param name="Path">Absolute path of the analysed root, as the user's file system spells it.</param>
/// <param name="Name">The root folder's name.</param>
/// <param name="Sha">Commit of the analysed tree, or null when it is no git work tree.</param>
public sealed record RepositoryInfo(string Path, string Name, string? Sha);

/// <summary>A number of references of one kind that did not become an edge, and why.</summary>
/// <param name="Kind">Edge type that it would have been, such as <see cref="EdgeTypes.Calls"/>.</param>
/// <param name="Reason">Short stable reason, such as <c>external</c> or <c>unknown receiver</c>.</param>
/// <param name="Count">How often.</param>
public sealed record UnresolvedCount(string Kind, string Reason, int Count);

/// <summary>Everything about a graph that is not its body; cheap to load and to list.</summary>
/// <param name="Id">The graph's id: lower-case hexadecimal, the same for every analysis of one commit of one repository.</param>
/// <param name="Repository">Where it came from.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="NodeCount">Number of nodes.</param>
/// <param name="EdgeCount">Number of edges.</param>
public sealed record GraphInfo(string Id, RepositoryInfo Repository, DateTimeOffset CreatedAt, int NodeCount, int EdgeCount)
{
    /// <summary>Describes a graph that was just made.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="createdAt">When it was made.</param>
    public static GraphInfo Of(CodeGraph graph, DateTimeOffset createdAt)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new GraphInfo(MakeId(graph.Repository), graph.Repository, createdAt.ToUniversalTime(), graph.NodeCount, graph.EdgeCount);
    }

    /// <summary>
    /// The id under which a repository's graph is kept: 16 hexadecimal digits of a SHA-256 over path and commit. Analysing the
    /// same commit again replaces the graph; another commit is another graph, so that the two can be compared.
    /// </summary>
    public static string MakeId(RepositoryInfo repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(repository.Path + "\0" + repository.Sha));
        return Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}

using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Rest.Graphs;

/// <summary>Which part of a graph is wanted, as the query of a request says it.</summary>
internal sealed record GraphQuery
{
    public const string IncludeCode = "include_code";
    public const string Storage = "storage";
    public const int DefaultPageSize = 1000;
    public const int MaxPageSize = 10_000;

    /// <summary>Types of the nodes that are wanted; empty for all.</summary>
    public required IReadOnlySet<NodeType> NodeTypes { get; init; }

    /// <summary>Names of the edge types that are wanted, in any case of letters; empty for all.</summary>
    public required IReadOnlyList<string> EdgeTypes { get; init; }

    /// <summary>Whether the code of definitions is wanted.</summary>
    public required bool Code { get; init; }

    /// <summary>The page, from 1; null for everything.</summary>
    public required int? Page { get; init; }

    /// <summary>Nodes on a page.</summary>
    public required int PageSize { get; init; }

    public static GraphQuery Read(string? nodeTypes, string? edgeTypes, bool? includeCode, int? page, int? pageSize) => new()
    {
        NodeTypes = Check.NodeTypes(nodeTypes, "node_types"),
        EdgeTypes = Check.Names(edgeTypes, "edge_types"),
        Code = includeCode ?? false,
        Page = page is null && pageSize is null ? null : Check.Number(page, "page", 1, 1, int.MaxValue),
        PageSize = Check.Number(pageSize, "page_size", DefaultPageSize, 1, MaxPageSize),
    };
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CodexAura.Plugins.Rest.Requests;

/// <summary>What to analyse.</summary>
[Description("What to analyse. Only repo_path is needed.")]
internal sealed record AnalyzeBody
{
    [Required, MaxLength(Check.MaxText), Description("Absolute path of the repository on the server's disk; where the server has roots, it may be relative to the first.")]
    public string? RepoPath { get; init; }

    [Description("Edge types to keep, such as CALLS; all by default.")]
    public IReadOnlyList<string?>? EdgeTypes { get; init; }

    [Description("Patterns in the syntax of .gitignore of what to leave out.")]
    public IReadOnlyList<string?>? Exclude { get; init; }

    [Description("Name of the store that gets the graph; by default the configured one.")]
    public string? Storage { get; init; }

    [Description("false answers at once with a job to follow; true, the default, when the graph is stored.")]
    public bool? Wait { get; init; }
}

/// <summary>What context is wanted for.</summary>
[Description("What context is wanted for: files, symbols or a task in words, in any mixture.")]
internal sealed record ContextBody
{
    [Required, MaxLength(Check.MaxText), Description("Id of the graph, a unique beginning of it, or the path of its repository.")]
    public string? GraphId { get; init; }

    [Description("Files to start from, relative to the root of the repository.")]
    public IReadOnlyList<string?>? Files { get; init; }

    [Description("Names or ids of classes and functions to start from.")]
    public IReadOnlyList<string?>? Symbols { get; init; }

    [Description("A task in plain words, such as the text of an issue.")]
    public string? Task { get; init; }

    [Range(0, 5), Description("How many edges to follow from the start; 2 by default.")]
    public int? Depth { get; init; }

    [Range(1, ContextLimits.MaxTokens), Description("The most tokens of the text; 8000 by default.")]
    public int? MaxTokens { get; init; }

    [Description("false leaves out the bodies of classes and functions: signatures and documentation stay. true by default.")]
    public bool? IncludeCode { get; init; }

    [Description("markdown, the default, xml or json: how the text is written."), AllowedValues("markdown", "xml", "json", null)]
    public string? Format { get; init; }

    [Description("Name of the context provider; by default the configured one.")]
    public string? Provider { get; init; }

    [Description("The tokenizer that counts, such as o200k_base; by default the provider's choice.")]
    public string? Tokenizer { get; init; }

    [Description("Name of the store that has the graph; by default the configured one.")]
    public string? Storage { get; init; }
}

/// <summary>What changed.</summary>
[Description("What changed: files, symbols, or both.")]
internal sealed record ImpactBody
{
    /// <summary>A change to what everything uses may reach tens of thousands of functions: megabytes that nobody reads.</summary>
    public const int DefaultLimit = 200;

    [Description("Changed files, relative to the root of the repository.")]
    public IReadOnlyList<string?>? ChangedFiles { get; init; }

    [Description("Ids of changed nodes, or names that only one node has. Where given for a file, only they count as changed in it.")]
    public IReadOnlyList<string?>? ChangedSymbols { get; init; }

    [Range(0, 100), Description("How many steps to follow; 0, the default, for no limit.")]
    public int? Depth { get; init; }

    [Range(0, int.MaxValue), Description("The most affected files, functions and tests, of each, that are listed, the most affected first; 200 by default, 0 for all. `totals` counts all, `truncated` says whether some are left out.")]
    public int? Limit { get; init; }

    [Description("Whether git is asked which files used to change together; false by default, as that takes longer than all the rest.")]
    public bool? History { get; init; }

    [Description("Name of the impact analyzer; by default the configured one.")]
    public string? Analyzer { get; init; }

    [Description("Name of the store that has the graph; by default the configured one.")]
    public string? Storage { get; init; }
}

/// <summary>Limits of requests for context.</summary>
internal static class ContextLimits
{
    /// <summary>Ten times the window of the largest models.</summary>
    public const int MaxTokens = 10_000_000;

    /// <summary>Characters of a task.</summary>
    public const int MaxTask = 500_000;
}

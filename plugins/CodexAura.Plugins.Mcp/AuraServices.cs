using CodexAura.Plugins.Mcp.Answers;
using CodexAura.Sdk.Services;
using Microsoft.Extensions.Logging;

namespace CodexAura.Plugins.Mcp;

/// <summary>What the server needs of the host.</summary>
internal sealed record AuraServices(IAnalysisService Analysis, IGraphService Graphs, IContextService Context, IImpactService Impact,
    TimeProvider Time, ILoggerFactory Loggers);

/// <summary>How the server was started.</summary>
internal sealed record ServerSettings
{
    /// <summary>The most tokens of an answer unless a call says otherwise.</summary>
    public int MaxTokens { get; init; } = 4000;

    public AnswerForm Form { get; init; } = AnswerForm.Both;

    /// <summary>The store, by name; null for the configured one.</summary>
    public string? Storage { get; init; }

    /// <summary>Patterns of files to leave out of the analysis.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>
    /// How long a call waits for an analysis. Clients give up on a call after a minute as a rule; sooner than that it is better
    /// to say how far the work is, and to go on with it.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(45);
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CodexAura.Plugins.Rest.Documents;

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("What to read, in order of relevance.")]
internal sealed record ContextDocument(
    [property: Description("Most relevant first.")] IReadOnlyList<ContextItemDocument> Items,
    [property: Description("Ranked files, whatever the budget.")] IReadOnlyList<RankedFile> Files,
    [property: Description("The text, within the budget.")] string Text,
    int TotalTokens,
    int MaxTokens,
    [property: Description("The most relevant of what did not fit.")] IReadOnlyList<OmittedItem> Omitted,
    [property: Description("What a person should know about the answer.")] IReadOnlyList<string> Notes,
    GraphState Graph);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ContextItemDocument(
    string Id,
    string Path,
    [property: MinLength(2), MaxLength(2)] IReadOnlyList<int> Lines,
    [property: Description("0 to 1, the first being 1.")] double Relevance,
    [property: Description("What it costs in the text.")] int Tokens,
    [property: Description("Why it is in.")] string Reason,
    [property: AllowedValues("full", "signature", "name"), Description("How much of it is in the text.")] string Detail,
    [property: Description("Its code as it stands in the text.")] string? Code);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OmittedItem(string Id, string Path, [property: MinLength(2), MaxLength(2)] IReadOnlyList<int> Lines, double Relevance, int Tokens, string Reason);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RankedFile(string Path, double Relevance);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("Which graph was asked, and how far the working tree has moved on since.")]
internal sealed record GraphState(string Id, string? Sha, [property: Description("Files that were changed or removed since the graph was made.")] IReadOnlyList<string> StaleFiles);

[Description("What a change reaches.")]
internal sealed record ImpactDocument
{
    public required ImpactGraph Graph { get; init; }

    public required IReadOnlyList<string> ChangedFiles { get; init; }

    public required IReadOnlyList<string> ChangedSymbols { get; init; }

    [Description("How many are affected, listed or not.")]
    public required ImpactTotals Totals { get; init; }

    [Description("Whether `limit` leaves some of them out.")]
    public required bool Truncated { get; init; }

    [Description("Most affected first; changed ones are not among them.")]
    public required IReadOnlyList<AffectedFile> AffectedFiles { get; init; }

    public required IReadOnlyList<AffectedNode> AffectedFunctions { get; init; }

    [Description("Tests to run, in the order in which to run them.")]
    public required IReadOnlyList<AffectedTest> AffectedTests { get; init; }

    [Description("Changed nodes that code outside of the repository may use.")]
    public required IReadOnlyList<string> PublicApi { get; init; }

    public required Risk Risk { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }
}

internal sealed record ImpactGraph(string Id, string? Sha);

internal sealed record ImpactTotals(int AffectedFiles, int AffectedFunctions, int AffectedTests);

[Description("A file that a change reaches.")]
internal sealed record AffectedFile
{
    public required string Path { get; init; }

    [Description("Steps from the change; 0 where only history speaks for it.")]
    public required int Distance { get; init; }

    [Description("0 to 1.")]
    public required double Score { get; init; }

    [Description("Why it is affected, in words.")]
    public required string Why { get; init; }

    [Description("From the change to it.")]
    public required IReadOnlyList<Step> Chain { get; init; }

    public CoChange? History { get; init; }
}

[Description("How often a file changed together with a changed one.")]
internal sealed record CoChange(string ChangedWith, int Together, int Commits);

internal record AffectedNode
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Path { get; init; }

    [MinLength(2), MaxLength(2)]
    public required IReadOnlyList<int> Lines { get; init; }

    public required int Distance { get; init; }

    public required double Score { get; init; }

    public required string Why { get; init; }

    public required IReadOnlyList<Step> Chain { get; init; }
}

internal sealed record AffectedTest : AffectedNode
{
    [Description("How sure it is that the test runs what changed.")]
    public required string Evidence { get; init; }
}

internal sealed record Step(string Id, string Relation);

[Description("How risky the change is, and why.")]
internal sealed record Risk(
    [property: AllowedValues("unknown", "low", "medium", "high", "critical"), Description("`unknown` where too much could not be resolved to say.")] string Level,
    [property: Description("0 to 1, of what is known.")] double Score,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<RiskPart> Parts);

internal sealed record RiskPart(string Name, double Value, double Share);

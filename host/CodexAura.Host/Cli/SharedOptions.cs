using System.CommandLine;

namespace CodexAura.Host.Cli;

/// <summary>Makes the options and arguments that several commands have.</summary>
internal static class SharedOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print JSON for programs" };

    /// <summary>The store; where it is not given, the settings name one.</summary>
    public static Option<string?> Storage() => new("--storage")
    {
        Description = "Name of the store; by default the one that is set ('codex-aura config'), else sqlite",
        HelpName = "NAME",
    };

    /// <summary>The impact analyzer; where it is not given, the settings name one.</summary>
    public static Option<string?> ImpactPlugin() => new("--impact-plugin")
    {
        Description = "Name of the impact analyzer; by default the one that is set ('codex-aura config'), else basic",
        HelpName = "NAME",
    };

    public static Option<bool> Blame() => new("--blame") { Description = "Also write who last changed each node, as git says" };

    public static Argument<string> Graph() => new("graph_id")
    {
        Description = "Id of a graph, a unique beginning of it, or the path of its repository",
    };

    public static Option<string[]> EdgeTypes() => new("--edge-types")
    {
        Description = "Only these edge types, separated by commas, such as CALLS,IMPORTS",
        HelpName = "TYPES",
    };

    /// <summary>An integer option that refuses what is out of range.</summary>
    public static Option<int> Number(string name, string description, int defaultValue, int min, int max)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => defaultValue };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && (value < min || value > max))
                result.AddError($"{name} must be between {min} and {max}, not {value}.");
        });
        return option;
    }

    /// <summary>Takes <c>--edge-types A,B --edge-types C</c> apart.</summary>
    public static string[] Split(string[]? values) =>
        [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}

namespace CodexAura.Plugins.Mcp.Arguments;

/// <summary>What sort of value an argument takes.</summary>
internal enum ParameterKind
{
    Text,
    TextList,
    Integer,
    Flag,
}

/// <summary>One argument of a tool: the one place from which both its JSON schema and its checking follow.</summary>
/// <param name="Name">Name in snake case.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Description">What it is for, for the agent.</param>
internal sealed record Parameter(string Name, ParameterKind Kind, string Description)
{
    public bool Required { get; init; }

    /// <summary>The values of a text that can be chosen from; empty for any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public int Minimum { get; init; }

    public int Maximum { get; init; } = int.MaxValue;

    public static Parameter Text(string name, string description) => new(name, ParameterKind.Text, description);

    public static Parameter RequiredText(string name, string description) => new(name, ParameterKind.Text, description) { Required = true };

    public static Parameter Choice(string name, string description, params string[] values) => new(name, ParameterKind.Text, description) { Values = values };

    public static Parameter List(string name, string description) => new(name, ParameterKind.TextList, description);

    public static Parameter Integer(string name, int minimum, int maximum, string description) =>
        new(name, ParameterKind.Integer, description) { Minimum = minimum, Maximum = maximum };

    public static Parameter Flag(string name, string description) => new(name, ParameterKind.Flag, description);
}

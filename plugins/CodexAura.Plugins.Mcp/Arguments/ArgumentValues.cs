using System.Globalization;
using System.Text.Json;

namespace CodexAura.Plugins.Mcp.Arguments;

/// <summary>
/// The arguments of one call, checked. What is plainly meant is taken (a number in quotes, one text where a list is expected,
/// null for nothing); what is not is refused with all that is wrong in one message, so that the agent corrects it in one step.
/// </summary>
internal sealed class ArgumentValues
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    /// <exception cref="ToolException">An argument is unknown, missing or of the wrong sort.</exception>
    public ArgumentValues(string tool, IReadOnlyList<Parameter> parameters, IDictionary<string, JsonElement>? arguments)
    {
        var problems = new List<string>();
        foreach (var (name, value) in arguments ?? new Dictionary<string, JsonElement>())
        {
            if (parameters.FirstOrDefault(p => p.Name == name) is not { } parameter) problems.Add($"there is no argument '{name}'");
            else if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined) continue;
            else if (Read(parameter, value, out string? problem) is { } read) _values.Add(name, read);
            else if (problem is not null) problems.Add(problem);
        }
        problems.AddRange(parameters.Where(p => p.Required && !_values.ContainsKey(p.Name) && !problems.Exists(x => x.StartsWith($"'{p.Name}'", StringComparison.Ordinal)))
            .Select(p => $"'{p.Name}' is required: {p.Description}"));
        if (problems.Count == 0) return;
        string known = string.Join(", ", parameters.Select(p => p.Required ? p.Name + " (required)" : p.Name));
        throw new ToolException($"{tool}: {string.Join("; ", problems)}. Arguments: {known}.");
    }

    public string? Text(string name) => _values.TryGetValue(name, out object? value) ? (string)value : null;

    public IReadOnlyList<string> List(string name) => _values.TryGetValue(name, out object? value) ? (string[])value : [];

    public int Integer(string name, int otherwise) => _values.TryGetValue(name, out object? value) ? (int)value : otherwise;

    public bool Flag(string name) => _values.TryGetValue(name, out object? value) && (bool)value;

    private static object? Read(Parameter parameter, JsonElement value, out string? problem)
    {
        problem = null;
        switch (parameter.Kind)
        {
            case ParameterKind.Integer:
                if (Number(value) is not { } number) break;
                if (number >= parameter.Minimum && number <= parameter.Maximum) return number;
                problem = parameter.Maximum == int.MaxValue
                    ? $"'{parameter.Name}' must be {parameter.Minimum} or more, not {number}"
                    : $"'{parameter.Name}' must be between {parameter.Minimum} and {parameter.Maximum}, not {number}";
                return null;
            case ParameterKind.Flag:
                if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
                if (value.ValueKind == JsonValueKind.String && bool.TryParse(value.GetString(), out bool flag)) return flag;
                break;
            case ParameterKind.TextList:
                if (value.ValueKind == JsonValueKind.String) return new[] { value.GetString()! };
                if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String))
                    return value.EnumerateArray().Select(v => v.GetString()!).Where(v => v.Length > 0).ToArray();
                break;
            default:
                if (value.ValueKind != JsonValueKind.String) break;
                string text = value.GetString()!;
                if (text.Trim().Length == 0)
                {
                    problem = parameter.Required ? $"'{parameter.Name}' is empty" : null;
                    return null;
                }
                if (parameter.Values.Count == 0) return text;
                if (parameter.Values.FirstOrDefault(v => v.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice) return choice;
                problem = $"'{parameter.Name}' must be one of {string.Join(", ", parameter.Values)}, not '{text}'";
                return null;
        }
        problem = $"'{parameter.Name}' must be {Wanted(parameter.Kind)}";
        return null;
    }

    private static int? Number(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue) return (int)number;
        return value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out int parsed) ? parsed : null;
    }

    private static string Wanted(ParameterKind kind) => kind switch
    {
        ParameterKind.Integer => "a whole number",
        ParameterKind.Flag => "true or false",
        ParameterKind.TextList => "a list of texts",
        _ => "a text",
    };
}

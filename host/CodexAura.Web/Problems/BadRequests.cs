using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace CodexAura.Web.Problems;

/// <summary>Says in words what the framework found wrong with a request, and which field is to blame.</summary>
internal static partial class BadRequests
{
    public static (string Detail, string? Field) Describe(BadHttpRequestException thrown)
    {
        if (thrown.InnerException is JsonException json) return Describe(json);
        var unbound = Unbound().Match(thrown.Message);
        if (unbound.Success)
        {
            string field = Name(unbound.Groups[1].Value);
            return ($"'{field}' can't be '{Shorten(unbound.Groups[2].Value)}'.", field);
        }
        var missing = Missing().Match(thrown.Message);
        if (missing.Success)
        {
            string field = Name(missing.Groups[1].Value);
            return missing.Groups[2].Value == "body" ? ("The request needs a body: a JSON object.", null) : ($"'{field}' is missing.", field);
        }
        return (ProblemCodes.Sentence(thrown.StatusCode), null);
    }

    private static (string Detail, string? Field) Describe(JsonException thrown)
    {
        // "$.files[0]"; a syntax error has a path too, of what came before it.
        string? field = thrown.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : null;
        bool typed = thrown.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal);
        if (typed) return (field is null ? "The body must be a JSON object." : $"'{field}' has a value of the wrong type, or one that is out of range.", field);
        string where = thrown.LineNumber is { } line ? $" at line {line + 1}, byte {thrown.BytePositionInLine + 1}" : "";
        return ($"The body is not valid JSON{where}.", null);
    }

    private static string Name(string parameter) => JsonNamingPolicy.SnakeCaseLower.ConvertName(parameter);

    private static string Shorten(string value) => value.Length <= 100 ? value : value[..100] + "…";

    [GeneratedRegex("""^Failed to bind parameter ".*?(\w+)" from "(.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Unbound();

    [GeneratedRegex("""^Required parameter ".*?(\w+)" was not provided from (?:query string|route|header|form|(body))""")]
    private static partial Regex Missing();
}

using System.Text.RegularExpressions;
using CodexAura.Sdk.Graph;

namespace CodexAura.Sdk.Testing.Fixtures;

/// <summary>Reads what stands behind the carets.</summary>
internal static partial class AnnotationSyntax
{
    public const string NodeVerb = "node";

    public static readonly IReadOnlyList<string> AttributeNames = ["complexity", "lines", "parent", "signature", "doc"];

    public static Annotation Parse(int fixtureLine, int sourceLine, string line, string marks, string body)
    {
        var verb = Verb().Match(body);
        if (!verb.Success)
            throw FixtureParser.Mistake(fixtureLine, line, "has carets, but behind them there is no 'verb target', such as 'calls load'");
        string word = verb.Groups["verb"].Value, rest = body[verb.Length..].Trim();
        if (word == NodeVerb)
            return ParseNode(fixtureLine, sourceLine, line, marks, rest);

        string? from = null;
        if (From().Match(rest) is { Success: true } source)
            (rest, from) = (rest[..source.Index], source.Groups["from"].Value);
        string[] targets = rest.Split(',', StringSplitOptions.TrimEntries);
        if (targets.Contains(""))
            throw FixtureParser.Mistake(fixtureLine, line, $"lacks a target after '{word}'");
        return new EdgeAnnotation(fixtureLine, sourceLine, line, marks, word, ParseConfidence(verb, fixtureLine, line), targets, from);
    }

    private static Confidence? ParseConfidence(Match verb, int fixtureLine, string line)
    {
        if (!verb.Groups["confidence"].Success) return null;
        string word = verb.Groups["confidence"].Value;
        return word switch
        {
            "exact" => Confidence.Exact,
            "inferred" => Confidence.Inferred,
            "heuristic" => Confidence.Heuristic,
            _ => throw FixtureParser.Mistake(fixtureLine, line, $"has the confidence '{word}'; there are exact, inferred and heuristic"),
        };
    }

    private static NodeAnnotation ParseNode(int fixtureLine, int sourceLine, string line, string marks, string rest)
    {
        var head = NodeHead().Match(rest);
        if (!head.Success)
            throw FixtureParser.Mistake(fixtureLine, line, "has no 'node class NAME' or 'node function NAME'");
        var attributes = new List<KeyValuePair<string, string>>();
        int at = head.Length;
        while (at < rest.Length)
        {
            var attribute = Attribute().Match(rest, at);
            string key = attribute.Groups["key"].Value;
            if (!attribute.Success || !AttributeNames.Contains(key))
                throw FixtureParser.Mistake(fixtureLine, line,
                    $"has '{rest[at..].Trim()}' where one of {string.Join(", ", AttributeNames.Select(name => name + "=…"))} was expected");
            string value = attribute.Groups["quoted"].Success ? attribute.Groups["quoted"].Value : attribute.Groups["bare"].Value;
            attributes.Add(new(key, value));
            at = attribute.Index + attribute.Length;
        }
        var type = head.Groups["type"].Value == "class" ? NodeType.Class : NodeType.Function;
        return new NodeAnnotation(fixtureLine, sourceLine, line, marks, type, head.Groups["name"].Value, attributes);
    }

    [GeneratedRegex(@"^(?<verb>[A-Za-z][A-Za-z0-9_-]*)(?:\((?<confidence>[^)]*)\))?(?=\s|$)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\s+from\s+(?<from>\S.*)$")]
    private static partial Regex From();

    [GeneratedRegex(@"^(?<type>class|function)\s+(?<name>\S+)(?:\s+|$)")]
    private static partial Regex NodeHead();

    [GeneratedRegex(@"\G(?<key>[a-z]+)=(?:`(?<quoted>[^`]*)`|(?<bare>[^\s`]+))(?:\s+|$)")]
    private static partial Regex Attribute();
}

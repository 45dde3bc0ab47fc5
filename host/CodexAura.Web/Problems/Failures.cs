using System.Text.RegularExpressions;
using CodexAura.Sdk.Services;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CodexAura.Web.Problems;

/// <summary>Says what a failure of the engine or a plugin means to a client, without telling it more of the machine than it may know.</summary>
internal static partial class Failures
{
    private const int MaxSuggestions = 10;

    /// <summary>Key in <see cref="Exception.Data"/> under which a module names the field that is to blame.</summary>
    private const string FieldKey = "field";

    public static void Describe(CodexAuraException thrown, ServerOptions options, ProblemDetails problem)
    {
        problem.Status = thrown.Kind switch
        {
            FailureKind.Invalid => StatusCodes.Status400BadRequest,
            FailureKind.NotFound => StatusCodes.Status404NotFound,
            FailureKind.Forbidden => StatusCodes.Status403Forbidden,
            FailureKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        problem.Extensions[ProblemWriter.Code] = thrown.Code;
        // What failed inside may name the store's files or what a library said; only the log tells that.
        problem.Detail = problem.Status >= StatusCodes.Status500InternalServerError
            ? ProblemCodes.Sentence(problem.Status.Value)
            : WithoutPaths(FirstSentences(thrown.Message), options.Roots);
        if (thrown.Data[FieldKey] is string field) problem.Extensions[ProblemWriter.Field] = field;
        var suggestions = thrown is GraphSelectionException graphs
            ? graphs.Candidates.Where(graph => IsVisible(graph.Repository.Path, options.Roots)).Select(graph => graph.Id)
            : thrown.Suggestions;
        if (suggestions.Take(MaxSuggestions).ToArray() is { Length: > 0 } some) problem.Extensions[ProblemWriter.Suggestions] = some;
    }

    /// <summary>Whether a path is inside one of the roots, or there are none.</summary>
    public static bool IsVisible(string path, IReadOnlyList<string> roots) => roots.Count == 0 || roots.Any(root =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || root.EndsWith(Path.DirectorySeparatorChar) || path[root.Length] == Path.DirectorySeparatorChar));

    /// <summary>Messages for terminals end with a list, a line each; that is what <c>suggestions</c> is for here.</summary>
    private static string FirstSentences(string message)
    {
        int end = message.IndexOf('\n');
        if (end < 0) return message;
        string head = message[..end];
        // "… Similar:" announces the list.
        int announced = head.EndsWith(':') ? head.LastIndexOfAny(['.', ';']) : -1;
        return announced > 0 ? head[..announced] + "." : head;
    }

    private static string WithoutPaths(string message, IReadOnlyList<string> roots) => roots.Count == 0
        ? message
        : AbsolutePath().Replace(message, match => IsVisible(match.Value.TrimEnd('.'), roots) ? match.Value : "…");

    [GeneratedRegex("""(?<![\w./-])(?:[A-Za-z]:)?[/\\](?!\s)[^\s'",;:()]*""")]
    private static partial Regex AbsolutePath();
}

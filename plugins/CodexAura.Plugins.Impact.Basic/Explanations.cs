using CodexAura.Sdk.Impact;

namespace CodexAura.Plugins.Impact.Basic;

/// <summary>Says why an answer is empty: an empty list alone could mean anything.</summary>
internal static class Explanations
{
    public static IEnumerable<string> Of(ChangeSet changes, int affected, int files, int tests, ImpactRequest request)
    {
        if (changes.Nodes.Count == 0 && changes.Paths.Count == 0 && changes.UnknownCode.Count == 0)
        {
            yield return "Nothing changed, so nothing is affected.";
            yield break;
        }
        if (changes.Nodes.Count == 0)
        {
            yield return "Nothing that changed is in the graph, so nothing can be said about what it affects.";
            yield break;
        }
        string limit = request.Depth > 0 ? $" within {request.Depth} step{(request.Depth == 1 ? "" : "s")}" : "";
        if (affected == 0) yield return $"No code of the graph calls, extends, overrides or imports what changed{limit}.";
        else if (files == 0) yield return $"All that is affected{limit} is in the changed files themselves.";
        if (tests == 0) yield return $"No test of the graph reaches what changed{limit}.";
    }
}

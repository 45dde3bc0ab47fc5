using System.Text;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Json;
using CodexAura.Sdk.Services;

namespace CodexAura.Host.Rendering;

/// <summary>Writes an answer about a change as Markdown, short enough for a comment on a pull request.</summary>
internal static class ImpactMarkdown
{
    private const int Shown = 20;

    public static string Write(ImpactAnswer answer)
    {
        var (graph, result) = (answer.Graph, answer.Result);
        var text = new StringBuilder();
        text.Append($"## Impact: {JsonFormat.Word(result.Risk.Level)} risk\n\n");
        int functions = result.Affected.Count(a => graph.Node(a.Node).Type != NodeType.File);
        text.Append($"Score {Format.Decimal(result.Risk.Score)} · {Format.Count(answer.ChangedFiles.Count, "changed file", "changed files")} · ")
            .Append($"{Format.Count(result.Files.Count, "affected file", "affected files")} with {Format.Count(functions, "definition", "definitions")} · ")
            .Append($"{Format.Count(result.Tests.Count, "test", "tests")}\n\n");
        foreach (string reason in result.Risk.Reasons.Concat(answer.Notes)) text.Append("- ").Append(Plain(reason)).Append('\n');
        if (result.Risk.Reasons.Count + answer.Notes.Count > 0) text.Append('\n');
        Tests(text, graph, result);
        List(text, "Public API touched", [.. result.PublicApi.Select(n => Code(graph.Node(n).Id))]);
        Table(text, "Affected files", result.Files, f => (f.Score, f.Path, ImpactWords.Why(graph, f)));
        Table(text, "Affected functions and classes", [.. result.Affected.Where(a => graph.Node(a.Node).Type != NodeType.File)],
            a => (a.Score, graph.Node(a.Node).Id, ImpactWords.Why(graph, a.Path)));
        List(text, "Owners", [.. (answer.Owners ?? []).Select(o => $"{Plain(o.Name)}, {Format.Count(o.Commits, "commit", "commits")}, last {Format.Time(o.Last)[..10]}")]);
        return text.ToString();
    }

    private static void Tests(StringBuilder text, CodeGraph graph, ImpactResult result)
    {
        if (result.Tests.Count == 0) return;
        string[] first = [.. ImpactView.ToRunFirst(result).Select(t => Format.Printable(ImpactWords.Selector(graph.Node(t.Node))))];
        text.Append($"### Tests to run first ({Format.Number(first.Length)} of {Format.Number(result.Tests.Count)})\n\n```text\n");
        foreach (string test in first.Take(Shown)) text.Append(test).Append('\n');
        text.Append("```\n\n");
        if (first.Length > Shown) text.Append($"… and {Format.Number(first.Length - Shown)} more.\n\n");
    }

    private static void Table<T>(StringBuilder text, string title, IReadOnlyList<T> items, Func<T, (double Score, string What, string Why)> row)
    {
        if (items.Count == 0) return;
        Open(text, title, items.Count);
        text.Append("| score | what | why |\n|---:|---|---|\n");
        foreach (var item in items.Take(Shown))
        {
            var (score, what, why) = row(item);
            text.Append($"| {Format.Decimal(score)} | {Code(what)} | {Plain(why)} |\n");
        }
        Close(text, items.Count);
    }

    private static void List(StringBuilder text, string title, string[] items)
    {
        if (items.Length == 0) return;
        Open(text, title, items.Length);
        foreach (string item in items.Take(Shown)) text.Append("- ").Append(item).Append('\n');
        Close(text, items.Length);
    }

    private static void Open(StringBuilder text, string title, int count) => text.Append($"<details><summary>{title} ({Format.Number(count)})</summary>\n\n");

    private static void Close(StringBuilder text, int count)
    {
        if (count > Shown) text.Append($"\n… and {Format.Number(count - Shown)} more.\n");
        text.Append("\n</details>\n\n");
    }

    private static string Code(string name) => "`" + Format.Printable(name).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal) + "`";

    /// <summary>Names of code are full of what Markdown takes for its own: <c>__init__</c>, <c>a | b</c>, <c>&lt;module&gt;</c>.</summary>
    private static string Plain(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (char c in Format.Printable(words))
        {
            if (c is '_' or '*' or '|' or '<' or '`' or '[' or '\\' or '#') text.Append('\\');
            text.Append(c);
        }
        return text.ToString();
    }
}

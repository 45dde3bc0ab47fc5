using System.Text.RegularExpressions;

namespace CodexAura.Plugins.Context.Basic.Tasks;

/// <summary>What a line of a task is.</summary>
internal enum LineKind
{
    /// <summary>The first line: what it is about.</summary>
    Title,

    /// <summary>Words for people.</summary>
    Prose,

    /// <summary>Code, typed or quoted.</summary>
    Code,

    /// <summary>Printed output and stack traces.</summary>
    Output,

    /// <summary>Boilerplate: versions, platforms, check lists.</summary>
    Noise,
}

/// <summary>A line of a task and what it is.</summary>
internal readonly record struct TaskLine(LineKind Kind, string Text);

/// <summary>Takes a task apart into lines of title, prose, code and output.</summary>
internal static partial class TaskText
{
    /// <summary>A task is read so far at most: what is longer is a log, and its end says as little as its middle.</summary>
    private const int MaxLength = 200_000;

    /// <summary>Patterns are tried at each character of a line, some of them to its end: the time they take grows with the square of its length.</summary>
    private const int MaxLine = 2000;

    public static List<TaskLine> Lines(string task)
    {
        if (task.Length > MaxLength) task = task[..MaxLength];
        task = Comment().Replace(task, "");
        var lines = new List<TaskLine>();
        bool fenced = false, noise = false, titled = false, trace = false, prompt = false;
        foreach (string line in ShortLines(task))
        {
            string text = line.Trim();
            if (text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal))
            {
                (fenced, trace, prompt) = (!fenced, false, false);
                continue;
            }
            if (text.Length == 0)
            {
                trace = false;
                continue;
            }
            if (!fenced && Heading().Match(text) is { Success: true } heading)
                noise = NoisyHeading().IsMatch(heading.Groups[1].Value);
            if (text.StartsWith("Traceback (most recent", StringComparison.Ordinal)) trace = true;

            LineKind kind;
            if (!titled) (kind, titled) = (LineKind.Title, true);
            else if (noise || VersionLine().IsMatch(text)) kind = LineKind.Noise;
            else if (trace || TraceLine().IsMatch(text)) kind = LineKind.Output;
            else if (PromptLine().IsMatch(text)) (kind, prompt) = (LineKind.Code, true);
            else if (fenced) kind = prompt || !LooksLikeStatement().IsMatch(text) ? LineKind.Output : LineKind.Code;
            else kind = line.StartsWith("    ", StringComparison.Ordinal) ? LineKind.Code : LineKind.Prose;
            lines.Add(new TaskLine(kind, line));
        }
        return lines;
    }

    /// <summary>The lines, long ones in pieces that end between words where they can.</summary>
    private static List<string> ShortLines(string task)
    {
        var lines = new List<string>();
        foreach (var raw in task.AsSpan().EnumerateLines())
        {
            var rest = raw;
            while (rest.Length > MaxLine)
            {
                int space = rest[..MaxLine].LastIndexOf(' ');
                int end = space > MaxLine / 2 ? space : MaxLine;
                lines.Add(rest[..end].ToString());
                rest = rest[end..];
            }
            lines.Add(rest.ToString());
        }
        return lines;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?:#{1,6}\s+|\*\*)(.{2,80}?)(?:\*\*)?:?\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[\W_]*(?:\w+ )?(?:versions?|environment|os\b.*|system.*|platform|output of.*|.*--version.*|.*show_versions.*|additional dependencies|configuration)[\W_]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoisyHeading();

    [GeneratedRegex(@"^(?:[-*]\s*)?(?:\[[ xX]\]|(?:python|os|platform|numpy|scipy|pandas|matplotlib|astropy|libpython|pluggy|plugins|rootdir|cachedir)\b[^()]{0,30}(?:[:=\s]|--)\s*v?\d)", RegexOptions.IgnoreCase)]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"^(?:File "".*"", line \d+|[\w./~\\<>-]+\.py\S* in \w+\(|\S+\.py:\d+:|-{5,}>? ?\d|-{2,}> ?\d|E  |={5,}|-{5,}|\d+ {2,})")]
    private static partial Regex TraceLine();

    [GeneratedRegex(@"^(?:>>>|\.\.\. |In ?\[\d*\]:|\$ )")]
    private static partial Regex PromptLine();

    [GeneratedRegex(@"^(?:#|@|(?:import|from|def|class|if|for|while|with|try|return|raise|assert|print|async|await|else|elif|except|del|yield)\b|[\w.\[\]'"", ]+ ?[-+*/|&]?= ?\S|[\w.]+\(|[\])}])")]
    private static partial Regex LooksLikeStatement();
}

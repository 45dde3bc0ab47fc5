using System.Text.RegularExpressions;
using CodexAura.Plugins.Context.Basic.Search;

namespace CodexAura.Plugins.Context.Basic.Tasks;

/// <summary>A place that a stack trace names.</summary>
/// <param name="Path">Path as written, with <c>/</c>.</param>
/// <param name="Line">1-based line, or 0.</param>
/// <param name="Function">Function, or empty.</param>
internal sealed record TaskFrame(string Path, int Line, string Function);

/// <summary>What a task says that can be looked up.</summary>
internal sealed partial class TaskQuery
{
    /// <summary>Stands in <see cref="Pairs"/> for the two dashes before an option of one word.</summary>
    public const string Dashes = "--";

    private const double MaxNameWeight = 2;
    private const int MaxPairs = 64, MaxPrinted = 200;

    /// <summary>Names as written, with how much they say: dotted ones whole.</summary>
    public Dictionary<string, double> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Stems of words and parts of names, with their weight.</summary>
    public Dictionary<string, double> Terms { get; } = new(StringComparer.Ordinal);

    /// <summary>How the word of a stem was first written.</summary>
    public Dictionary<string, string> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>Stems that stand in the title.</summary>
    public HashSet<string> TitleTerms { get; } = new(StringComparer.Ordinal);

    /// <summary>Paths of files, as written.</summary>
    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    /// <summary>Modules that are imported or named in full, with dots.</summary>
    public Dictionary<string, double> Modules { get; } = new(StringComparer.Ordinal);

    /// <summary>What names in the task's code stand for: <c>xr</c> for <c>xarray</c>.</summary>
    public Dictionary<string, string> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Modules whose every name is imported.</summary>
    public HashSet<string> StarModules { get; } = new(StringComparer.Ordinal);

    /// <summary>Names with dots in front of which stands the module that they are imported from.</summary>
    public Dictionary<string, double> Imported { get; } = new(StringComparer.Ordinal);

    /// <summary>Pairs of words that are written as one: <c>no-member</c>, <c>--no-header</c>.</summary>
    public HashSet<(string First, string Second)> Pairs { get; } = [];

    /// <summary>Stack frames, outermost first.</summary>
    public List<TaskFrame> Frames { get; } = [];

    /// <summary>Messages, quoted or raised, as lists of words.</summary>
    public List<string[]> Phrases { get; } = [];

    /// <summary>Lines of output and of stack traces, as lists of words: messages that a program prints, and lines of its code.</summary>
    public List<string[]> Printed { get; } = [];

    public static TaskQuery Parse(string task)
    {
        var query = new TaskQuery();
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in TaskText.Lines(task)) query.Read(line, counts);
        foreach (var (term, count) in counts) query.Terms[term] = count / (count + 1.2) * 2.2;
        query.ResolveAliases();
        return query;
    }

    private void Read(TaskLine line, Dictionary<string, double> counts)
    {
        if (line.Kind == LineKind.Noise) return;
        ReadFrames(line.Text);
        foreach (Match m in PathPattern().Matches(line.Text))
            if (line.Kind != LineKind.Output) Paths.Add(m.Value.Replace('\\', '/'));
        foreach (Match m in LinkedPath().Matches(line.Text)) Paths.Add(m.Groups[1].Value);
        foreach (Match m in FromImport().Matches(line.Text)) ReadFromImport(m.Groups[1].Value, m.Groups[2].Value);
        foreach (Match m in Import().Matches(line.Text)) ReadImport(m.Groups[1].Value, m.Groups[2].Value);
        ReadPhrases(line);
        ReadPairs(line);
        ReadNames(line);
        ReadTerms(line, counts);
    }

    private void ReadFrames(string line)
    {
        if (PythonFrame().Match(line) is { Success: true } python)
            AddFrame(python.Groups[1].Value, python.Groups[2].Value, python.Groups[3].Value);
        else if (IPythonFrame().Match(line) is { Success: true } ipython)
            AddFrame(ipython.Groups[1].Value, "0", ipython.Groups[2].Value);
        else if (ShortFrame().Match(line) is { Success: true } brief)
            AddFrame(brief.Groups[1].Value, brief.Groups[2].Value, brief.Groups[3].Value);
    }

    private void AddFrame(string path, string line, string function) =>
        Frames.Add(new TaskFrame(path.Replace('\\', '/'), int.TryParse(line, out int number) ? number : 0, function));

    private void ReadImport(string module, string alias)
    {
        Raise(Modules, module, 0.5);
        string root = module.Split('.')[0];
        if (alias.Length > 0) Aliases.TryAdd(alias, module);
        else Aliases.TryAdd(root, root);
    }

    private void ReadFromImport(string module, string names)
    {
        Raise(Modules, module, 0.6);
        foreach (string part in names.Split([',', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "*")
            {
                StarModules.Add(module);
                continue;
            }
            Raise(Modules, module + "." + words[0], 0.7);
            Aliases.TryAdd(words.Length > 2 && words[1] == "as" ? words[2] : words[0], module + "." + words[0]);
        }
    }

    /// <summary>Done last, for a name may stand before its import.</summary>
    private void ResolveAliases()
    {
        foreach (var (name, weight) in Names)
        {
            int dot = name.IndexOf('.');
            string head = dot < 0 ? name : name[..dot], rest = dot < 0 ? "" : name[dot..];
            if (Aliases.TryGetValue(head, out string? target)) Raise(Imported, target + rest, weight);
            else foreach (string module in StarModules) Raise(Imported, module + "." + name, weight * 0.8);
        }
    }

    private void ReadPairs(TaskLine line)
    {
        foreach (Match m in Hyphenated().Matches(line.Text))
        {
            string[] words = m.Value.ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries);
            for (int i = 1; i < words.Length && Pairs.Count < MaxPairs; i++) Pairs.Add((words[i - 1], words[i]));
        }
        foreach (Match m in Option().Matches(line.Text))
            if (Pairs.Count < MaxPairs) Pairs.Add((Dashes, m.Groups[1].Value.ToLowerInvariant()));
    }

    private void ReadPhrases(TaskLine line)
    {
        if (ErrorLine().Match(line.Text) is { Success: true } error) AddPhrase(error.Groups[1].Value);
        if (line.Kind is LineKind.Title or LineKind.Prose)
            foreach (Match m in Quoted().Matches(line.Text)) AddPhrase(m.Groups[2].Value);
        if (line.Kind == LineKind.Title) AddPhrase(line.Text);
        if (line.Kind == LineKind.Output && Printed.Count < MaxPrinted && Words(line.Text) is { Length: >= 3 } printed) Printed.Add(printed);
    }

    private void AddPhrase(string text)
    {
        if (Phrases.Count < 64 && Words(text) is { Length: >= 3 } words) Phrases.Add(words);
    }

    private static string[] Words(string text)
    {
        var words = new List<string>();
        for (int at = 0; Identifiers.Next(text, ref at, out int start);) words.Add(text[start..at].ToLowerInvariant());
        return [.. words];
    }

    private void ReadNames(TaskLine line)
    {
        foreach (Match m in DottedName().Matches(line.Text))
        {
            string name = m.Value;
            bool called = m.Index + m.Length < line.Text.Length && line.Text[m.Index + m.Length] == '(';
            bool ticked = m.Index > 0 && line.Text[m.Index - 1] == '`';
            bool code = called || ticked || name.Contains('.') || Identifiers.LooksLikeCode(name);
            double weight = line.Kind switch
            {
                LineKind.Title => code ? 1.6 : 0.6,
                LineKind.Prose => ticked ? 1.1 : code ? 0.9 : 0.15,
                LineKind.Code => called ? 0.5 : 0.3,
                _ => code ? 0.2 : 0.03,
            };
            if (name.Length < 2 || StopWords.Contains(name.ToLowerInvariant())) continue;
            Raise(Names, name, weight);
        }
    }

    private static void Raise(Dictionary<string, double> values, string key, double weight)
    {
        values.TryGetValue(key, out double old);
        // Said again counts less and less: a name in a loop of log lines is still one name.
        values[key] = Math.Min(MaxNameWeight, Math.Max(old, weight) + (0.2 * Math.Min(old, weight)));
    }

    private void ReadTerms(TaskLine line, Dictionary<string, double> counts)
    {
        double weight = line.Kind switch { LineKind.Title => 2.5, LineKind.Prose => 1, LineKind.Code => 0.6, _ => 0.2 };
        var parts = new List<string>();
        for (int at = 0; Identifiers.Next(line.Text, ref at, out int start);)
        {
            var word = line.Text.AsSpan(start, at - start);
            if (Identifiers.LooksLikeCode(word)) Add(counts, "=" + word.ToString(), weight);
            Identifiers.Split(word, parts);
            foreach (string part in parts)
            {
                if (StopWords.Contains(part)) continue;
                string stem = Stemmer.Stem(part);
                Add(counts, stem, weight);
                Written.TryAdd(stem, part);
                if (line.Kind == LineKind.Title) TitleTerms.Add(stem);
            }
        }
    }

    private static void Add(Dictionary<string, double> counts, string key, double weight) => counts[key] = counts.GetValueOrDefault(key) + weight;

    [GeneratedRegex(@"File ""([^""]+)"", line (\d+)(?:, in (\w+))?")]
    private static partial Regex PythonFrame();

    [GeneratedRegex(@"([\w./~\\:-]+\.py)\S* in (\w+)\(")]
    private static partial Regex IPythonFrame();

    [GeneratedRegex(@"^\s*([\w./~\\-]+\.\w{1,4}):(\d+):(?: in (\w+))?")]
    private static partial Regex ShortFrame();

    [GeneratedRegex(@"(?<![\w/.])(?:[\w.~-]+[/\\])*[\w-]+\.(?:py|pyx|pyi|cs|js|ts|java|go|rs|rb|c|cpp|h)\b")]
    private static partial Regex PathPattern();

    [GeneratedRegex(@"/(?:blob|blame|raw|tree)/[^/\s]+/([\w./-]+\.\w{1,4})\b")]
    private static partial Regex LinkedPath();

    [GeneratedRegex(@"(?<![\w-])--([A-Za-z]\w+)(?![\w-])")]
    private static partial Regex Option();

    [GeneratedRegex(@"\bfrom\s+([A-Za-z_][\w.]*)\s+import\s+([\w*,() ]+)")]
    private static partial Regex FromImport();

    [GeneratedRegex(@"(?:^|[>:;`]\s*)import\s+([A-Za-z_][\w.]*)(?:\s+as\s+(\w+))?")]
    private static partial Regex Import();

    [GeneratedRegex(@"^(?:E\s+)?\s*(?:[\w.]+(?:Error|Exception|Warning|Exit|Interrupt)|error|warning|ERROR|WARNING)\b:\s*(.{8,300})")]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"(`|""|')(.{10,200}?)\1")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?<![\w/.])(?:--)?[A-Za-z]\w*(?:-[A-Za-z]\w*)+(?![\w/])")]
    private static partial Regex Hyphenated();

    [GeneratedRegex(@"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")]
    private static partial Regex DottedName();
}

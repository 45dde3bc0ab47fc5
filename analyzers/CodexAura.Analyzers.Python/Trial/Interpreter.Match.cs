using CodexAura.Analyzers.Python.Extract;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>match.</summary>
internal sealed partial class Interpreter
{
    private IEnumerable<object> ExecMatch(Node node, Env env)
    {
        var subjects = node.Named.Where(n => n.Field == G.Subject).Select(n => Eval(n, env)).ToArray();
        object subject = subjects.Length == 1 ? subjects[0] : new PyTuple(subjects);
        foreach (var clause in node[G.Body].Named)
        {
            if (clause.Kind != PyKind.CaseClause) continue;
            At(clause);
            var patterns = clause.Named.Where(n => n.Kind == PyKind.CasePattern).ToArray();
            bool isMatch = patterns.Length == 1 ? Matches(patterns[0], subject, env) : MatchesSequence(patterns, subject, env);
            if (isMatch && (clause[G.Guard] is not { Exists: true } guard || Truth(Eval(guard.First, env)))) return ExecBlock(clause[G.Consequence], env);
        }
        return [];
    }

    private bool Matches(Node pattern, object subject, Env env)
    {
        switch (pattern.Kind)
        {
            case PyKind.CasePattern:
                if (pattern.First.Exists)
                {
                    if (pattern.Named is [{ Kind: PyKind.Integer or PyKind.Float } number] && pattern.Text.StartsWith('-'))
                        return AreEqual(subject, Unary(PyKind.Minus, Eval(number, env)));
                    return Matches(pattern.First, subject, env);
                }
                return pattern.Text == "_" ? true : throw Stop("a pattern");
            case PyKind.DottedName when pattern.Named.Length == 1:
                if (pattern.Text != "_") Bind(pattern.Text, subject, env);
                return true;
            case PyKind.DottedName: return AreEqual(subject, DottedValue(pattern, env));
            case PyKind.Identifier:
                Bind(pattern.Text, subject, env);
                return true;
            case PyKind.AsPattern:
                var parts = pattern.Named;
                if (!Matches(parts[0], subject, env)) return false;
                Bind(parts[^1].Text, subject, env);
                return true;
            case PyKind.UnionPattern: return pattern.Named.Any(p => Matches(p, subject, env)) || pattern.Children.Any(c => c.Kind == PyKind.Underscore);
            case PyKind.ListPattern or PyKind.TuplePattern:
                var items = pattern.Named;
                bool isGroup = pattern.Kind == PyKind.TuplePattern && items.Length == 1 && !pattern.Children.Any(c => !c.Tree[c.Index].IsNamed && c.Text == ",");
                return isGroup ? Matches(items[0], subject, env) : MatchesSequence(items, subject, env);
            case PyKind.DictPattern: return MatchesDictionary(pattern, subject, env);
            case PyKind.ClassPattern: return MatchesClass(pattern, subject, env);
            case PyKind.None: return Same(subject, Py.None);
            case PyKind.True or PyKind.False when IsUnknown(subject): return Choose();
            case PyKind.True or PyKind.False: return subject is bool b && b == (pattern.Kind == PyKind.True);
            case PyKind.String or PyKind.ConcatenatedString or PyKind.Integer or PyKind.Float: return AreEqual(subject, Eval(pattern, env));
            default: throw Stop($"the pattern {pattern.Kind}");
        }
    }

    private object DottedValue(Node dotted, Env env)
    {
        if (dotted.Kind != PyKind.DottedName) return Eval(dotted, env);
        object value = Load(dotted.First.Text, env);
        foreach (var part in dotted.Named.Skip(1)) value = GetAttribute(value, part.Text);
        return value;
    }

    private bool MatchesSequence(Node[] patterns, object subject, Env env)
    {
        Node SplatOf(Node p) => p.Kind == PyKind.SplatPattern ? p : p.Kind == PyKind.CasePattern && p.First.Exists && p.First.Kind == PyKind.SplatPattern ? p.First : default;
        int star = Array.FindIndex(patterns, p => SplatOf(p).Exists);
        // What nobody knows may be as long as it takes.
        if (IsUnknown(subject)) subject = Choose() ? new PyTuple([.. Enumerable.Repeat(Py.External, patterns.Length)]) : Py.None;
        if (Plain(subject) is not PyTuple and not PyList { IsDeque: false }) return false;
        var items = Iterate(Plain(subject)).ToList();
        if (star < 0 ? items.Count != patterns.Length : items.Count < patterns.Length - 1) return false;
        for (int i = 0; i < patterns.Length; i++)
        {
            if (i == star)
            {
                if (SplatOf(patterns[i]).First is { Exists: true } rest) Bind(rest.Text, new PyList(items.GetRange(star, items.Count - patterns.Length + 1)), env);
            }
            else if (!Matches(patterns[i], items[star < 0 || i < star ? i : items.Count - patterns.Length + i], env)) return false;
        }
        return true;
    }

    private bool MatchesDictionary(Node pattern, object subject, Env env)
    {
        if (IsUnknown(subject)) return Choose() && pattern.Named.Where(p => p.Field == G.Value).All(p => Matches(p, subject, env));
        if (Plain(subject) is not PyDict { IsSet: false } dict) return false;
        object key = Py.None;
        var seen = new List<PyDict.Entry>();
        foreach (var part in pattern.Named)
        {
            var inner = part.Kind == PyKind.CasePattern && part.First.Exists ? part.First : part;
            if (part.Field == G.Key) key = DottedValue(inner, env);
            else if (inner.Kind == PyKind.SplatPattern)
            {
                var rest = CopyOf(dict);
                rest.Entries.RemoveAll(seen.Contains);
                if (inner.First.Exists) Bind(inner.First.Text, rest, env);
            }
            else if (part.Field == G.Value)
            {
                if (FindEntry(dict, key) is not { } entry || !Matches(part, entry.Value, env)) return false;
                seen.Add(entry);
            }
            else throw Stop("a pattern");
        }
        return true;
    }

    private bool MatchesClass(Node pattern, object subject, Env env)
    {
        var type = DottedValue(pattern.First, env) as PyClass ?? throw Stop("a pattern's class");
        if (IsUnknown(subject) && pattern.Named.Length > 1) throw Stop("a match on something unknown");
        if (!IsInstance(subject, type)) return false;
        int position = 0;
        foreach (var part in pattern.Named.Skip(1))
        {
            var inner = part.Kind == PyKind.CasePattern && part.First.Exists ? part.First : part;
            if (inner.Kind == PyKind.KeywordPattern)
            {
                if (!TryGetAttribute(subject, inner.First.Text, out object held) || !MatchesValueOf(inner, held, env)) return false;
                continue;
            }
            if (type.IsBuiltin)
            {
                if (!Matches(part, subject, env)) return false;
                continue;
            }
            var names = FindOwn(type, "__match_args__") is { } stated ? Iterate(stated).Cast<string>().ToList() : Fields(type);
            if (position == names.Count) throw Error("TypeError", "too many positional patterns");
            if (!TryGetAttribute(subject, names[position++], out object value) || !Matches(part, value, env)) return false;
        }
        return true;
    }

    private bool MatchesValueOf(Node keyword, object held, Env env)
    {
        if (keyword.Named.Length > 1) return Matches(keyword.Named[1], held, env);
        return keyword.Text.EndsWith('_') ? true : throw Stop("a pattern");
    }
}

using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>match: what patterns bind, and what they say about the subject.</summary>
internal sealed unsafe partial class FileExtractor
{
    private void ReadMatch(int node)
    {
        int subjectNode = Child(node, G.Subject), body = Child(node, G.Body);
        if (subjectNode < 0 || body < 0) return;
        int subject = EvalSubject(node, subjectNode);
        bool entered = _scope.Dead, exhaustive = false;
        List<Branch> branches = [];
        int mark = _scope.Log.Count;
        for (int c = body + 1; c < _e[body].Next; c = _e[c].Next)
        {
            if (Kind(c) != PyKind.CaseClause) continue;
            _scope.Dead = entered || exhaustive;
            int consequence = Child(c, G.Consequence), guard = Child(c, G.Guard);
            bool irrefutable = false;
            var patterns = CasePatterns(c);
            if (patterns.Count == 1)
            {
                int narrowed = MatchPattern(patterns[0], subject, out irrefutable);
                if (Kind(subjectNode) == PyKind.Identifier && narrowed != subject && TryVariable(Name(subjectNode), out int variable))
                    Apply(variable, narrowed, undo: null);
            }
            else MatchSequence(patterns, Line(c), subject);
            if (guard >= 0)
            {
                int condition = FirstNamed(guard);
                if (condition >= 0)
                {
                    Eval(condition);
                    Narrow(condition, true);
                }
            }
            if (consequence >= 0) ReadStatements(consequence);
            branches.Add(TakeBranch(mark));
            exhaustive |= irrefutable && guard < 0;
        }
        if (!exhaustive) branches.Add(new Branch([], entered));
        _scope.Dead = entered;
        Join(branches);
        _scope.Dead |= entered;
    }

    /// <summary>match a, b: is a match on the tuple.</summary>
    private int EvalSubject(int node, int first)
    {
        List<(int Key, int Slot)> parts = [];
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
            if (_e[c].Field == G.Subject) parts.Add((_facts.Ref(RefKind.Integer, parts.Count), Eval(c)));
        return parts.Count == 1 && Kind(first) != PyKind.ListSplat ? parts[0].Slot : EmitContainer(ContainerKind.Tuple, parts, known: true);
    }

    private List<int> CasePatterns(int parent)
    {
        List<int> patterns = [];
        for (int c = parent + 1; c < _e[parent].Next; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) is PyKind.CasePattern) patterns.Add(c);
        return patterns;
    }

    /// <summary>Binds what a pattern captures.</summary>
    /// <returns>The subject as the pattern narrows it.</returns>
    private int MatchPattern(int pattern, int subject, out bool always)
    {
        always = false;
        switch (Kind(pattern))
        {
            case PyKind.CasePattern:
                int inner = pattern + 1;
                if (inner >= _e[pattern].Next)
                {
                    always = _src[_e[pattern].Start] == (byte)'_';
                    return subject;
                }
                return MatchPattern(inner, subject, out always);
            case PyKind.Underscore:
                always = true;
                return subject;
            case PyKind.Identifier:
                Bind(Name(pattern), subject);
                always = true;
                return subject;
            case PyKind.DottedName when _e[pattern + 1].Next == _e[pattern].Next:
                if (Text(pattern) is not [(byte)'_']) Bind(Name(pattern + 1), subject);
                always = true;
                return subject;
            case PyKind.DottedName:
                return EvalDotted(pattern);
            case PyKind.AsPattern:
                int first = FirstNamed(pattern), narrowed = first < 0 ? subject : MatchPattern(first, subject, out _);
                int alias = Child(pattern, G.Alias);
                if (alias < 0)
                    for (int c = pattern + 1; c < _e[pattern].Next; c = _e[c].Next)
                        if (Kind(c) == PyKind.Identifier) alias = c;
                if (alias >= 0) Store(alias, narrowed);
                return narrowed;
            case PyKind.UnionPattern:
                int union = NewSlot();
                for (int c = pattern + 1; c < _e[pattern].Next; c = _e[c].Next)
                    if (_e[c].IsNamed) EmitCopy(union, MatchPattern(c, subject, out _));
                return union;
            case PyKind.ClassPattern:
                return MatchClass(pattern, subject);
            case PyKind.ListPattern or PyKind.TuplePattern:
                MatchSequence(CasePatterns(pattern), Line(pattern), subject);
                return subject;
            case PyKind.DictPattern:
                for (int c = pattern + 1; c < _e[pattern].Next; c = _e[c].Next)
                {
                    if (_e[c].Field != G.Value) continue;
                    int item = NewSlot(), key = Unknown;
                    for (int k = pattern + 1; k < c; k = _e[k].Next)
                        if (_e[k].Field == G.Key) key = Kind(k) == PyKind.DottedName ? EvalDotted(k) : EvalPatternKey(k);
                    Emit(OpCode.GetItem, item, subject, key, Line(c));
                    MatchPattern(c, item, out _);
                }
                return subject;
            case PyKind.SplatPattern:
                int rest = FirstNamed(pattern);
                if (rest >= 0) Bind(Name(rest), subject);
                return subject;
            case PyKind.String or PyKind.ConcatenatedString: return Builtin("str");
            case PyKind.Integer: return Builtin("int");
            default:
                return subject;
        }
    }

    private int EvalPatternKey(int key) => Kind(key) == PyKind.CasePattern ? EvalPatternKey(key + 1) : Eval(key);

    private void MatchSequence(List<int> parts, int line, int subject)
    {
        int star = parts.FindIndex(p => p + 1 < _e[p].Next && Kind(p + 1) == PyKind.SplatPattern);
        int at = BeginOp(OpCode.Unpack);
        _ops.Add(subject);
        _ops.Add(line);
        _ops.Add(star);
        int first = _slots;
        foreach (int _ in parts) _ops.Add(NewSlot());
        EndOp(at);
        for (int i = 0; i < parts.Count; i++) MatchPattern(parts[i], first + i, out _);
    }

    private int MatchClass(int pattern, int subject)
    {
        int name = FirstNamed(pattern);
        if (name < 0) return subject;
        int narrowed = NewSlot(), position = 0;
        Emit(OpCode.Narrow, narrowed, subject, EvalDotted(name), 0);
        for (int c = _e[name].Next; c < _e[pattern].Next; c = _e[c].Next)
        {
            int part = Kind(c) == PyKind.CasePattern ? c + 1 : c;
            if (!_e[part].IsNamed || Kind(part) == PyKind.Comment) continue;
            int value = NewSlot();
            if (Kind(part) == PyKind.KeywordPattern)
            {
                int key = FirstNamed(part);
                if (key < 0) continue;
                Emit(OpCode.GetAttr, value, narrowed, Name(key), Line(part));
                for (int v = _e[key].Next; v < _e[part].Next; v = _e[v].Next)
                    if (_e[v].IsNamed) MatchPattern(v, value, out _);
            }
            else
            {
                // The n-th positional pattern reads the attribute that __match_args__ names n-th; the solver knows the class.
                Emit(OpCode.Special, value, narrowed, Known("__match_args__"), Line(part), _facts.Ref(RefKind.Integer, position++));
                MatchPattern(part, value, out _);
            }
        }
        return narrowed;
    }

    private int EvalDotted(int node)
    {
        if (Kind(node) != PyKind.DottedName) return Eval(node);
        int value = Slots.None;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) != PyKind.Identifier) continue;
            if (value == Slots.None)
            {
                value = Lookup(Name(c));
                continue;
            }
            int next = NewSlot();
            Emit(OpCode.GetAttr, next, value, Name(c), Line(c));
            value = next;
        }
        return value == Slots.None ? Unknown : value;
    }
}

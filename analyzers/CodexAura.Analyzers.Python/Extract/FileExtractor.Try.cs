using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>try, match, and conditions: where control goes and what is known there.</summary>
internal sealed unsafe partial class FileExtractor
{
    private void ReadTry(int node)
    {
        int body = Child(node, G.Body);
        if (body < 0) return;
        bool entered = _scope.Dead;
        SealKnown();

        // A handler may start after any binding of the body: it sees all of them, and what was there before.
        var frame = new TryFrame([]);
        foreach (int variable in BoundBetween(_scope, _e[body].Start, _e[body].End))
        {
            int handler = NewSlot();
            if (_scope.Env[variable] != Scope.Unbound) EmitCopy(handler, _scope.Env[variable]);
            frame.HandlerSlots.Add(variable, handler);
        }
        _scope.Tries.Add(frame);
        int mark = _scope.Log.Count;
        ReadStatements(body);
        _scope.Tries.Remove(frame);

        List<Branch> branches = [];
        int finallyClause = -1;
        for (int c = _e[body].Next; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.ElseClause) ReadStatements(Child(c, G.Body));
            if (Kind(c) == PyKind.FinallyClause) finallyClause = c;
        }
        branches.Add(TakeBranch(mark));
        for (int c = _e[body].Next; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) is not (PyKind.ExceptClause or PyKind.ExceptGroupClause)) continue;
            _scope.Dead = entered;
            foreach (var (variable, slot) in frame.HandlerSlots) Assign(_scope, variable, slot);
            ReadExcept(c);
            branches.Add(TakeBranch(mark));
        }
        _scope.Dead = entered;
        if (finallyClause < 0)
        {
            Join(branches);
            _scope.Dead |= entered;
            return;
        }
        bool reached = branches.Exists(b => !b.Dead);
        // A finally runs on every way out, the abrupt ones included.
        Join([.. branches.Select(b => b with { Dead = entered })]);
        ReadFinally(finallyClause);
        _scope.Dead |= entered || !reached;
    }

    private void ReadFinally(int clause)
    {
        for (int c = clause + 1; c < _e[clause].Next; c = _e[c].Next)
            if (Kind(c) == PyKind.Block) ReadStatements(c);
    }

    private void ReadExcept(int clause)
    {
        int value = Child(clause, G.Value), alias = Child(clause, G.Alias), block = -1;
        for (int c = clause + 1; c < _e[clause].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.Block) block = c;
            else if (value < 0 && _e[c].IsNamed && Kind(c) != PyKind.Comment) value = c;
        }
        if (value >= 0 && Kind(value) == PyKind.AsPattern)
        {
            alias = Child(value, G.Alias);
            value = FirstNamed(value);
        }
        if (value >= 0)
        {
            int type = Eval(value);
            if (alias >= 0)
            {
                // except* binds a group of what is named, whatever that is.
                int caught = Kind(clause) == PyKind.ExceptGroupClause || Kind(clause + 1) == PyKind.Star ? Builtin("ExceptionGroup") : EmitInstanceOf(type);
                if (caught != Slots.None) Store(alias, caught);
            }
        }
        if (block >= 0) ReadStatements(block);
    }

    private void ReadMatch(int node)
    {
        int subjectNode = Child(node, G.Subject), body = Child(node, G.Body);
        if (subjectNode < 0 || body < 0) return;
        int subject = Eval(subjectNode);
        bool entered = _scope.Dead, exhaustive = false;
        List<Branch> branches = [];
        int mark = _scope.Log.Count;
        for (int c = body + 1; c < _e[body].Next; c = _e[c].Next)
        {
            if (Kind(c) != PyKind.CaseClause) continue;
            _scope.Dead = entered || exhaustive;
            int consequence = Child(c, G.Consequence), guard = Child(c, G.Guard);
            bool irrefutable = false;
            for (int p = c + 1; p < _e[c].Next; p = _e[p].Next)
            {
                if (Kind(p) != PyKind.CasePattern) continue;
                int narrowed = MatchPattern(p, subject, out bool always);
                irrefutable |= always;
                if (Kind(subjectNode) == PyKind.Identifier && narrowed != subject) Bind(Name(subjectNode), narrowed);
            }
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
                MatchSequence(pattern, subject);
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

    private void MatchSequence(int pattern, int subject)
    {
        List<int> parts = [];
        int star = -1;
        for (int c = pattern + 1; c < _e[pattern].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            if (Kind(c) == PyKind.SplatPattern || (Kind(c) == PyKind.CasePattern && Kind(c + 1) == PyKind.SplatPattern)) star = parts.Count;
            parts.Add(c);
        }
        int at = BeginOp(OpCode.Unpack);
        _ops.Add(subject);
        _ops.Add(Line(pattern));
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

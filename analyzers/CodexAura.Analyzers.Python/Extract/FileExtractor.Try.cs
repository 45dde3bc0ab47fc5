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
        _segment++;
        _scope.Epoch++;
        // A handler may start after any binding of the body: it sees all of them, and what was there before.
        var frame = new TryFrame([]);
        foreach (int variable in BoundBetween(_scope, _e[body].Start, _e[body].End))
        {
            int handler = NewSlot();
            if (_scope.Env[variable] != Scope.Unbound) EmitCopy(handler, _scope.Env[variable]);
            frame.HandlerSlots.Add(variable, handler);
        }
        _scope.Tries.Add(frame);
        int mark = _scope.Log.Count, firstImport = _facts.Imports.Count;
        bool? passes = NamesExist(body);
        _scope.Dead |= passes == false;
        ReadStatements(body);
        _scope.Tries.Remove(frame);
        int imports = _facts.Imports.Count - firstImport;
        var (probed, probe) = Probe(body);

        List<Branch> branches = [];
        int finallyClause = -1;
        for (int c = _e[body].Next; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.ElseClause)
            {
                if (probed >= 0) NarrowByAttribute(probed, probe, has: true);
                ReadStatements(Child(c, G.Body));
            }
            if (Kind(c) == PyKind.FinallyClause) finallyClause = c;
        }
        branches.Add(TakeBranch(mark));
        for (int c = _e[body].Next; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) is not (PyKind.ExceptClause or PyKind.ExceptGroupClause)) continue;
            _scope.Dead = entered || passes == true;
            ForgetAttributes();
            foreach (var (variable, slot) in frame.HandlerSlots) Assign(_scope, variable, slot);
            if (probed >= 0 && CatchesOnly(c, IsAttributeError)) NarrowByAttribute(probed, probe, has: false);
            ReadExcept(c);
            if (imports > 0 && CatchesOnly(c, IsImportError)) MakeFallback([.. frame.HandlerSlots.Keys.Union(BoundBetween(_scope, _e[c].Start, _e[c].End))], firstImport, imports);
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

    /// <summary>try: y = x.name asks whether x has that attribute: the node of x and the name; -1 where a body does anything else.</summary>
    private (int Node, int Name) Probe(int body)
    {
        int statement = FirstNamed(body), assignment = statement >= 0 && _e[statement].Next == _e[body].Next && Kind(statement) == PyKind.ExpressionStatement ? FirstNamed(statement) : -1;
        int read = assignment >= 0 && Kind(assignment) == PyKind.Assignment ? Child(assignment, G.Right) : -1;
        if (read < 0 || Kind(read) != PyKind.Attribute || Child(read, G.Object) is not (>= 0 and var @object) || Kind(@object) != PyKind.Identifier) return (-1, -1);
        return Child(read, G.AttributeName) is >= 0 and var name ? (@object, Member(name)) : (-1, -1);
    }

    private bool IsAttributeError(int node) => Kind(node) == PyKind.Identifier && Text(node).SequenceEqual("AttributeError"u8);

    /// <summary>Whether a handler is for exceptions of one kind, and for nothing else.</summary>
    private bool CatchesOnly(int clause, Func<int, bool> isMeant)
    {
        int type = Child(clause, G.Value);
        for (int c = clause + 1; c < _e[clause].Next && type < 0; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) is not (PyKind.Comment or PyKind.Block)) type = c;
        if (type >= 0 && Kind(type) == PyKind.AsPattern) type = FirstNamed(type);
        if (type < 0) return false;
        if (Kind(type) != PyKind.Tuple) return isMeant(type);
        for (int c = type + 1; c < _e[type].Next; c = _e[c].Next)
            if (_e[c].IsNamed && !isMeant(c)) return false;
        return true;
    }

    private bool IsImportError(int node) =>
        Kind(node) == PyKind.Identifier && (Text(node).SequenceEqual("ImportError"u8) || Text(node).SequenceEqual("ModuleNotFoundError"u8));

    /// <summary>What a handler binds for a failed import is only there where the import fails.</summary>
    private void MakeFallback(List<int> variables, int firstImport, int imports)
    {
        foreach (int variable in variables)
        {
            int value = _scope.Env[variable];
            if (value == Scope.Unbound) continue;
            int fallback = NewSlot();
            Emit(OpCode.Fallback, fallback, value, firstImport, imports);
            if (_staticSlots.Contains(value)) _staticSlots.Add(fallback);
            Assign(_scope, variable, fallback);
        }
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
}

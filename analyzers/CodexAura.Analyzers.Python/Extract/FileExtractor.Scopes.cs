using System.Runtime.InteropServices;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Names: which scope binds them, which slot they stand for, what branches and loops do to them.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Names that some function declares global or nonlocal: their scopes share them through one slot.</summary>
    private void CollectSharedNames()
    {
        for (int i = 0, end = _table.Entries.Length; i < end; i++)
        {
            var kind = Kind(i);
            if (kind != PyKind.GlobalStatement && kind != PyKind.NonlocalStatement) continue;
            for (int c = i + 1; c < _e[i].Next; c = _e[c].Next)
                if (Kind(c) == PyKind.Identifier) (kind == PyKind.GlobalStatement ? _fileGlobals : _fileNonlocals).Add(Name(c));
        }
    }

    /// <summary>Declares every name the body under a node binds in this scope, in order of place.</summary>
    private void Declare(Scope scope, int body)
    {
        int end = _e[body].Next;
        for (int i = body + 1; i < end;)
        {
            var kind = Kind(i);
            if (IsDecision(kind)) scope.Decisions++;
            switch (kind)
            {
                case PyKind.FunctionDefinition:
                case PyKind.ClassDefinition:
                    scope.HasNested = true;
                    DeclareName(scope, Child(i, G.Name), otherwise: false);
                    if (Child(i, G.Name) is >= 0 and var defined) scope.Defined.Add(scope.Declare(Name(defined)));
                    DeclareWalrus(scope, i);
                    i = _e[i].Next;
                    continue;
                case PyKind.Lambda:
                    scope.HasNested = true;
                    i = _e[i].Next;
                    continue;
                case PyKind.ListComprehension or PyKind.SetComprehension or PyKind.DictionaryComprehension or PyKind.GeneratorExpression:
                    DeclareWalrus(scope, i);
                    i = _e[i].Next;
                    continue;
                case PyKind.Assignment or PyKind.AugmentedAssignment or PyKind.ForStatement:
                    DeclareTarget(scope, Child(i, G.Left));
                    break;
                case PyKind.NamedExpression:
                    DeclareName(scope, Child(i, G.Name));
                    break;
                case PyKind.AsPatternTarget:
                    DeclareTarget(scope, i);
                    break;
                case PyKind.ExceptClause or PyKind.ExceptGroupClause:
                    DeclareTarget(scope, Child(i, G.Alias));
                    break;
                case PyKind.ImportStatement or PyKind.ImportFromStatement or PyKind.FutureImportStatement:
                    DeclareImports(scope, i);
                    i = _e[i].Next;
                    continue;
                case PyKind.DeleteStatement:
                    DeclareTarget(scope, FirstNamed(i));
                    break;
                case PyKind.CaseClause:
                    DeclareCaptures(scope, i);
                    break;
                case PyKind.TypeAliasStatement:
                    DeclareTarget(scope, i);
                    break;
                case PyKind.GlobalStatement:
                    scope.Globals ??= [];
                    AddIdentifiers(scope.Globals, i);
                    break;
                case PyKind.NonlocalStatement:
                    scope.Nonlocals ??= [];
                    AddIdentifiers(scope.Nonlocals, i);
                    break;
            }
            i++;
        }
    }

    private void DeclareWalrus(Scope scope, int node)
    {
        // Nested functions bind their own walrus names; what stands in a comprehension binds here.
        if (Kind(node) is PyKind.FunctionDefinition or PyKind.ClassDefinition) return;
        for (int i = node + 1, end = _e[node].Next; i < end; i++)
        {
            var kind = Kind(i);
            if (kind == PyKind.NamedExpression) DeclareName(scope, Child(i, G.Name));
            else if (kind == PyKind.Lambda) scope.HasNested = true;
            if (IsDecision(kind)) scope.Decisions++;
        }
    }

    /// <summary>What adds a path (T. J. McCabe, 1976): branches, loops, handlers, cases, conditional expressions, and/or, comprehension parts.</summary>
    private static bool IsDecision(PyKind kind) => kind is PyKind.IfStatement or PyKind.ElifClause or PyKind.ForStatement
        or PyKind.WhileStatement or PyKind.ExceptClause or PyKind.ExceptGroupClause or PyKind.CaseClause
        or PyKind.ConditionalExpression or PyKind.BooleanOperator or PyKind.ForInClause or PyKind.IfClause;

    private void DeclareImports(Scope scope, int node)
    {
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (_e[c].Field != G.Name) continue;
            if (Kind(c) == PyKind.AliasedImport) DeclareName(scope, Child(c, G.Alias), otherwise: false);
            else if (Kind(c) == PyKind.DottedName) DeclareName(scope, c + 1, otherwise: false);
        }
    }

    private void DeclareCaptures(Scope scope, int clause)
    {
        int consequence = Child(clause, G.Consequence);
        int end = consequence < 0 ? _e[clause].Next : consequence;
        for (int i = clause + 1; i < end; i++)
        {
            var kind = Kind(i);
            // The class of a class pattern and the key of a mapping pattern are read, not bound.
            if (kind == PyKind.ClassPattern && FirstNamed(i) is >= 0 and var type && Kind(type) == PyKind.DottedName) i = _e[type].Next - 1;
            else if (kind == PyKind.DottedName && _e[i].Field == G.Key) i = _e[i].Next - 1;
            else if (kind is PyKind.DottedName && _e[i + 1].Next == _e[i].Next && Kind(i + 1) == PyKind.Identifier) DeclareName(scope, i + 1);
            else if (kind is PyKind.SplatPattern or PyKind.AsPattern)
                for (int c = i + 1; c < _e[i].Next; c = _e[c].Next)
                    if (Kind(c) == PyKind.Identifier) DeclareName(scope, c);
        }
    }

    private void DeclareTarget(Scope scope, int node)
    {
        if (node < 0) return;
        switch (Kind(node))
        {
            case PyKind.Identifier:
                DeclareName(scope, node);
                break;
            case PyKind.Attribute or PyKind.Subscript or PyKind.Call:
                break;
            default:
                for (int c = node + 1; c < _e[node].Next; c = _e[c].Next) DeclareTarget(scope, c);
                break;
        }
    }

    private void DeclareName(Scope scope, int identifier, bool otherwise = true)
    {
        if (identifier < 0 || identifier >= _table.Entries.Length) return;
        int variable = scope.Declare(Name(identifier));
        scope.Bindings.Add((_e[identifier].Start, variable));
        if (otherwise) scope.BoundOtherwise.Add(variable);
    }

    private void AddIdentifiers(HashSet<int> to, int node)
    {
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
            if (Kind(c) == PyKind.Identifier) to.Add(Name(c));
    }

    /// <summary>Makes room for the variables; where other scopes can see them, a block of slots through which they do.</summary>
    private void Prepare(Scope scope, bool always)
    {
        int count = scope.Variables.Count;
        scope.Env = new int[count];
        Array.Fill(scope.Env, Scope.Unbound);
        scope.CallsAtBinding = new int[count];
        scope.EpochAtBinding = new int[count];
        scope.Bindings.Sort();
        if (!always) return;
        scope.SharedBase = _slots;
        _slots += count;
        var shared = scope.Kind == ScopeKind.Module ? _fileGlobals : _fileNonlocals;
        if (shared.Count == 0) return;
        for (int v = 0; v < count; v++)
            if (shared.Contains(scope.Names[v])) scope.SharedWrites.Add(v);
    }

    /// <summary>At the end of a scope: what other scopes may see goes into the shared slots.</summary>
    private void CloseScope(Scope scope)
    {
        if (scope.SharedBase == Scope.Unbound) return;
        bool dead = scope.Dead;
        scope.Dead = false;
        foreach (var (variable, slot) in scope.Visible.Distinct()) EmitCopy(scope.Shared(variable), slot);
        // Variables beyond the names are attributes, which no other scope sees.
        if (scope.Kind == ScopeKind.Module)
            for (int v = 0; v < scope.Names.Count; v++)
                if (scope.Env[v] != Scope.Unbound) EmitCopy(scope.Shared(v), scope.Env[v]);
        scope.Dead = dead;
    }

    private void WriteExports()
    {
        for (int v = 0; v < _module.Names.Count; v++)
            _facts.Exports.Add(new ExportRecord
            {
                Name = _module.Names[v], Slot = _module.Shared(v), ImportOnly = _module.BoundOtherwise.Contains(v) || _module.Defined.Contains(v) ? 0 : 1,
            });
    }

    private void Bind(int name, int slot)
    {
        var scope = _scope;
        while (scope.Kind == ScopeKind.Comprehension && !scope.Variables.ContainsKey(name)) scope = scope.Parent!;
        if (scope.Globals?.Contains(name) == true)
        {
            EmitCopy(_module.Shared(_module.Variables[name]), slot);
            return;
        }
        if (scope.Nonlocals?.Contains(name) == true)
        {
            for (var s = scope.Parent; s is not null; s = s.Parent)
                if (s.Kind == ScopeKind.Function && s.Variables.TryGetValue(name, out int outer) && s.SharedBase != Scope.Unbound)
                {
                    EmitCopy(s.Shared(outer), slot);
                    return;
                }
            return;
        }
        if (!scope.Variables.TryGetValue(name, out int variable)) return;
        // What only type checkers see does not replace what the program has.
        if (_typeOnly == 0 || scope.Env[variable] == Scope.Unbound) Rebind(scope, variable, slot);
    }

    private void Rebind(Scope scope, int variable, int slot)
    {
        int old = scope.Env[variable];
        if (scope.Kind == ScopeKind.Module)
        {
            if (old != Scope.Unbound && scope.CallsAtBinding[variable] != scope.Calls) scope.Visible.Add((variable, old));
            scope.CallsAtBinding[variable] = scope.Calls;
            if (scope.SharedWrites.Contains(variable)) scope.Visible.Add((variable, slot));
        }
        else if (scope.SharedBase != Scope.Unbound) scope.Visible.Add((variable, slot));
        Assign(scope, variable, slot);
        scope.EpochAtBinding[variable] = scope.Epoch;
        foreach (var frame in scope.Tries)
            if (frame.HandlerSlots.TryGetValue(variable, out int handler)) EmitCopy(handler, slot);
    }

    private static void Assign(Scope scope, int variable, int slot)
    {
        scope.Log.Add((variable, scope.Env[variable]));
        scope.Env[variable] = slot;
    }

    private void Unbind(int name)
    {
        if (_scope.Variables.TryGetValue(name, out int variable) && _scope.Globals?.Contains(name) != true)
            Assign(_scope, variable, Scope.Unbound);
    }

    /// <summary>The slot a name stands for here: Python's LEGB rule, class scopes seen only from directly in their own body.</summary>
    private int Lookup(int name)
    {
        bool crossed = false;
        for (var s = _scope; s is not null; s = s.Parent)
        {
            if (s.Kind == ScopeKind.Class && s != _scope) continue;
            if (s.Variables.TryGetValue(name, out int variable))
            {
                if (s.Globals?.Contains(name) == true) return _module.Shared(_module.Variables[name]);
                if (s.Nonlocals?.Contains(name) != true)
                {
                    if (_inAnnotation && s.Kind == ScopeKind.Module) return s.Shared(variable);
                    // What another scope may have written is only seen after something that could have run it.
                    bool own = !crossed && s.Env[variable] != Scope.Unbound && s.EpochAtBinding[variable] == s.Epoch;
                    if (crossed || (s.SharedWrites.Contains(variable) && !own))
                    {
                        if (s.SharedBase != Scope.Unbound) return s.Shared(variable);
                    }
                    else if (s.Env[variable] != Scope.Unbound) return s.Env[variable];
                    else if (s.Kind == ScopeKind.Function) return s.SharedBase != Scope.Unbound ? s.Shared(variable) : Unknown;
                }
            }
            else if (s.Globals?.Contains(name) == true && _module.Variables.TryGetValue(name, out int global)) return _module.Shared(global);
            if (s.Kind == ScopeKind.Function) crossed = true;
        }
        // The compiler gives methods their class under this name.
        if (crossed && name == Known("__class__") && EnclosingClass() is >= 0 and var around) return _classSlots[around];
        return _facts.Ref(RefKind.Global, name);
    }

    /// <summary>What a branch changed, and whether its end is reached.</summary>
    private readonly record struct Branch(List<(int Variable, int Slot)> Changes, bool Dead);

    /// <summary>Ends a branch: everything changed since <paramref name="mark"/> is undone.</summary>
    /// <param name="mark">Length of the log where the branch started.</param>
    /// <param name="from">Where its changes are counted from, when that is earlier.</param>
    private Branch TakeBranch(int mark, int from = -1)
    {
        if (from < 0) from = mark;
        _segment++;
        _scope.Epoch++;
        var log = _scope.Log;
        var changes = new List<(int, int)>();
        var seen = log.Count - from > 8 ? new HashSet<int>() : null;
        for (int i = log.Count - 1; i >= from; i--)
        {
            int variable = log[i].Variable;
            if (seen?.Add(variable) ?? !changes.Exists(c => c.Item1 == variable)) changes.Add((variable, _scope.Env[variable]));
        }
        for (int i = log.Count - 1; i >= mark; i--) _scope.Env[log[i].Variable] = log[i].Slot;
        log.RemoveRange(mark, log.Count - mark);
        return new Branch(changes, _scope.Dead);
    }

    /// <summary>Where branches meet: variables that differ get a new slot that holds the values of all of them.</summary>
    private void Join(List<Branch> branches)
    {
        _segment++;
        _scope.Epoch++;
        var live = branches.FindAll(b => !b.Dead);
        _scope.Dead = live.Count == 0;
        if (live.Count == 0) return;
        if (live.Count == 1)
        {
            for (int i = live[0].Changes.Count - 1; i >= 0; i--) Assign(_scope, live[0].Changes[i].Variable, live[0].Changes[i].Slot);
            return;
        }
        var variables = new SortedSet<int>(live.SelectMany(b => b.Changes.Select(c => c.Variable)));
        foreach (int variable in variables)
        {
            List<int> slots = [];
            bool known = true;
            foreach (var branch in live)
            {
                int at = branch.Changes.FindIndex(c => c.Variable == variable);
                int slot = at < 0 ? _scope.Env[variable] : branch.Changes[at].Slot;
                known &= slot != Scope.Unbound;
                if (slot != Scope.Unbound && !slots.Contains(slot)) slots.Add(slot);
            }
            // A flag that is set in one branch and not in the other is any of both.
            if (slots.Count > 1 && slots.TrueForAll(s => Slots.IsRef(s) && (RefKind)_facts.RefAt(s).Kind == RefKind.Boolean)) slots = [Builtin("bool")];
            // Of an attribute something is known only where all branches know something.
            if (variable >= _scope.Names.Count && (!known || slots.Count > 1))
            {
                Assign(_scope, variable, Scope.Unbound);
                continue;
            }
            if (slots.Count == 0) Assign(_scope, variable, Scope.Unbound);
            else if (slots.Count == 1) Assign(_scope, variable, slots[0]);
            else
            {
                int meet = NewSlot();
                foreach (int slot in slots) EmitCopy(meet, slot);
                if (live.Count == 2 && slots.Count == 2) NoteAnswered(meet, slots[0], slots[1], live[0], live[1]);
                NoteMeeting(meet, CollectionsMarshal.AsSpan(slots));
                Assign(_scope, variable, meet);
            }
        }
    }

    /// <summary>The variables bound between two places, each once.</summary>
    private static List<int> BoundBetween(Scope scope, int start, int end)
    {
        int at = scope.Bindings.BinarySearch((start, -1));
        if (at < 0) at = ~at;
        var found = new List<int>();
        for (; at < scope.Bindings.Count && scope.Bindings[at].Position < end; at++)
            if (!found.Contains(scope.Bindings[at].Variable)) found.Add(scope.Bindings[at].Variable);
        return found;
    }
}

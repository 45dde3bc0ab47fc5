using CodexAura.Analyzers.Python.Extract;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>try and with.</summary>
internal sealed partial class Interpreter
{
    private IEnumerable<object> ExecTry(Node node, Env env)
    {
        PyError? error = null;
        foreach (object value in Guarded(node[G.Body], env, e => error = e)) yield return value;
        var clauses = node.Named;
        if (error is null && env.Signal == Signal.Next)
        {
            foreach (var clause in clauses)
                if (clause.Kind == PyKind.ElseClause)
                    foreach (object value in Guarded(clause[G.Body], env, e => error = e)) yield return value;
        }
        else if (error is { } caught)
        {
            foreach (var clause in clauses)
            {
                if (clause.Kind == PyKind.ExceptGroupClause || clause.Kind == PyKind.ExceptClause && clause.Has(PyKind.Star))
                {
                    foreach (object value in ExecGroupClause(clause, error, env, e => error = e)) yield return value;
                    if (error is null) break;
                    continue;
                }
                if (clause.Kind != PyKind.ExceptClause || !Handles(clause, caught, env, out string? alias)) continue;
                error = null;
                var outer = env.Handled;
                env.Handled = caught;
                if (alias is not null) Bind(alias, caught.Value, env);
                foreach (object value in Guarded(clause.Named.Last(n => n.Kind == PyKind.Block), env, e => error = e)) yield return value;
                env.Handled = outer;
                if (alias is not null) VarsOf(alias, env).Remove(alias);
                break;
            }
        }
        foreach (var clause in clauses)
        {
            if (clause.Kind != PyKind.FinallyClause) continue;
            // What was on its way out goes on after it, unless it has a way out of its own.
            var (signal, returned) = (env.Signal, env.Returned);
            env.Signal = Signal.Next;
            foreach (object value in ExecBlock(clause.Named.Last(n => n.Kind == PyKind.Block), env)) yield return value;
            if (env.Signal != Signal.Next) error = null;
            else (env.Signal, env.Returned) = (signal, returned);
        }
        if (error is not null) throw error;
    }

    /// <summary>except*: takes those errors of a group that it is about; the rest goes on to the next.</summary>
    private IEnumerable<object> ExecGroupClause(Node clause, PyError error, Env env, Action<PyError?> goesOn)
    {
        if (IsUnknown(error.Value)) throw Stop("except* of something unknown");
        var errors = error.Value is PyObject o && o.Attributes.TryGetValue("exceptions", out object? inner) ? Leaves(inner).ToList() : [error.Value];
        string? alias = null;
        var taken = errors.Where(e => Handles(clause, new PyError(e, isRaised: true), env, out alias)).ToArray();
        if (taken.Length == 0) yield break;
        PyObject Group(IEnumerable<object> some) => (PyObject)Call(BuiltinClass("ExceptionGroup"), ["", new PyList([.. some])]);
        PyError? own = null;
        if (alias is not null) Bind(alias, Group(taken), env);
        foreach (object value in Guarded(clause.Named.Last(n => n.Kind == PyKind.Block), env, e => own = e)) yield return value;
        if (alias is not null) VarsOf(alias, env).Remove(alias);
        object[] rest = [.. errors.Except(taken)];
        goesOn(own ?? (rest.Length == 0 ? null : new PyError(Group(rest), error.IsRaised)));
    }

    private IEnumerable<object> Leaves(object errors)
    {
        IEnumerable<object> Inside(object error) =>
            error is PyObject o && o.Attributes.TryGetValue("exceptions", out object? inner) ? Nested(() => Leaves(inner).ToList()) : [error];
        return Iterate(errors).ToList().SelectMany(Inside);
    }

    /// <summary>A block whose error is told rather than thrown.</summary>
    private IEnumerable<object> Guarded(Node block, Env env, Action<PyError> failed)
    {
        using var steps = ExecBlock(block, env).GetEnumerator();
        while (true)
        {
            _guarded++;
            try
            {
                if (!steps.MoveNext()) yield break;
            }
            catch (PyError error)
            {
                failed(error);
                yield break;
            }
            finally
            {
                _guarded--;
            }
            yield return steps.Current;
        }
    }

    private bool Handles(Node clause, PyError error, Env env, out string? alias)
    {
        alias = clause[G.Alias] is { Exists: true } named ? named.Text : null;
        var type = clause[G.Value].Exists ? clause[G.Value] : clause.Named.FirstOrDefault(n => n.Kind != PyKind.Block);
        if (!type.Exists) return true;
        if (type.Kind == PyKind.AsPattern)
        {
            alias = type[G.Alias].Text;
            type = type.First;
        }
        At(clause);
        return IsInstance(error.Value, Eval(type, env));
    }

    private IEnumerable<object> ExecWith(Node node, Node[] items, int at, Env env)
    {
        if (at == items.Length)
        {
            foreach (object value in ExecBlock(node[G.Body], env)) yield return value;
            yield break;
        }
        bool isAsync = node.Has(PyKind.Async);
        var item = items[at][G.Value];
        var expression = item.Kind == PyKind.AsPattern ? item.First : item;
        if (item.Kind == PyKind.Tuple) throw Stop("a tuple of context managers");
        object manager = Eval(expression, env);
        bool isUnknown = IsUnknown(manager);
        object Known(string method) => isUnknown ? manager : Special(manager, method) ?? throw Stop("no context manager that is known");
        object leave = Known(isAsync ? "__aexit__" : "__exit__");
        object entered = Call(Known(isAsync ? "__aenter__" : "__enter__"), []);
        if (isAsync) entered = Await(entered);
        if (item.Kind == PyKind.AsPattern) Store(item[G.Alias], entered, env);
        PyError? error = null;
        using (var steps = ExecWith(node, items, at + 1, env).GetEnumerator())
            while (true)
            {
                try
                {
                    if (!steps.MoveNext()) break;
                }
                catch (PyError e)
                {
                    error = e;
                    break;
                }
                yield return steps.Current;
            }
        At(node);
        object[] details = error is null ? [Py.None, Py.None, Py.None] : [IsUnknown(error.Value) ? Py.External : TypeOf(error.Value), error.Value, Py.External];
        // What comes from outside lets errors pass, as most do.
        object swallowed = isUnknown ? false : Call(leave, details);
        if (isAsync && !isUnknown) swallowed = Await(swallowed);
        if (error is not null && !Truth(swallowed)) throw error;
    }
}

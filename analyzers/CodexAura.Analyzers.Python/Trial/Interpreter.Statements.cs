using CodexAura.Analyzers.Python.Extract;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Statements. They are iterators, because those of a generator stop at each yield; what is iterated over is what is yielded.</summary>
internal sealed partial class Interpreter
{
    private IEnumerable<object> ExecBlock(Node block, Env env)
    {
        foreach (var statement in block.Named)
        {
            Step();
            At(statement);
            if (YieldIn(statement) is { Exists: true } yield)
            {
                object result = Py.None;
                foreach (object value in ExecYield(yield, env, r => result = r)) yield return value;
                Finish(statement, result, env);
            }
            else if (IsCompound(statement.Kind))
                foreach (object value in ExecCompound(statement, env)) yield return value;
            else ExecSimple(statement, env);
            if (env.Signal != Signal.Next) yield break;
        }
    }

    private static bool IsCompound(PyKind kind) => kind is PyKind.IfStatement or PyKind.ForStatement or PyKind.WhileStatement or PyKind.TryStatement
        or PyKind.WithStatement or PyKind.MatchStatement or PyKind.Block;

    private IEnumerable<object> ExecCompound(Node node, Env env) => node.Kind switch
    {
        PyKind.IfStatement => ExecIf(node, env),
        PyKind.ForStatement => ExecFor(node, env),
        PyKind.WhileStatement => ExecWhile(node, env),
        PyKind.TryStatement => ExecTry(node, env),
        PyKind.WithStatement => ExecWith(node, [.. node.Below.Where(n => n.Kind == PyKind.WithItem && n.Start < node[G.Body].Start)], 0, env),
        PyKind.MatchStatement => ExecMatch(node, env),
        _ => ExecBlock(node, env),
    };

    /// <summary>The yield that is a statement's value; one inside an expression is not known here.</summary>
    private static Node YieldIn(Node statement)
    {
        var node = statement.Kind switch
        {
            PyKind.ExpressionStatement => statement.First,
            PyKind.ReturnStatement => statement.First,
            _ => default,
        };
        if (node.Exists && node.Kind is PyKind.Assignment or PyKind.AugmentedAssignment) node = node[G.Right];
        while (node.Exists && node.Kind == PyKind.ParenthesizedExpression) node = node.First;
        return node.Exists && node.Kind == PyKind.Yield ? node : default;
    }

    private void Finish(Node statement, object result, Env env)
    {
        if (statement.Kind == PyKind.ReturnStatement)
        {
            (env.Returned, env.Signal) = (result, Signal.Return);
            return;
        }
        var node = statement.First;
        if (node.Kind == PyKind.Assignment) Store(node[G.Left], result, env);
        else if (node.Kind == PyKind.AugmentedAssignment) throw Stop("yield in an augmented assignment");
    }

    private IEnumerable<object> ExecYield(Node yield, Env env, Action<object> done)
    {
        object value = yield.First.Exists ? Eval(yield.First, env) : Py.None;
        if (!yield.Has(PyKind.From))
        {
            yield return value;
            done(TakeSent(env));
            yield break;
        }
        if (value is not PyIterator { Env: { } inner } generator)
        {
            foreach (object item in Iterate(value)) yield return item;
            done(Py.None);
            yield break;
        }
        object sent = Py.None;
        PyError? thrown = null;
        while (Resume(generator, sent, thrown, out object step))
        {
            yield return step;
            (sent, thrown) = (env.Sent, env.Thrown);
            (env.Sent, env.Thrown) = (Py.None, null);
        }
        done(inner.Returned);
    }

    private static object TakeSent(Env env)
    {
        object sent = env.Sent;
        env.Sent = Py.None;
        if (env.Thrown is not { } thrown) return sent;
        env.Thrown = null;
        throw thrown;
    }

    private void ExecSimple(Node node, Env env)
    {
        switch (node.Kind)
        {
            case PyKind.ExpressionStatement:
                foreach (var part in node.Named) ExecExpression(part, env);
                break;
            case PyKind.FunctionDefinition: DefineFunction(node, [], env); break;
            case PyKind.ClassDefinition: DefineClass(node, [], env); break;
            case PyKind.DecoratedDefinition:
                var decorators = node.Named.Where(n => n.Kind == PyKind.Decorator).Select(d => Eval(d.First, env)).ToList();
                if (node[G.Definition].Kind == PyKind.ClassDefinition) DefineClass(node[G.Definition], decorators, env);
                else DefineFunction(node[G.Definition], decorators, env);
                break;
            case PyKind.ReturnStatement:
                env.Returned = node.First.Exists ? Eval(node.First, env) : Py.None;
                env.Signal = Signal.Return;
                break;
            case PyKind.RaiseStatement: Raise(node, env); break;
            case PyKind.DeleteStatement:
                foreach (var target in node.Named) Delete(target, env);
                break;
            case PyKind.AssertStatement:
                if (!Truth(Eval(node.First, env))) throw new PyError(MakeError("AssertionError", [.. node.Named.Skip(1).Select(n => Eval(n, env))]), isRaised: true);
                break;
            case PyKind.ImportStatement or PyKind.ImportFromStatement: Import(node, env); break;
            case PyKind.BreakStatement: env.Signal = Signal.Break; break;
            case PyKind.ContinueStatement: env.Signal = Signal.Continue; break;
            case PyKind.TypeAliasStatement:
                // What it names serves annotations.
                foreach (var part in node.Below)
                    if (part.Kind == PyKind.Identifier)
                    {
                        Bind(part.Text, BuiltinClass("external"), env);
                        break;
                    }
                break;
            case PyKind.GlobalStatement or PyKind.NonlocalStatement or PyKind.PassStatement or PyKind.FutureImportStatement: break;
            default: throw Stop($"the statement {node.Kind}");
        }
    }

    private object ExecExpression(Node node, Env env)
    {
        switch (node.Kind)
        {
            case PyKind.Assignment:
                var (left, right) = (node[G.Left], node[G.Right]);
                if (node[G.Type].Exists && env.Kind == EnvKind.Class && left.Kind == PyKind.Identifier && env.Annotated.TrueForAll(a => a.Name != left.Text))
                    env.Annotated.Add((left.Text, node[G.Type]));
                if (!right.Exists) return Py.None;
                object value = ExecExpression(right, env);
                Store(left, value, env);
                return value;
            case PyKind.AugmentedAssignment:
                return Augment(node, env);
            default:
                return Eval(node, env);
        }
    }

    private object Augment(Node node, Env env)
    {
        var target = node[G.Left];
        int op = Operators.IndexOf(node[G.Operator].Kind);
        object result;
        switch (target.Kind)
        {
            case PyKind.Attribute:
                object holder = Eval(target[G.Object], env);
                string name = Member(target, env);
                result = Operate(op, GetAttribute(holder, name), Eval(node[G.Right], env), inPlace: true);
                SetAttribute(holder, name, result);
                break;
            case PyKind.Subscript:
                object container = Eval(target[G.Value], env), index = Subscript(target, env);
                result = Operate(op, GetItem(container, index), Eval(node[G.Right], env), inPlace: true);
                StoreItem(container, index, result);
                break;
            default:
                result = Operate(op, Eval(target, env), Eval(node[G.Right], env), inPlace: true);
                Store(target, result, env);
                break;
        }
        return result;
    }

    private void Raise(Node node, Env env)
    {
        if (!node.First.Exists)
        {
            for (var e = env; e is not null; e = e.Parent)
                if (e.Handled is { } handled) throw new PyError(handled.Value, isRaised: true);
            throw Stop("raise with nothing to raise again");
        }
        object value = Eval(node.First, env);
        object? reason = node[G.Cause] is { Exists: true } cause ? Eval(cause, env) : null;
        if (value is PyClass type) value = Call(type, []);
        if (reason is PyClass of) reason = Call(of, []);
        if (value is PyObject raised && reason is not null) raised.Attributes["__cause__"] = reason;
        throw new PyError(value, isRaised: true);
    }

    private IEnumerable<object> ExecIf(Node node, Env env)
    {
        if (Truth(Eval(node[G.Condition], env))) return ExecBlock(node[G.Consequence], env);
        foreach (var clause in node.Named)
        {
            if (clause.Field != G.Alternative) continue;
            if (clause.Kind == PyKind.ElseClause) return ExecBlock(clause[G.Body], env);
            At(clause);
            if (Truth(Eval(clause[G.Condition], env))) return ExecBlock(clause[G.Consequence], env);
        }
        return [];
    }

    private IEnumerable<object> ExecFor(Node node, Env env)
    {
        object iterable = Eval(node[G.Right], env);
        bool isBroken = false;
        foreach (object item in node.Has(PyKind.Async) ? IterateAsync(iterable) : Iterate(iterable))
        {
            Step();
            At(node);
            Store(node[G.Left], item, env);
            foreach (object value in ExecBlock(node[G.Body], env)) yield return value;
            if (!GoesOn(env, ref isBroken)) break;
        }
        if (isBroken || env.Signal != Signal.Next || node[G.Alternative] is not { Exists: true } otherwise) yield break;
        foreach (object value in ExecBlock(otherwise[G.Body], env)) yield return value;
    }

    private IEnumerable<object> ExecWhile(Node node, Env env)
    {
        bool isBroken = false;
        while (Truth(Eval(node[G.Condition], env)))
        {
            Step();
            foreach (object value in ExecBlock(node[G.Body], env)) yield return value;
            if (!GoesOn(env, ref isBroken)) break;
            At(node);
        }
        if (isBroken || env.Signal != Signal.Next || node[G.Alternative] is not { Exists: true } otherwise) yield break;
        foreach (object value in ExecBlock(otherwise[G.Body], env)) yield return value;
    }

    /// <summary>Whether a loop goes on after a turn.</summary>
    private static bool GoesOn(Env env, ref bool isBroken)
    {
        if (env.Signal == Signal.Return) return false;
        isBroken = env.Signal == Signal.Break;
        env.Signal = Signal.Next;
        return !isBroken;
    }
}

using CodexAura.Analyzers.Python.Extract;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>What assignments and del do to their targets.</summary>
internal sealed partial class Interpreter
{
    private void Store(Node target, object value, Env env)
    {
        switch (target.Kind)
        {
            case PyKind.Identifier:
                Bind(target.Text, value, env);
                break;
            case PyKind.Attribute:
                SetAttribute(Eval(target[G.Object], env), Member(target, env), value);
                break;
            case PyKind.Subscript:
                StoreItem(Eval(target[G.Value], env), Subscript(target, env), value);
                break;
            case PyKind.PatternList or PyKind.TuplePattern or PyKind.ListPattern or PyKind.Tuple or PyKind.List or PyKind.ExpressionList:
                Unpack(target.Named, value, env);
                break;
            case PyKind.ParenthesizedExpression or PyKind.AsPatternTarget:
                Store(target.First, value, env);
                break;
            default:
                throw Stop($"the target {target.Kind}");
        }
    }

    private void Unpack(Node[] targets, object value, Env env)
    {
        // What nobody knows is as many as are asked for.
        var items = IsUnknown(value) ? [.. Enumerable.Repeat(value, targets.Length)] : Iterate(value).ToList();
        int star = Array.FindIndex(targets, t => t.Kind is PyKind.ListSplatPattern or PyKind.ListSplat);
        if (star < 0 ? items.Count != targets.Length : items.Count < targets.Length - 1) throw Error("ValueError", "wrong number of values to unpack");
        for (int i = 0; i < targets.Length; i++)
        {
            if (i == star) Store(targets[i].First, new PyList(items.GetRange(star, items.Count - targets.Length + 1)), env);
            else Store(targets[i], items[star < 0 || i < star ? i : items.Count - targets.Length + i], env);
        }
    }

    private void Delete(Node target, Env env)
    {
        switch (target.Kind)
        {
            case PyKind.Identifier:
                if (!VarsOf(target.Text, env).Remove(target.Text)) throw Error("NameError", target.Text);
                break;
            case PyKind.Attribute:
                DeleteAttribute(Eval(target[G.Object], env), Member(target, env));
                break;
            case PyKind.Subscript:
                DeleteItem(Eval(target[G.Value], env), Subscript(target, env));
                break;
            default:
                foreach (var part in target.Named) Delete(part, env);
                break;
        }
    }
}

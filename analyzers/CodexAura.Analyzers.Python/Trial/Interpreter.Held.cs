namespace CodexAura.Analyzers.Python.Trial;

/// <summary>What is left when a program has run: what its modules lead to.</summary>
internal sealed partial class Interpreter
{
    private void NoteHeld()
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var next = new Stack<object>((_script is null ? _modules.Values : _modules.Values.Append(_script)).SelectMany(m => m.Vars.Values));
        while (next.TryPop(out object? value))
        {
            if (value is string or long or double or bool || !seen.Add(value)) continue;
            if (value is PyFunction { Def: < 0, Code.Node.Tree.IsLibrary: false } lambda) _result.HeldLambdas.Add((lambda.Closure.Module.File, lambda.Code.Node.Line));
            foreach (object part in PartsOf(value)) next.Push(part);
        }
    }

    private static IEnumerable<object> PartsOf(object value) => value switch
    {
        PyFunction function => [.. function.Attributes.Values, .. function.Defaults.Values, .. function.Closure.Kind == EnvKind.Module ? [] : Captured(function.Closure)],
        PyClass type => [.. type.Attributes.Values, .. type.Bases],
        PyObject instance => [.. instance.Attributes.Values, instance.Class, instance.Payload ?? Py.None],
        PyList list => list.Items,
        PyTuple tuple => tuple.Items,
        PyDict dict => dict.Entries.SelectMany(e => (object[])[e.Key, e.Value]),
        PyBound bound => [bound.Function, bound.Self],
        PyStatic wrapped => [wrapped.Function],
        PyClassMethod wrapped => [wrapped.Function],
        PyCachedProperty wrapped => [wrapped.Function],
        PyProperty property => [property.Get ?? Py.None, property.Set ?? Py.None, property.Delete ?? Py.None],
        PyIterator { Env: { } env } => Captured(env),
        Native native => native.Attributes.Values,
        _ => [],
    };

    private static IEnumerable<object> Captured(Env env)
    {
        for (var e = env; e is not null && e.Kind != EnvKind.Module; e = e.Parent)
            foreach (object value in e.Vars.Values) yield return value;
    }
}

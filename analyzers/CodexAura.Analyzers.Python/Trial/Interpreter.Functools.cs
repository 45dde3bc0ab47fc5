namespace CodexAura.Analyzers.Python.Trial;

/// <summary>functools, as far as it has to know more of functions than Python tells.</summary>
internal sealed partial class Interpreter
{
    private PyModule Functools(string path) => Of(path,
        ("partial", new Native("partial", Partial)),
        ("partialmethod", new Native("partialmethod", PartialMethod)),
        ("wraps", F(a => F(b => Wrapping(b[0], a[0])))),
        ("update_wrapper", F(a => Wrapping(a[0], a[1]))),
        ("cached_property", BuiltinClass("cached_property")),
        ("reduce", F(Reduced)));

    private object Reduced(object[] a)
    {
        var items = Iterate(a[1]).ToList();
        if (a.Length > 2) return items.Aggregate(a[2], (x, y) => Call(a[0], [x, y]));
        return items.Count == 0 ? throw Error("TypeError", "nothing to reduce") : items.Aggregate((x, y) => Call(a[0], [x, y]));
    }

    private object Partial(object[] a, Dictionary<string, object> named)
    {
        var made = new PyObject(LibraryClass("partial", ("__call__", CallPartial)));
        var keywords = new PyDict();
        foreach (var (name, value) in named) SetItem(keywords, name, value);
        (made.Attributes["func"], made.Attributes["args"], made.Attributes["keywords"]) = (a[0], new PyTuple(a[1..]), keywords);
        return made;
    }

    private object CallPartial(object[] a, Dictionary<string, object> named)
    {
        var given = (PyObject)a[0];
        var all = new Dictionary<string, object>();
        foreach (var (name, _, value) in ((PyDict)given.Attributes["keywords"]).Entries) all[(string)name] = value;
        foreach (var (name, value) in named) all[name] = value;
        return Call(given.Attributes["func"], [.. ((PyTuple)given.Attributes["args"]).Items, .. a[1..]], all);
    }

    /// <summary>A method whose first arguments after self are given.</summary>
    private object PartialMethod(object[] a, Dictionary<string, object> named)
    {
        var made = new PyObject(LibraryClass("partialmethod", ("__get__", BindPartial)));
        made.Attributes["func"] = a[0];
        made.Attributes["partial"] = F(b => Partial([b[0], .. a[1..]], named));
        return made;
    }

    private object BindPartial(object[] a, Dictionary<string, object> named)
    {
        var given = ((PyObject)a[0]).Attributes;
        object bound = Bind(given["func"], ReferenceEquals(a[1], Py.None) ? null : a[1], (PyClass)a[2]);
        return Call(given["partial"], [bound]);
    }

    /// <summary>What update_wrapper does: the wrapper says what it wraps.</summary>
    private object Wrapping(object wrapper, object wrapped)
    {
        if (wrapper is PyFunction function)
        {
            if (wrapped is PyFunction source)
                foreach (var (name, value) in source.Attributes) function.Attributes[name] = value;
            function.Attributes["__wrapped__"] = wrapped;
        }
        else if (wrapper is PyObject o and not PyClass)
        {
            o.Attributes["__wrapped__"] = wrapped;
            if (wrapped is PyFunction { Attributes: var a } && a.TryGetValue("__name__", out object? name)) o.Attributes["__name__"] = name;
        }
        else throw Stop("wraps");
        return wrapper;
    }

    /// <summary>The parameters of a function: name, kind by number, default, annotation.</summary>
    private object SignatureOf(object[] a)
    {
        if (Unbound(a[0]) is Native) return new PyList([]);
        object inner = Unbound(a[0]);
        while (inner is PyObject { Attributes: var attributes } && attributes.TryGetValue("__wrapped__", out object? wrapped)) inner = wrapped;
        if (inner is not PyFunction function) throw Stop("a signature");
        PyTuple Row(Parameter p) => new([p.Name, (long)KindNumber(p.Kind), function.Defaults.GetValueOrDefault(p.Name, _empty), AnnotationOf(p, function)]);
        return new PyList([.. function.Code.Parameters.Select(Row)]);
    }

    private static int KindNumber(Facts.ParamKind kind) => kind switch
    {
        Facts.ParamKind.PositionalOnly => 0,
        Facts.ParamKind.Star => 2,
        Facts.ParamKind.KeywordOnly => 3,
        Facts.ParamKind.DoubleStar => 4,
        _ => 1,
    };

    private object AnnotationOf(Parameter parameter, PyFunction function) => parameter.Type.Exists ? Annotation(parameter.Type, function.Closure) : _empty;

    /// <summary>What an annotation stands for; text where that is not to be known yet.</summary>
    private object Annotation(Node type, Env env)
    {
        try
        {
            object value = Eval(type, env);
            if (value is not string text) return value;
            Step(text.Length * 8);
            return Parse(text) is { HasError: false, Root.First: { Exists: true } only } ? Eval(only.First, env) : Py.External;
        }
        catch (PyError)
        {
            return Py.External;
        }
    }

    private PyDict AnnotationsOf(PyFunction function)
    {
        var made = new PyDict();
        foreach (var parameter in function.Code.Parameters)
            if (parameter.Type.Exists) SetItem(made, parameter.Name, AnnotationOf(parameter, function));
        if (!function.Code.IsLambda && function.Code.Node[G.ReturnType] is { Exists: true } returned) SetItem(made, "return", Annotation(returned, function.Closure));
        return made;
    }
}

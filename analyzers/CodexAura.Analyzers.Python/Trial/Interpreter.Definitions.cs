using CodexAura.Analyzers.Python.Extract;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Functions, classes and decorators.</summary>
internal sealed partial class Interpreter
{
    private void DefineFunction(Node node, List<object> decorators, Env env)
    {
        string name = node[G.Name].Text;
        var made = MakeFunction(node, name, env, _foreign > 0 ? -1 : _definitions.Find(env.Module.File, DefKind.Function, node.Line, name));
        Bind(name, Decorated(made, decorators, node), env);
    }

    private object Decorated(object value, List<object> decorators, Node node)
    {
        for (int i = decorators.Count - 1; i >= 0; i--)
        {
            At(node);
            value = Call(decorators[i], [value]);
        }
        return value;
    }

    private PyFunction MakeFunction(Node node, string name, Env env, int def)
    {
        if (!_codes.TryGetValue(node, out var code)) _codes.Add(node, code = ReadCode(node, name));
        var function = new PyFunction(BuiltinClass("function"), code, env, def);
        if (def >= 0) _result.Made.Add(def);
        function.Attributes["__name__"] = name;
        foreach (var parameter in code.Parameters)
            if (parameter.Default.Exists) function.Defaults[parameter.Name] = Eval(parameter.Default, env);
        return function;
    }

    private FunctionCode ReadCode(Node node, string name)
    {
        var body = node[G.Body];
        HashSet<string> locals = [], globals = [], nonlocals = [];
        bool isGenerator = false;
        var parameters = ReadParameters(node[G.Parameters]);
        foreach (var parameter in parameters) locals.Add(parameter.Name);
        if (node.Kind != PyKind.Lambda) Declare(body, locals, globals, nonlocals, ref isGenerator);
        else
            foreach (var below in body.Below)
                if (below.Kind == PyKind.Yield) throw Stop("yield in a lambda");
        locals.ExceptWith(globals);
        locals.ExceptWith(nonlocals);
        return new FunctionCode
        {
            Node = node, Name = name, Parameters = parameters, Locals = locals, Globals = globals, Nonlocals = nonlocals,
            IsGenerator = isGenerator, IsAsync = node.Has(PyKind.Async),
        };
    }

    private List<Parameter> ReadParameters(Node parameters)
    {
        var found = new List<Parameter>();
        if (!parameters.Exists) return found;
        var kind = ParamKind.Normal;
        foreach (var part in parameters.Named)
        {
            Node name = part, value = default, type = part[G.Type];
            switch (part.Kind)
            {
                case PyKind.DefaultParameter or PyKind.TypedDefaultParameter:
                    (name, value) = (part[G.Name], part[G.Value]);
                    break;
                case PyKind.TypedParameter:
                    name = part.First;
                    break;
                case PyKind.KeywordSeparator:
                    kind = ParamKind.KeywordOnly;
                    continue;
                case PyKind.PositionalSeparator:
                    for (int i = 0; i < found.Count; i++) found[i] = found[i] with { Kind = ParamKind.PositionalOnly };
                    continue;
            }
            var own = kind;
            if (name.Kind == PyKind.ListSplatPattern) (own, kind, name) = (ParamKind.Star, ParamKind.KeywordOnly, name.First);
            else if (name.Kind == PyKind.DictionarySplatPattern) (own, name) = (ParamKind.DoubleStar, name.First);
            if (name.Kind != PyKind.Identifier) throw Stop("a parameter");
            found.Add(new Parameter(name.Text, own, value, type));
        }
        return found;
    }

    /// <summary>The names that a body binds in its own scope.</summary>
    private static void Declare(Node node, HashSet<string> locals, HashSet<string> globals, HashSet<string> nonlocals, ref bool isGenerator)
    {
        foreach (var part in node.Named)
        {
            switch (part.Kind)
            {
                case PyKind.FunctionDefinition or PyKind.ClassDefinition:
                    locals.Add(part[G.Name].Text);
                    continue;
                case PyKind.Lambda: continue;
                case PyKind.ListComprehension or PyKind.SetComprehension or PyKind.DictionaryComprehension or PyKind.GeneratorExpression:
                    foreach (var below in part.Below)
                        if (below.Kind == PyKind.NamedExpression) locals.Add(below[G.Name].Text);
                    continue;
                case PyKind.Yield: isGenerator = true; break;
                case PyKind.Assignment or PyKind.AugmentedAssignment or PyKind.ForStatement: DeclareTarget(part[G.Left], locals); break;
                case PyKind.NamedExpression: locals.Add(part[G.Name].Text); break;
                case PyKind.AsPatternTarget: DeclareTarget(part, locals); break;
                case PyKind.ExceptClause when part[G.Alias].Exists: locals.Add(part[G.Alias].Text); break;
                case PyKind.DeleteStatement: DeclareTarget(part.First, locals); break;
                case PyKind.GlobalStatement: globals.UnionWith(part.Named.Select(n => n.Text)); break;
                case PyKind.NonlocalStatement: nonlocals.UnionWith(part.Named.Select(n => n.Text)); break;
                case PyKind.CasePattern:
                    DeclareCaptures(part, locals);
                    continue;
                case PyKind.ImportStatement or PyKind.ImportFromStatement:
                    foreach (var imported in part.Named)
                        if (imported.Field == G.Name) locals.Add(imported.Kind == PyKind.AliasedImport ? imported[G.Alias].Text : imported.First.Text);
                    continue;
            }
            Declare(part, locals, globals, nonlocals, ref isGenerator);
        }
    }

    private static void DeclareCaptures(Node pattern, HashSet<string> locals)
    {
        var parts = pattern.Named;
        switch (pattern.Kind)
        {
            case PyKind.DottedName:
                if (parts.Length == 1) locals.Add(pattern.Text);
                return;
            case PyKind.SplatPattern when parts.Length > 0:
                locals.Add(parts[0].Text);
                return;
            // The class of a class pattern and the name of a keyword one are read.
            case PyKind.ClassPattern or PyKind.KeywordPattern:
                parts = parts[1..];
                break;
            case PyKind.AsPattern:
                locals.Add(parts[^1].Text);
                break;
        }
        foreach (var part in parts)
            if (part.Field != G.Key) DeclareCaptures(part, locals);
    }

    private static void DeclareTarget(Node target, HashSet<string> locals)
    {
        if (!target.Exists || target.Kind is PyKind.Attribute or PyKind.Subscript or PyKind.Call) return;
        if (target.Kind == PyKind.Identifier) locals.Add(target.Text);
        else
            foreach (var part in target.Named) DeclareTarget(part, locals);
    }

    private void DefineClass(Node node, List<object> decorators, Env env)
    {
        string name = node[G.Name].Text;
        var outer = env;
        if (node[G.TypeParameters] is { Exists: true } typeParameters)
        {
            // They are names in a scope around the class.
            env = new Env { Kind = EnvKind.Comprehension, Module = env.Module, Parent = ScopeAround(env), Owner = env.Owner, Class = env.Class, First = env.First };
            foreach (var parameter in typeParameters.Below)
                if (parameter.Kind == PyKind.Identifier) env.Vars[parameter.Text] = BuiltinClass("external");
        }
        var bases = new List<object>();
        object? meta = null;
        var keywords = new Dictionary<string, object>();
        if (node[G.Superclasses] is { Exists: true } arguments)
            foreach (var argument in arguments.Named)
            {
                if (argument.Kind == PyKind.KeywordArgument)
                {
                    if (argument[G.Name].Text == "metaclass") meta = Eval(argument[G.Value], env);
                    else keywords[argument[G.Name].Text] = Eval(argument[G.Value], env);
                }
                else if (argument.Kind == PyKind.ListSplat) bases.AddRange(Iterate(Eval(argument.First, env)));
                else bases.Add(Eval(argument, env));
            }
        var cell = new ClassCell(name);
        HashSet<string> locals = [], globals = [], nonlocals = [];
        bool isGenerator = false;
        Declare(node[G.Body], locals, globals, nonlocals, ref isGenerator);
        var body = new Env
        {
            Kind = EnvKind.Class, Module = env.Module, Parent = ScopeAround(env), Owner = env.Owner, Class = cell,
            Code = new FunctionCode { Node = node, Name = name, Parameters = [], Locals = [], Globals = globals, Nonlocals = nonlocals, IsGenerator = false },
        };
        body.Vars["__module__"] = env.Module.Name;
        body.Vars["__qualname__"] = name;
        if (FindOwn(MetaOf(bases, meta as PyClass ?? BuiltinClass("type")), "__prepare__") is PyClassMethod { Function: var prepare })
            foreach (var (key, _, value) in Entries(Call(prepare, [meta ?? BuiltinClass("type"), name, new PyTuple([.. bases])], keywords))) body.Vars[(string)key] = value;
        RunBlock(node[G.Body], body);
        At(node);
        var pending = new PendingClass(_foreign > 0 ? -1 : _definitions.Find(env.Module.File, DefKind.Class, node.Line, name), cell, body, keywords);
        var made = CreateClass(name, bases, meta, body.Vars.ToDictionary(v => Private(v.Key, cell), v => v.Value), pending);
        Bind(name, Decorated(made, decorators, node), outer);
    }

    /// <summary>What a class statement knows of the class that its metaclass is about to make.</summary>
    private sealed record PendingClass(int Def, ClassCell Cell, Env? Body, Dictionary<string, object> Keywords)
    {
        public IEnumerable<string> Annotated => Body?.Annotated.Select(a => a.Name) ?? [];
    }

    private readonly Stack<PendingClass> _pending = new();

    private object CreateClass(string name, List<object> bases, object? meta, Dictionary<string, object> attributes, PendingClass pending)
    {
        var known = new List<PyClass>();
        foreach (object given in bases)
        {
            object of = given is PyObject { Class.IsBuiltin: false } and not PyClass ? throw Stop("__mro_entries__") : given;
            // What is known of a class from outside is its name; nobody makes an instance here.
            known.Add(IsUnknown(of) ? BuiltinClass("external") : of as PyClass ?? throw Stop("a base that is no class"));
        }
        var maker = meta as PyClass ?? (meta is null ? BuiltinClass("type") : throw Stop("a metaclass that is no class"));
        maker = MetaOf(known, maker);
        if (maker.IsBuiltin) return MakeClass(name, known, maker, attributes, pending);
        int waiting = _pending.Count;
        _pending.Push(pending);
        // What the metaclass's own metaclass says about calling it is not looked at.
        object made = Construct(maker, [name, new PyTuple([.. bases]), AsDictionary(attributes)], pending.Keywords);
        // It may make no class at all.
        while (_pending.Count > waiting) _pending.Pop();
        return made;
    }

    /// <summary>type.__new__.</summary>
    private PyClass MakeClass(string name, List<PyClass> bases, PyClass meta, Dictionary<string, object> attributes, PendingClass pending)
    {
        if (bases.Count == 0) bases = [BuiltinClass("object")];
        if (bases.Count > 20) throw Stop("a class of many bases");
        Step(16 * attributes.Count);
        var made = new PyClass(name, meta) { Def = pending.Def, Bases = [.. bases], Body = pending.Body };
        made.Mro = [made, .. Linearized(bases)];
        if (made.Mro.Length > 60) throw Stop("classes nest deep");
        foreach (var (key, value) in attributes)
            made.Attributes[key] = (key, value) switch
            {
                ("__init_subclass__" or "__class_getitem__", PyFunction) => new PyClassMethod(value),
                ("__new__", PyFunction) => new PyStatic(value),
                _ => value,
            };
        pending.Cell.Value = made;
        if (made.Mro.Any(c => c is { IsBuiltin: true, Name: "ABC" or "Protocol" } || c.Class.Is(BuiltinClass("ABCMeta")))) NoteAbstract(made);
        if (made.Is(BuiltinClass("NamedTuple"))) MakeNamedTuple(made, [.. pending.Annotated]);
        if (made.Is(BuiltinClass("Enum"))) MakeMembers(made);
        made.Attributes.TryAdd("__annotated__", new PyTuple([.. pending.Annotated]));
        foreach (var (key, value) in attributes.ToArray())
            if (value is PyObject holder and not PyClass and not PyFunction && FindOwn(holder.Class, "__set_name__") is { } told)
                Call(Bind(told, holder, holder.Class), [made, key]);
        if (FindAfter(made, made, "__init_subclass__") is { } hook) Call(Bind(hook, null, made), [], pending.Keywords);
        foreach (var @base in bases) Subclasses(@base).Add(made);
        return made;
    }

    /// <summary>Finds what has to be defined before there are instances of a class.</summary>
    private void NoteAbstract(PyClass type)
    {
        bool IsAbstract(object? member) => member switch
        {
            PyFunction { Attributes: var a } => a.ContainsKey("__isabstractmethod__"),
            PyProperty property => IsAbstract(property.Get) || IsAbstract(property.Set),
            PyClassMethod wrapped => IsAbstract(wrapped.Function),
            PyStatic wrapped => IsAbstract(wrapped.Function),
            _ => false,
        };
        foreach (string name in type.Bases.SelectMany(b => b.AbstractNames).Concat(type.Attributes.Keys))
            if (IsAbstract(Find(type, name))) type.AbstractNames.Add(name);
    }

    private readonly Dictionary<PyClass, List<object>> _subclasses = [];

    private List<object> Subclasses(PyClass type)
    {
        if (!_subclasses.TryGetValue(type, out var list)) _subclasses.Add(type, list = []);
        return list;
    }

    /// <summary>C3 (K. Barrett et al., 1996).</summary>
    private List<PyClass> Linearized(List<PyClass> bases)
    {
        List<List<PyClass>> rows = [.. bases.Select(b => b.Mro.ToList()), [.. bases]];
        var order = new List<PyClass>();
        while (rows.Exists(r => r.Count > 0))
        {
            var heads = rows.Where(r => r.Count > 0).Select(r => r[0]);
            var next = heads.FirstOrDefault(c => !rows.Exists(r => r.IndexOf(c) > 0)) ?? throw Error("TypeError", "no consistent order of bases");
            order.Add(next);
            foreach (var row in rows)
                if (row.Count > 0 && row[0] == next) row.RemoveAt(0);
        }
        return order;
    }

    /// <summary>Calling a class.</summary>
    private object Instantiate(PyClass type, object[] arguments, Dictionary<string, object> named)
    {
        NoteCall(type.Def, isRun: false);
        if (FindOwn(type.Class, "__call__") is { } call) return Call(Bind(call, type, type.Class), arguments, named);
        return Construct(type, arguments, named);
    }

    private object Construct(PyClass type, object[] arguments, Dictionary<string, object> named)
    {
        if (type.IsBuiltin) return ConstructBuiltin(type, arguments, named);
        if (type.Attributes.ContainsKey("__members__")) return MemberOf(type, arguments[0]);
        if (type.AbstractNames.Count > 0) throw Raised("TypeError");
        object made = FindOwn(type, "__new__") is { } maker
            ? Call(maker is PyStatic s ? s.Function : maker, [type, .. arguments], named)
            : NewInstance(type, arguments, named);
        if (made is not PyObject instance || !TypeOf(made).Is(type)) return made;
        if (Find(type, "__init__") is { } initializer) Call(Bind(initializer, instance, type), arguments, named);
        return made;
    }
}

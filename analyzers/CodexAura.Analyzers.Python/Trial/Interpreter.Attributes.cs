namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Attributes: the language's order of looking them up, descriptors, hooks.</summary>
internal sealed partial class Interpreter
{
    /// <summary>What the classes of the program on the way have under a name; null for nothing.</summary>
    private static object? FindOwn(PyClass type, string name)
    {
        foreach (var c in type.Mro)
            if (!c.IsBuiltin && c.Attributes.TryGetValue(name, out object? value)) return value;
        return null;
    }

    /// <summary>The same with what comes with the language.</summary>
    private object? Find(PyClass type, string name) => FindFrom(type.Mro, 0, name);

    private object? FindFrom(PyClass[] order, int from, string name)
    {
        for (int i = from; i < order.Length; i++)
        {
            if (order[i].Attributes.TryGetValue(name, out object? value)) return value;
            if (order[i].IsBuiltin && BuiltinMethod(order[i], name) is { } native) return native;
        }
        return null;
    }

    private static object? FindAfter(PyClass type, PyClass after, string name)
    {
        for (int i = Array.IndexOf(type.Mro, after) + 1; i < type.Mro.Length; i++)
            if (!type.Mro[i].IsBuiltin && type.Mro[i].Attributes.TryGetValue(name, out object? value)) return value;
        return null;
    }

    /// <summary>What an attribute of a class is when it is reached through an instance, or null for the class itself.</summary>
    private object Bind(object attribute, object? instance, PyClass type)
    {
        switch (attribute)
        {
            case PyFunction or Native: return instance is null ? attribute : new PyBound(attribute, instance);
            case PyStatic wrapped: return wrapped.Function;
            case PyClassMethod wrapped: return wrapped.Function is PyClass or PyBound ? wrapped.Function : new PyBound(wrapped.Function, type);
            case PyProperty property when instance is not null: return Call(property.Get ?? throw Error("AttributeError", "can't be read"), [instance]);
            case PyObject holder when holder is not PyClass && FindOwn(holder.Class, "__get__") is { } getter:
                return Nested(() => Call(Bind(getter, holder, holder.Class), [instance ?? Py.None, type]));
            default: return attribute;
        }
    }

    /// <summary>A special method, bound, as syntax looks it up: on the type alone. Null where there is none.</summary>
    private object? Special(object value, string name)
    {
        if (ReferenceEquals(value, Py.External)) throw Stop($"{name} of something unknown");
        var type = TypeOf(value);
        return Find(type, name) is { } found && !ReferenceEquals(found, Py.None) ? Bind(found, value, type) : null;
    }

    /// <summary>The same, where a class of the program defines it.</summary>
    private object? OwnSpecial(object value, string name) =>
        value is PyObject o && FindOwn(o.Class, name) is { } found && !ReferenceEquals(found, Py.None) ? Bind(found, o, o.Class) : null;

    public object GetAttribute(object value, string name) =>
        TryGetAttribute(value, name, out object found) ? found : throw Error("AttributeError", name);

    private bool TryGetAttribute(object value, string name, out object found)
    {
        if (name == "__class__" && !ReferenceEquals(value, Py.External) && value is not PyObject { Class.IsBuiltin: false })
        {
            found = TypeOf(value);
            return true;
        }
        switch (value)
        {
            case PyModule module: return ModuleAttribute(module, name, out found);
            case PyClass type: return ClassAttribute(type, name, out found);
            case PySuper proxy: return SuperAttribute(proxy, name, out found);
            case PyFunction function: return FunctionAttribute(function, name, out found);
            case PyObject instance: return InstanceAttribute(instance, name, out found);
            case PyBound { Function: var function } bound:
                if (name is "__func__" or "__self__")
                {
                    found = name == "__func__" ? function : bound.Self;
                    return true;
                }
                CheckStack();
                return TryGetAttribute(function, name, out found);
            case PyProperty property when name is "setter" or "getter" or "deleter":
                found = new Native(name, (a, _) => name switch
                {
                    "setter" => property with { Set = a[0] }, "getter" => property with { Get = a[0] }, _ => property with { Delete = a[0] },
                });
                return true;
            case PyProperty property when name is "fget" or "fset":
                found = (name == "fget" ? property.Get : property.Set) ?? Py.None;
                return true;
            case PyStatic or PyClassMethod when name == "__func__":
                found = value is PyStatic s ? s.Function : ((PyClassMethod)value).Function;
                return true;
            case Native native when native.Attributes.TryGetValue(name, out found!): return true;
            case Native native when name is "__name__" or "__qualname__":
                found = native.Name;
                return true;
        }
        if (ReferenceEquals(value, Py.External))
        {
            found = value;
            return true;
        }
        if (Find(TypeOf(value), name) is not { } method) throw Stop($"the attribute {name} of a builtin");
        found = new PyBound(method, value);
        return true;
    }

    private bool FunctionAttribute(PyFunction function, string name, out object found)
    {
        if (function.Attributes.TryGetValue(name, out found!)) return true;
        found = name switch
        {
            "__qualname__" => function.Attributes["__name__"],
            "__module__" => function.Closure.Module.Name,
            "__doc__" => Docstring(function.Code.Node),
            "__call__" => function,
            "__dict__" => AsDictionary(function.Attributes),
            "__annotations__" => AnnotationsOf(function),
            "__defaults__" or "__code__" or "__globals__" or "__closure__" or "__kwdefaults__" => Py.External,
            "__get__" => new Native("__get__", (a, _) => ReferenceEquals(a[0], Py.None) ? function : new PyBound(function, a[0])),
            _ => _empty,
        };
        return !ReferenceEquals(found, _empty);
    }

    private object Docstring(Node definition)
    {
        var body = definition[G.Body];
        if (!body.Exists || body.First is not { Exists: true, Kind: Extract.PyKind.ExpressionStatement } first) return Py.None;
        return first.First is { Exists: true, Kind: Extract.PyKind.String } text && text.Named.All(p => p.Kind != Extract.PyKind.Interpolation) ? Text(text, null!) : Py.None;
    }

    private bool InstanceAttribute(PyObject instance, string name, out object found)
    {
        if (FindOwn(instance.Class, "__getattribute__") is { } hook)
        {
            try
            {
                found = Call(Bind(hook, instance, instance.Class), [name]);
                return true;
            }
            catch (PyError error) when (IsOf(error, "AttributeError"))
            {
                return AskHook(instance, name, out found);
            }
        }
        return PlainAttribute(instance, name, out found) || AskHook(instance, name, out found);
    }

    private bool AskHook(PyObject instance, string name, out object found)
    {
        found = Py.None;
        if (FindOwn(instance.Class, "__getattr__") is not { } hook) return false;
        found = Call(Bind(hook, instance, instance.Class), [name]);
        return true;
    }

    /// <summary>object.__getattribute__.</summary>
    private bool PlainAttribute(PyObject instance, string name, out object found)
    {
        object? attribute = Find(instance.Class, name);
        if (attribute is not null && IsDataDescriptor(attribute))
        {
            found = Bind(attribute, instance, instance.Class);
            return true;
        }
        if (attribute is PyCachedProperty cached)
        {
            found = Cached(cached, instance, name);
            return true;
        }
        if (instance.Attributes.TryGetValue(name, out found!)) return true;
        if (attribute is not null)
        {
            found = Bind(attribute, instance, instance.Class);
            return true;
        }
        switch (name)
        {
            case "__class__":
                found = instance.Class;
                return true;
            case "__dict__":
                found = AsDictionary(instance.Attributes);
                return true;
            case "__doc__":
                found = instance.Class.Body?.Code is { } code ? Docstring(code.Node) : Py.External;
                return true;
            case "__weakref__" or "__annotations__":
                found = Py.External;
                return true;
            case "__traceback__" or "__cause__" or "__context__":
                found = Py.None;
                return true;
        }
        // What every object has and is not known here; other names of this kind are as absent as any.
        if (UnknownMembers.Contains(name)) throw Stop($"the attribute {name}");
        if (instance.Payload is not null && !instance.Class.Mro.Any(c => c.FieldNames is not null)) throw Stop($"the attribute {name} of a builtin");
        found = Py.None;
        return false;
    }

    /// <summary>functools.cached_property: each read counts as one that runs it, for which of them is the first is chance.</summary>
    private object Cached(PyCachedProperty property, PyObject instance, string name)
    {
        if (!instance.Attributes.TryGetValue(name, out object? value)) instance.Attributes[name] = value = Call(property.Function, [instance]);
        else if (property.Function is PyFunction function) NoteCall(function.Def, isRun: false);
        return value;
    }

    private static readonly HashSet<string> UnknownMembers =
        ["__reduce__", "__reduce_ex__", "__sizeof__", "__dir__", "__getstate__", "__subclasshook__", "__le__", "__lt__", "__ge__", "__gt__"];

    private static bool IsSpecialName(string name) => name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);

    private static bool IsDataDescriptor(object attribute) =>
        attribute is PyProperty
        || attribute is PyObject holder and not PyClass && (FindOwn(holder.Class, "__set__") is not null || FindOwn(holder.Class, "__delete__") is not null);

    private bool ClassAttribute(PyClass type, string name, out object found)
    {
        switch (name)
        {
            case "__name__" or "__qualname__":
                found = type.Name;
                return true;
            case "__mro__":
                found = new PyTuple([.. type.Mro]);
                return true;
            case "__bases__":
                found = new PyTuple([.. type.Bases]);
                return true;
            case "__base__":
                found = type.Bases[0];
                return true;
            case "__dict__":
                found = AsDictionary(type.Attributes);
                return true;
            case "__class__":
                found = type.Class;
                return true;
            case "__annotations__":
                found = AnnotationsOf(type);
                return true;
            case "__doc__" when type.Body?.Code is { } code:
                found = Docstring(code.Node);
                return true;
            case "__subclasses__":
                found = new Native(name, (_, _) => new PyList([.. Subclasses(type)]));
                return true;
            case "__members__" when type.Attributes.TryGetValue(name, out found!): return true;
        }
        object? meta = type.Class.IsBuiltin ? null : FindOwn(type.Class, name);
        if (meta is not null && IsDataDescriptor(meta))
        {
            found = Bind(meta, type, type.Class);
            return true;
        }
        if (Find(type, name) is { } attribute)
        {
            found = Bind(attribute, null, type);
            return true;
        }
        if (meta is not null)
        {
            found = Bind(meta, type, type.Class);
            return true;
        }
        if (!type.Class.IsBuiltin && FindOwn(type.Class, "__getattr__") is { } hook)
        {
            found = Call(Bind(hook, type, type.Class), [name]);
            return true;
        }
        if (BuiltinMethod(BuiltinClass("type"), name) is { } native)
        {
            found = new PyBound(native, type);
            return true;
        }
        if (name is "__doc__" or "__module__" || type.Is(BuiltinClass("external")))
        {
            found = Py.External;
            return true;
        }
        if (name is "__reduce__" or "__instancecheck__" or "__subclasscheck__" or "__prepare__" || type.IsBuiltin) throw Stop($"the attribute {name} of a class");
        found = Py.None;
        return false;
    }

    private PyDict AnnotationsOf(PyClass type)
    {
        var made = new PyDict();
        if (type.Body is { } body)
            foreach (var (name, annotation) in body.Annotated) SetItem(made, name, Annotation(annotation, body));
        return made;
    }

    private bool SuperAttribute(PySuper proxy, string name, out object found)
    {
        bool isClass = proxy.Self is PyClass self && self.Is(proxy.After);
        var type = isClass ? (PyClass)proxy.Self : TypeOf(proxy.Self);
        if (FindFrom(type.Mro, Array.IndexOf(type.Mro, proxy.After) + 1, name) is { } attribute)
        {
            // In __new__ and class methods it is about the class.
            found = attribute is PyClassMethod ? Bind(attribute, null, type) : Bind(attribute, isClass ? null : proxy.Self, type);
            return true;
        }
        if (type.Is(BuiltinClass("external")))
        {
            found = Py.External;
            return true;
        }
        if (name is "__init_subclass__" or "__set_name__")
        {
            found = new Native(name, (_, _) => Py.None);
            return true;
        }
        if (IsSpecialName(name)) throw Stop($"super().{name}");
        found = Py.None;
        return false;
    }
}

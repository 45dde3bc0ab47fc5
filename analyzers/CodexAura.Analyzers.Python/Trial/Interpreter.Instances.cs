namespace CodexAura.Analyzers.Python.Trial;

/// <summary>What a value is an instance of.</summary>
internal sealed partial class Interpreter
{
    private bool IsOf(PyError error, string type) => error.Value is PyObject o && o.Class.Is(BuiltinClass(type));

    private bool IsInstance(object value, object type)
    {
        if (type is PyTuple { Items: var types })
        {
            Step(types.Length);
            return Nested(() => types.Any(t => IsInstance(value, t)));
        }
        if (IsUnknown(type)) return Choose();
        if (type is not PyClass wanted) throw Stop("isinstance of something unknown");
        if (IsUnknown(value)) return Choose();
        if (wanted is { IsBuiltin: true, Name: "Protocol" or "external" }) throw Stop("isinstance of something unknown");
        if (OwnSpecial(wanted, "__instancecheck__") is { } check) return Truth(Call(check, [value]));
        if (_checks.TryGetValue(wanted, out object? structure)) return Truth(Call(structure, [value]));
        if (wanted.Attributes.ContainsKey("_is_runtime_protocol")) return TypeOf(value).Is(wanted) || Conforms(value, wanted);
        return TypeOf(value).Is(wanted);
    }

    /// <summary>Whether a value has all members of a protocol; what a property gives is not asked.</summary>
    private bool Conforms(object value, PyClass protocol)
    {
        foreach (var c in protocol.Mro)
        {
            if (c.IsBuiltin) continue;
            var methods = c.Attributes.Keys.Where(n => !n.StartsWith('_') || IsSpecialName(n) && c.Attributes[n] is PyFunction);
            foreach (string name in methods.Concat(c.Body?.Annotated.Select(a => a.Name) ?? []).Distinct())
            {
                Step();
                if (Find(TypeOf(value), name) is null && !(value is PyObject o && o.Attributes.ContainsKey(name))) return false;
            }
        }
        return true;
    }

    private object IsSubclass(PyClass type, object of)
    {
        if (of is PyTuple { Items: var many }) return Nested(() => many.Any(t => IsSubclass(type, t) is true));
        if (IsUnknown(of)) return Choose();
        return of is PyClass wanted && OwnSpecial(wanted, "__subclasscheck__") is { } check ? Call(check, [type]) : type.Is((PyClass)of);
    }
}

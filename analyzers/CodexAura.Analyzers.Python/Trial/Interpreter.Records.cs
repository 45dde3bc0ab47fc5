namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Classes that the library fills in: enumerations, dataclasses, named tuples.</summary>
internal sealed partial class Interpreter
{
    private static readonly object Auto = new Native("auto", (_, _) => Auto!);

    private void MakeMembers(PyClass type)
    {
        var members = new PyDict();
        long next = 1;
        bool isFlag = type.Is(BuiltinClass("Flag")) || type.Is(BuiltinClass("IntFlag"));
        foreach (var (name, given) in type.Attributes.ToArray())
        {
            if (name.StartsWith('_') || IsMemberFunction(given)) continue;
            object value = !ReferenceEquals(given, Auto) ? given : type.Is(BuiltinClass("StrEnum")) ? name.ToLowerInvariant() : next;
            if (value is long number) next = isFlag ? number * 2 : number + 1;
            if (members.Entries.Find(e => AreEqual(((PyObject)e.Value).Attributes["value"], value)) is { } alias)
            {
                type.Attributes[name] = alias.Value;
                SetItem(members, name, alias.Value);
                continue;
            }
            var member = new PyObject(type) { Payload = type.Mro.Any(c => c.Name is "int" or "str" or "IntEnum" or "StrEnum" && c.IsBuiltin) ? value : null };
            (member.Attributes["name"], member.Attributes["value"], member.Attributes["_value_"], member.Attributes["_name_"]) = (name, value, value, name);
            if (FindOwn(type, "__init__") is { } initializer) Call(Bind(initializer, member, type), value is PyTuple parts ? parts.Items : [value]);
            type.Attributes[name] = member;
            SetItem(members, name, member);
        }
        if (members.Entries.Count > 0) type.Attributes["__members__"] = members;
    }

    /// <summary>Whether what stands in the body of an enumeration is none of its members.</summary>
    private static bool IsMemberFunction(object given) =>
        given is PyFunction or PyProperty or PyStatic or PyClassMethod
        || given is Native && !ReferenceEquals(given, Auto)
        || given is PyObject holder and not PyClass && FindOwn(holder.Class, "__get__") is not null;

    private object MemberOf(PyClass type, object value)
    {
        foreach (var entry in ((PyDict)type.Attributes["__members__"]).Entries)
            if (ReferenceEquals(entry.Value, value) || AreEqual(((PyObject)entry.Value).Attributes["value"], value)) return entry.Value;
        return FindOwn(type, "_missing_") is { } missing && Call(Bind(missing, null, type), [value]) is PyObject found ? found : throw Raised("ValueError");
    }

    private sealed record Field(object? Default, object? Factory, bool IsInit, bool IsCompared = true, bool IsKeywordOnly = false);

    private readonly Dictionary<(PyClass, string), Field> _fields = [];

    private static List<string> Fields(PyClass type)
    {
        foreach (var c in type.Mro)
            if (c.FieldNames is { } names) return names;
        return [];
    }

    private object Dataclass(object[] a, Dictionary<string, object> named)
    {
        if (a.Length == 0) return new Native("dataclass", (b, _) => Dataclass(b, named));
        var type = (PyClass)a[0];
        var names = new List<string>();
        foreach (var c in type.Mro.Reverse())
            if (c != type && c.FieldNames is { } inherited) names.AddRange(inherited.Where(n => !names.Contains(n)));
        foreach (var c in type.Mro.Reverse())
            if (c != type)
                foreach (string name in names)
                    if (_fields.TryGetValue((c, name), out var above)) _fields[(type, name)] = above;
        bool Wants(string option, bool otherwise) => named.TryGetValue(option, out object? value) ? Truth(value) : otherwise;
        bool isKeywordOnly = Wants("kw_only", false);
        foreach (var (name, annotation) in type.Body?.Annotated ?? [])
        {
            string said = annotation.Text.Split('.')[^1].Trim('"', '\'');
            if (said.StartsWith("ClassVar", StringComparison.Ordinal)) continue;
            if (said.StartsWith("InitVar", StringComparison.Ordinal)) throw Stop("InitVar");
            if (said == "KW_ONLY")
            {
                isKeywordOnly = true;
                continue;
            }
            var field = type.Attributes.GetValueOrDefault(name) switch
            {
                null => new Field(null, null, true),
                FieldMark mark => mark.Field,
                var value => new Field(value, null, true),
            };
            if (isKeywordOnly) field = field with { IsKeywordOnly = true };
            if (field.Default is { } plain) type.Attributes[name] = plain;
            else type.Attributes.Remove(name);
            _fields[(type, name)] = field;
            if (!names.Contains(name)) names.Add(name);
        }
        type.FieldNames = names;
        type.Attributes["__dataclass_fields__"] = new PyTuple([.. names]);
        if (Wants("init", true) && !type.Attributes.ContainsKey("__init__"))
            type.Attributes["__init__"] = new Native("__init__", (b, n) => Fill(type, (PyObject)b[0], b[1..], n));
        if (Wants("eq", true) && !type.Attributes.ContainsKey("__eq__")) type.Attributes["__dataclass_eq__"] = true;
        if (Wants("order", false)) AddOrder(type);
        if (Wants("frozen", false)) type.Attributes["__dataclass_frozen__"] = type.Attributes["__setattr__"] = type.Attributes["__delattr__"] = F(_ => throw Frozen());
        return type;
    }

    private PyError Frozen()
    {
        var module = ImportModule(-1, 0, "dataclasses")!;
        return new PyError(Call(module.Vars["FrozenInstanceError"], []), isRaised: true);
    }

    private List<string> ComparedFields(PyClass type) => [.. Fields(type).Where(f => _fields.GetValueOrDefault((type, f)) is not { IsCompared: false })];

    private void AddOrder(PyClass type)
    {
        foreach (var token in (Extract.PyKind[])[Extract.PyKind.Less, Extract.PyKind.LessEqual, Extract.PyKind.Greater, Extract.PyKind.GreaterEqual])
        {
            string method = Extract.Operators.All[Extract.Operators.IndexOf(token)].Method;
            PyTuple Row(object of) => new([.. ComparedFields(type).Select(f => GetAttribute(of, f))]);
            type.Attributes[method] = F(a => TypeOf(a[0]) == TypeOf(a[1]) ? Compare(token, Row(a[0]), Row(a[1])) : Py.NotImplemented);
        }
    }

    private object FieldOf(object[] a, Dictionary<string, object> named)
    {
        bool Wants(string option, bool otherwise) => named.TryGetValue(option, out object? value) ? Truth(value) : otherwise;
        var (value, factory) = (named.GetValueOrDefault("default"), named.GetValueOrDefault("default_factory"));
        return new FieldMark(new Field(value, factory, Wants("init", true), Wants("compare", true), Wants("kw_only", false)));
    }

    private sealed class FieldMark(Field field)
    {
        public Field Field { get; } = field;
    }

    private object Fill(PyClass type, PyObject made, object[] a, Dictionary<string, object> named)
    {
        int next = 0, used = 0;
        bool isFrozen = made.Class.Mro.Any(c => c.Attributes.ContainsKey("__dataclass_frozen__"));
        void Put(string name, object value)
        {
            if (isFrozen) PlainSet(made, name, value);
            else SetAttribute(made, name, value);
        }
        foreach (string name in type.FieldNames!)
        {
            var field = _fields[(type, name)];
            if (field.IsInit && !field.IsKeywordOnly && next < a.Length) Put(name, a[next++]);
            else if (field.IsInit && named.TryGetValue(name, out object? given))
            {
                used++;
                Put(name, given);
            }
            else if (field.Default is { } value) Put(name, value);
            else if (field.Factory is { } factory) Put(name, Call(factory, []));
            else if (field.IsInit) throw Error("TypeError", $"{name} is missing");
        }
        if (next < a.Length || used < named.Count) throw Error("TypeError", "too many arguments");
        if (FindOwn(made.Class, "__post_init__") is { } after) Call(Bind(after, made, made.Class), []);
        return Py.None;
    }

    private void MakeNamedTuple(PyClass type, List<string> annotated)
    {
        if (type.Mro.Skip(1).Any(c => c.FieldNames is not null)) return;
        type.FieldNames = [.. annotated];
        for (int i = 0; i < annotated.Count; i++)
        {
            string name = annotated[i];
            if (type.Attributes.TryGetValue(name, out object? value)) _fields[(type, name)] = new Field(value, null, true);
            int place = i;
            type.Attributes[name] = new PyProperty(new Native(name, (a, _) => ((PyTuple)((PyObject)a[0]).Payload!).Items[place]), null, null);
        }
        type.Attributes["_replace"] = new Native("_replace", (a, n) =>
        {
            object[] items = ((PyTuple)((PyObject)a[0]).Payload!).Items;
            return new PyObject(type) { Payload = new PyTuple([.. annotated.Select((f, i) => n.GetValueOrDefault(f) ?? items[i])]) };
        });
        type.Attributes["_asdict"] = new Native("_asdict", (a, _) =>
        {
            var made = new PyDict();
            for (int i = 0; i < annotated.Count; i++) SetItem(made, annotated[i], ((PyTuple)((PyObject)a[0]).Payload!).Items[i]);
            return made;
        });
        type.Attributes["_fields"] = new PyTuple([.. annotated]);
        type.Attributes["_make"] = new PyClassMethod(F(a => Call(a[0], [.. Iterate(a[1])])));
    }

    private PyTuple NamedItems(PyClass type, object[] a, Dictionary<string, object> named)
    {
        var names = Fields(type);
        if (a.Length > names.Count) throw Error("TypeError", "too many arguments");
        object Otherwise(string name) => named.GetValueOrDefault(name) ?? _fields.GetValueOrDefault((type, name))?.Default ?? throw Error("TypeError", $"{name} is missing");
        return new PyTuple([.. names.Select((name, i) => i < a.Length ? a[i] : Otherwise(name))]);
    }

    private object NamedTuple(object[] a, Dictionary<string, object> named)
    {
        List<string> names = a[1] is string text
            ? [.. text.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)]
            : [.. Iterate(a[1]).Select(n => n is PyTuple pair ? (string)pair.Items[0] : (string)n)];
        if (named.Count > 0) throw Stop("namedtuple with options");
        var type = new PyClass((string)a[0], BuiltinClass("type")) { Bases = [BuiltinClass("tuple")] };
        type.Mro = [type, .. BuiltinClass("tuple").Mro];
        MakeNamedTuple(type, names);
        return type;
    }
}

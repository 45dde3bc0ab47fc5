namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Methods of builtin classes.</summary>
internal sealed partial class Interpreter
{
    private readonly Dictionary<(PyClass, string), Native?> _methods = [];

    private static readonly HashSet<string> ListMethods =
    [
        "append", "extend", "insert", "pop", "remove", "clear", "index", "count", "reverse", "sort", "copy", "appendleft", "popleft", "extendleft",
        "rotate",
    ];
    private static readonly HashSet<string> DictMethods =
    [
        "get", "keys", "values", "items", "pop", "popitem", "setdefault", "update", "clear", "copy", "move_to_end", "most_common",
    ];
    private static readonly HashSet<string> SetMethods =
    [
        "add", "discard", "remove", "pop", "update", "clear", "copy", "union", "intersection", "difference", "issubset", "issuperset", "isdisjoint",
    ];
    private static readonly HashSet<string> TextMethods =
    [
        "upper", "lower", "strip", "lstrip", "rstrip", "split", "rsplit", "join", "replace", "startswith", "endswith", "format", "title",
        "capitalize", "find", "count", "isdigit", "isalpha", "isupper", "islower", "isidentifier", "splitlines", "rfind", "index", "rindex",
        "format_map", "translate", "expandtabs", "isnumeric", "isdecimal", "istitle", "isascii", "partition", "rpartition", "removeprefix",
        "removesuffix", "zfill", "swapcase", "casefold", "isspace", "isalnum", "encode", "center", "ljust", "rjust",
    ];
    private static readonly HashSet<string> ObjectMethods =
    [
        "__init__", "__setattr__", "__getattribute__", "__delattr__", "__str__", "__repr__", "__eq__", "__ne__", "__hash__", "__format__",
    ];
    private static readonly HashSet<string> ContainerMethods = ["__getitem__", "__setitem__", "__delitem__", "__contains__", "__len__", "__iter__"];

    private static readonly HashSet<string> GeneratorMethods = ["send", "throw", "close", "__next__", "__iter__", "asend", "__anext__", "__aiter__", "aclose", "athrow"];

    private Native? BuiltinMethod(PyClass type, string name)
    {
        if (!_methods.TryGetValue((type, name), out var known)) _methods.Add((type, name), known = MakeMethod(type, name));
        return known;
    }

    private Native? MakeMethod(PyClass type, string name)
    {
        switch (type.Name)
        {
            case "object" when ObjectMethods.Contains(name): return new Native(name, (a, n) => ObjectMethod(name, a, n));
            case "object" when name == "__new__": return new Native(name, (a, n) => a[0] is PyClass made ? NewInstance(made, a[1..], n) : throw Stop("__new__"));
            case "type" when name == "__new__": return new Native(name, (a, n) => NewClass(a, n));
            case "type" when name == "__call__": return new Native(name, (a, n) => Construct((PyClass)a[0], a[1..], n));
            case "type" when name == "__init__": return new Native(name, (_, _) => Py.None);
            case "type" when name == "mro": return new Native(name, (a, _) => new PyList([.. ((PyClass)a[0]).Mro]));
            case "list" or "deque" or "tuple" or "dict" or "str" or "set" or "frozenset" when ContainerMethods.Contains(name):
                return new Native(name, (a, _) => ContainerMethod(name, Plain(a[0]), a));
            case "list" or "dict" or "set" when name == "__init__": return new Native(name, (a, n) => Refill(a, n));
            case "list" or "deque" when ListMethods.Contains(name): return new Native(name, (a, n) => ListMethod((PyList)Plain(a[0]), name, a[1..], n));
            case "tuple" when name is "index" or "count": return new Native(name, (a, n) => ListMethod(new PyList([.. ((PyTuple)Plain(a[0])).Items]), name, a[1..], n));
            case "dict" when DictMethods.Contains(name): return new Native(name, (a, n) => DictMethod(a[0], (PyDict)Plain(a[0]), name, a[1..], n));
            case "OrderedDict" when name is "popitem" or "move_to_end": return new Native(name, (a, n) => OrderMethod((PyDict)Plain(a[0]), name, a[1..], n));
            case "Counter" when name is "update" or "total" or "elements" or "subtract":
                return new Native(name, (a, n) => CounterMethod((PyDict)Plain(a[0]), name, a[1..], n));
            case "dict" when name == "fromkeys":
                return new Native(name, (a, _) =>
                {
                    var made = new PyDict();
                    foreach (object key in Iterate(a[^2])) SetItem(made, key, a[^1]);
                    return made;
                });
            case "set" or "frozenset" when SetMethods.Contains(name): return new Native(name, (a, _) => SetMethod((PyDict)Plain(a[0]), name, a[1..]));
            case "str" when TextMethods.Contains(name): return new Native(name, (a, n) => TextMethod(Plain(a[0]), name, a[1..], n));
            case "generator" when GeneratorMethods.Contains(name): return new Native(name, (a, _) => GeneratorMethod((PyIterator)a[0], name, a[1..]));
            case "coroutine" when name == "close": return new Native(name, (_, _) => Py.None);
            case "BaseException" when name == "with_traceback": return new Native(name, (a, _) => a[0]);
            case "BaseException" when name == "add_note": return new Native(name, (_, _) => Py.None);
            case "int" or "float" when name is "bit_length" or "is_integer" or "as_integer_ratio": return new Native(name, (_, _) => Py.External);
            case "range" when name is "index" or "count": return new Native(name, (_, _) => Py.External);
            default: return null;
        }
    }

    private object ObjectMethod(string name, object[] a, Dictionary<string, object> named)
    {
        switch (name)
        {
            case "__init__":
                if (a[0] is PyObject { Class: var type } error && type.Is(BuiltinClass("BaseException")))
                {
                    error.Attributes["args"] = new PyTuple(a[1..]);
                    FillError(error, type, a[1..]);
                }
                // Where a class has a __new__ of its own, arguments are for that.
                else if ((a.Length > 1 || named.Count > 0) && a[0] is PyObject { Payload: null } o && FindOwn(o.Class, "__new__") is null)
                    throw Error("TypeError", "object.__init__ takes no arguments");
                return Py.None;
            case "__setattr__":
                PlainSet((PyObject)a[0], (string)a[1], a[2]);
                return Py.None;
            case "__delattr__":
                if (!((PyObject)a[0]).Attributes.Remove((string)a[1])) throw Error("AttributeError", (string)a[1]);
                return Py.None;
            case "__getattribute__":
                return PlainAttribute((PyObject)a[0], (string)a[1], out object found) ? found : throw Error("AttributeError", (string)a[1]);
            case "__eq__": return ReferenceEquals(a[0], a[1]) ? true : Py.NotImplemented;
            case "__ne__": return !AreEqual(a[0], a[1]);
            case "__hash__": return a[0] is PyObject ? (object)IdOf(a[0]) : throw Stop("a hash");
            case "__str__": return OwnSpecial(a[0], "__repr__") is { } method ? Call(method, []) : Repr(Plain(a[0]));
            case "__repr__": return a[0] is PyObject { Payload: { } payload } ? Repr(payload) : Py.External;
            default: return Py.External;
        }
    }

    private readonly Dictionary<object, long> _ids = new(ReferenceEqualityComparer.Instance);

    private long IdOf(object value)
    {
        if (!_ids.TryGetValue(value, out long id)) _ids.Add(value, id = _ids.Count + 1);
        return id;
    }

    private readonly Dictionary<object, PyIdentity> _identities = new(ReferenceEqualityComparer.Instance);

    private PyIdentity IdentityOf(object value)
    {
        if (!_identities.TryGetValue(value, out var identity)) _identities.Add(value, identity = new PyIdentity(value));
        return identity;
    }

    /// <summary>What may be calculated with.</summary>
    private static object Calculable(object value) => value is PyIdentity ? Py.External : Plain(value);

    private object NewInstance(PyClass type, object[] arguments, Dictionary<string, object> named)
    {
        var made = new PyObject(type);
        var builtin = type.Mro.First(c => c.IsBuiltin && c.Name is not ("Generic" or "Protocol" or "ABC"));
        if (type.Is(BuiltinClass("external"))) throw Stop("an instance of a class from outside");
        if (builtin.Is(BuiltinClass("BaseException")))
        {
            made.Attributes["args"] = new PyTuple(arguments);
            if (FindOwn(type, "__init__") is null) FillError(made, type, arguments);
        }
        else if (builtin.Is(BuiltinClass("type"))) return NewClass([type, .. arguments], named);
        else if (type.Mro.FirstOrDefault(c => c.FieldNames is not null && c.Is(BuiltinClass("tuple")) || c.Is(BuiltinClass("NamedTuple"))) is { } record)
            made.Payload = NamedItems(record, arguments, named);
        else if (builtin.Name is not "object")
        {
            // A container is filled by __init__.
            bool isFilledLater = builtin.Name is "dict" or "list" or "set" && FindOwn(type, "__init__") is not null;
            made.Payload = ConstructBuiltin(builtin, isFilledLater ? [] : arguments, builtin.Name == "dict" && !isFilledLater ? named : NoNames);
        }
        return made;
    }

    private PyClass NewClass(object[] a, Dictionary<string, object> named)
    {
        // type.__new__(mcs, name, bases, namespace)
        var pending = _pending.Count > 0 ? _pending.Pop() : new PendingClass(-1, new ClassCell(""), null, []);
        var attributes = new Dictionary<string, object>();
        foreach (var (key, _, value) in Entries(a[3])) attributes[(string)key] = value;
        return MakeClass((string)a[1], [.. Iterate(a[2]).Cast<PyClass>()], (PyClass)a[0], attributes, pending with { Keywords = new(named) });
    }

    private object ContainerMethod(string name, object plain, object[] a)
    {
        switch (name)
        {
            case "__getitem__": return GetItem(plain, a[1]);
            case "__setitem__": StoreItem(plain, a[1], a[2]); return Py.None;
            case "__delitem__": DeleteItem(plain, a[1]); return Py.None;
            case "__contains__": return Contains(plain, a[1]);
            case "__len__": return Length(plain);
            default: return new PyIterator(Iterate(plain).GetEnumerator(), -1);
        }
    }

    private object Refill(object[] a, Dictionary<string, object> named)
    {
        switch (Plain(a[0]))
        {
            case PyList list when a.Length > 1:
                list.Items.Clear();
                list.Items.AddRange(Iterate(a[1]).ToList());
                break;
            case PyDict { IsSet: true } set when a.Length > 1:
                set.Entries.AddRange(MakeSet(Iterate(a[1])).Entries);
                break;
            case PyDict { IsSet: false } dict:
                if (a.Length > 1) Update(dict, a[1]);
                foreach (var (name, value) in named) SetItem(dict, name, value);
                break;
        }
        return Py.None;
    }

    private object ListMethod(PyList list, string name, object[] a, Dictionary<string, object> named)
    {
        var items = list.Items;
        if (items.Count > MaxItems) throw Stop("a large container");
        if (name is not ("append" or "appendleft" or "pop" or "popleft" or "insert")) Step(items.Count);
        switch (name)
        {
            case "append":
                items.Add(a[0]);
                if (items.Count > list.MaxLength) items.RemoveAt(0);
                return Py.None;
            case "appendleft":
                items.Insert(0, a[0]);
                if (items.Count > list.MaxLength) items.RemoveAt(items.Count - 1);
                return Py.None;
            case "extend":
                items.AddRange(Iterate(a[0]).ToList());
                if (items.Count > list.MaxLength) items.RemoveRange(0, items.Count - list.MaxLength);
                return Py.None;
            case "extendleft":
                items.InsertRange(0, Iterate(a[0]).Reverse());
                if (items.Count > list.MaxLength) items.RemoveRange(list.MaxLength, items.Count - list.MaxLength);
                return Py.None;
            case "rotate":
                if (items.Count == 0) return Py.None;
                long turn = a.Length > 0 ? (long)a[0] : 1;
                int back = (int)(((-turn % items.Count) + items.Count) % items.Count);
                object[] turned = [.. items[back..], .. items[..back]];
                items.Clear();
                items.AddRange(turned);
                return Py.None;
            case "insert": items.Insert((int)Math.Clamp((long)a[0] < 0 ? (long)a[0] + items.Count : (long)a[0], 0, items.Count), a[1]); return Py.None;
            case "pop" or "popleft":
                if (items.Count == 0) throw Raised("IndexError");
                int at = name == "popleft" ? 0 : a.Length == 0 ? items.Count - 1 : Place(a[0], items.Count);
                object taken = items[at];
                items.RemoveAt(at);
                return taken;
            case "remove":
                int found = items.FindIndex(i => AreEqual(i, a[0]));
                if (found < 0) throw Raised("ValueError");
                items.RemoveAt(found);
                return Py.None;
            case "index": return items.FindIndex(i => AreEqual(i, a[0])) is >= 0 and var place ? (object)(long)place : throw Raised("ValueError");
            case "count": return (long)items.Count(i => AreEqual(i, a[0]));
            case "clear": items.Clear(); return Py.None;
            case "reverse": items.Reverse(); return Py.None;
            case "copy": return list.With(items);
            case "sort":
                var sorted = Sorted(items, named);
                items.Clear();
                items.AddRange(sorted);
                return Py.None;
            default: throw Stop(name);
        }
    }

    /// <summary>A stable sort: keys first, then insertion by halves, as the language itself sorts small lists.</summary>
    private List<object> Sorted(IEnumerable<object> items, Dictionary<string, object> named)
    {
        object? key = named.GetValueOrDefault("key");
        var rows = items.Select(i => (Item: i, Key: key is null || ReferenceEquals(key, Py.None) ? i : Call(key, [i]))).ToList();
        var sorted = new List<(object Item, object Key)>();
        bool isReversed = named.TryGetValue("reverse", out object? reverse) && Truth(reverse);
        if (isReversed) rows.Reverse();
        foreach (var row in rows)
        {
            int low = 0, high = sorted.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (Truth(Compare(Extract.PyKind.Less, row.Key, sorted[middle].Key))) high = middle;
                else low = middle + 1;
            }
            sorted.Insert(low, row);
        }
        if (isReversed) sorted.Reverse();
        return [.. sorted.Select(r => r.Item)];
    }

    private object DictMethod(object self, PyDict dict, string name, object[] a, Dictionary<string, object> named)
    {
        if (name is "keys" or "values" or "items" or "most_common") Step(dict.Entries.Count);
        switch (name)
        {
            case "get": return FindEntry(dict, a[0])?.Value ?? (a.Length > 1 ? a[1] : Py.None);
            case "keys": return new PyList([.. dict.Entries.Select(e => e.Key)]);
            case "values": return new PyList([.. dict.Entries.Select(e => e.Value)]);
            case "items": return new PyList([.. dict.Entries.Select(e => new PyTuple([e.Key, e.Value]))]);
            case "most_common":
                var ranked = dict.Entries.OrderByDescending(e => (long)e.Value).Take(a.Length > 0 ? (int)(long)a[0] : int.MaxValue);
                return new PyList([.. ranked.Select(e => new PyTuple([e.Key, e.Value]))]);
            case "pop": return RemoveItem(dict, a[0], out object taken) ? taken : a.Length > 1 ? a[1] : throw new PyError(MakeError("KeyError", a[0]), isRaised: true);
            case "popitem":
                if (dict.Entries.Count == 0) throw Raised("KeyError");
                var last = dict.Entries[^1];
                dict.Entries.RemoveAt(dict.Entries.Count - 1);
                dict.Behind?.Remove((string)last.Key);
                return new PyTuple([last.Key, last.Value]);
            case "setdefault":
                if (FindEntry(dict, a[0]) is { } entry) return entry.Value;
                SetItem(dict, a[0], a.Length > 1 ? a[1] : Py.None);
                return a.Length > 1 ? a[1] : Py.None;
            case "update":
                if (a.Length > 0) Update(dict, a[0]);
                foreach (var (key, value) in named) SetItem(dict, key, value);
                return Py.None;
            case "clear":
                dict.Entries.Clear();
                dict.Behind?.Clear();
                return Py.None;
            case "copy": return CopyOf(dict);
            default: throw Stop(name);
        }
    }

    private object OrderMethod(PyDict dict, string name, object[] a, Dictionary<string, object> named)
    {
        int option = name == "popitem" ? 0 : 1;
        bool isLast = !(a.Length > option ? !Truth(a[option]) : named.TryGetValue("last", out object? last) && !Truth(last));
        if (dict.Entries.Count == 0) throw Raised("KeyError");
        var entry = name == "popitem" ? dict.Entries[isLast ? ^1 : 0] : FindEntry(dict, a[0]) ?? throw new PyError(MakeError("KeyError", a[0]), isRaised: true);
        dict.Entries.RemoveAt(dict.Entries.FindIndex(e => ReferenceEquals(e, entry)));
        if (name == "popitem") return new PyTuple([entry.Key, entry.Value]);
        dict.Entries.Insert(isLast ? dict.Entries.Count : 0, entry);
        return Py.None;
    }

    private object CounterMethod(PyDict counter, string name, object[] a, Dictionary<string, object> named)
    {
        Step(counter.Entries.Count);
        switch (name)
        {
            case "update":
                Count(counter, a, named);
                return Py.None;
            case "total": return counter.Entries.Aggregate((object)0L, (sum, e) => Operate(0, sum, e.Value, inPlace: false));
            case "elements": return new PyList([.. counter.Entries.SelectMany(e => Repeated([e.Key], (long)e.Value))]);
            default: throw Stop($"{name} of a Counter");
        }
    }

    private object SetMethod(PyDict set, string name, object[] a)
    {
        switch (name)
        {
            case "add":
                object hash = Hash(a[0]);
                if (FindEntry(set, a[0], hash) is null) set.Entries.Add(new PyDict.Entry(a[0], hash, Py.None));
                if (set.Entries.Count > MaxItems) throw Stop("a large container");
                return Py.None;
            case "discard" or "remove":
                if (!RemoveItem(set, a[0], out _) && name == "remove") throw new PyError(MakeError("KeyError", a[0]), isRaised: true);
                return Py.None;
            case "clear": set.Entries.Clear(); return Py.None;
            case "copy": return CopyOf(set);
            case "update":
                foreach (object item in a.SelectMany(Iterate).ToArray()) SetMethod(set, "add", [item]);
                return Py.None;
            case "union": return Combine(Extract.PyKind.Pipe, set, MakeSet(a.SelectMany(Iterate)));
            case "intersection": return Combine(Extract.PyKind.Ampersand, set, MakeSet(a.SelectMany(Iterate)));
            case "difference": return Combine(Extract.PyKind.Minus, set, MakeSet(a.SelectMany(Iterate)));
            case "issubset": return set.Entries.All(e => Contains(a[0], e.Key));
            default: throw Stop($"{name} of a set");
        }
    }
}

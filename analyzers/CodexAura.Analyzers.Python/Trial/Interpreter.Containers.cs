namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Containers: keys, items, iteration.</summary>
internal sealed partial class Interpreter
{
    /// <summary>What stands for a key in comparisons; __hash__ runs for it.</summary>
    private object Hash(object key) => Nested(() => HashOf(key));

    private object HashOf(object key)
    {
        if (OwnSpecial(key, "__hash__") is { } method) return Call(method, []);
        switch (key)
        {
            case PyObject { Class: var type } o:
                if (o is not PyClass && type.Mro.Any(c => c.Attributes.ContainsKey("__dataclass_frozen__")))
                    return new TupleKey([.. ComparedFields(type).Select(f => Hash(GetAttribute(o, f)))]);
                // A class that says what is equal and not how to hash has no hash.
                if (o is not PyClass && (FindOwn(type, "__eq__") is not null || type.Mro.Any(c => c.Attributes.ContainsKey("__dataclass_eq__")))) throw Raised("TypeError");
                return o.Payload is { } payload ? Hash(payload) : o;
            case bool b: return b ? 1L : 0L;
            case double d when d == Math.Floor(d) && Math.Abs(d) < 1e15: return (long)d;
            case PyTuple tuple: return new TupleKey([.. tuple.Items.Select(Hash)]);
            case PyBound bound: return new TupleKey([bound.Self, bound.Function]);
            case PyList or PyDict { IsFrozen: false }: throw Error("TypeError", "unhashable type");
        }
        if (ReferenceEquals(key, Py.External)) throw Stop("a key that nobody knows");
        return key;
    }

    private PyDict.Entry? FindEntry(PyDict dict, object key)
    {
        if (!IsUnknown(key)) return FindEntry(dict, key, Hash(key));
        int any = ChooseAmong(dict.Entries.Count + 1);
        return any < dict.Entries.Count ? dict.Entries[any] : null;
    }

    private PyDict.Entry? FindEntry(PyDict dict, object key, object hash) => PlaceOf(dict, key, hash) is >= 0 and var place ? dict.Entries[place] : null;

    private int PlaceOf(PyDict dict, object key, object hash)
    {
        Step(dict.Entries.Count);
        for (int i = 0; i < dict.Entries.Count; i++)
        {
            var entry = dict.Entries[i];
            if (!entry.Hash.Equals(hash)) continue;
            // Only classes and tuples of them have an equality of their own.
            bool isPlain = entry.Key is not PyObject and not PyTuple && key is not PyObject and not PyTuple;
            if (isPlain || ReferenceEquals(entry.Key, key) || AreEqual(key, entry.Key)) return i;
        }
        return -1;
    }

    private void SetItem(PyDict dict, object key, object value)
    {
        object hash = Hash(key);
        if (dict.Behind is { } names) names[key as string ?? throw Stop("a name")] = value;
        if (PlaceOf(dict, key, hash) is >= 0 and var place) dict.Entries[place] = dict.Entries[place] with { Value = value };
        else dict.Entries.Add(new PyDict.Entry(key, hash, value));
        if (dict.Entries.Count > MaxItems) throw Stop("a large container");
    }

    private bool RemoveItem(PyDict dict, object key, out object value)
    {
        value = Py.None;
        if (FindEntry(dict, key) is not { } entry) return false;
        value = entry.Value;
        dict.Entries.RemoveAt(dict.Entries.FindIndex(e => ReferenceEquals(e, entry)));
        dict.Behind?.Remove((string)key);
        return true;
    }

    private PyDict MakeSet(IEnumerable<object> items, bool isFrozen = false)
    {
        var made = new PyDict { IsSet = true, IsFrozen = isFrozen };
        foreach (object item in items)
        {
            object hash = Hash(item);
            if (FindEntry(made, item, hash) is null) made.Entries.Add(new PyDict.Entry(item, hash, Py.None));
        }
        return made;
    }

    private PyDict CopyOf(PyDict dict)
    {
        Step(dict.Entries.Count);
        var made = new PyDict { IsSet = dict.IsSet, IsFrozen = dict.IsFrozen, Factory = dict.Factory, ClassName = dict.ClassName };
        made.Entries.AddRange(dict.Entries);
        return made;
    }

    private PyDict AsDictionary(Dictionary<string, object> names)
    {
        var made = new PyDict { Behind = names };
        Step(names.Count);
        foreach (var (name, value) in names) made.Entries.Add(new PyDict.Entry(name, name, value));
        return made;
    }

    private void Update(PyDict dict, object from)
    {
        foreach (var (key, _, value) in Entries(from).ToArray()) SetItem(dict, key, value);
    }

    private IEnumerable<PyDict.Entry> Entries(object from)
    {
        if (Plain(from) is PyDict { IsSet: false } dict) return dict.Entries;
        if (OwnSpecial(from, "keys") is { } keys) return Iterate(Call(keys, [])).Select(k => new PyDict.Entry(k, Hash(k), GetItem(from, k))).ToList();
        return Iterate(from).Select(pair => Iterate(pair).ToList()).Select(pair => new PyDict.Entry(pair[0], Hash(pair[0]), pair[1])).ToList();
    }

    private PyDict Combine(Extract.PyKind op, PyDict left, PyDict right)
    {
        var (xs, ys) = (left.Entries.Select(e => e.Key), right.Entries.Select(e => e.Key));
        return op switch
        {
            Extract.PyKind.Pipe => MakeSet(xs.Concat(ys), left.IsFrozen),
            Extract.PyKind.Ampersand => MakeSet(xs.Where(x => FindEntry(right, x) is not null), left.IsFrozen),
            Extract.PyKind.Minus => MakeSet(xs.Where(x => FindEntry(right, x) is null), left.IsFrozen),
            Extract.PyKind.Caret => MakeSet(xs.Where(x => FindEntry(right, x) is null).Concat(ys.Where(y => FindEntry(left, y) is null)), left.IsFrozen),
            _ => throw Error("TypeError", "bad operands"),
        };
    }

    private object GetItem(object container, object index)
    {
        if (container is PyClass type) return ClassItem(type, index);
        if (OwnSpecial(container, "__getitem__") is { } method) return Call(method, [index]);
        object plain = Plain(container);
        switch (plain)
        {
            case PyDict { IsSet: false } dict:
                if (FindEntry(dict, index) is { } entry) return entry.Value;
                if (OwnSpecial(container, "__missing__") is { } missing) return Call(missing, [index]);
                if (dict.ClassName == "Counter") return 0L;
                if (dict.Factory is { } factory)
                {
                    object made = Call(factory, []);
                    SetItem(dict, index, made);
                    return made;
                }
                throw new PyError(MakeError("KeyError", index), isRaised: true);
            case PyList list:
                if (Plain(index) is PySlice part) return new PyList([.. Places(part, list.Items.Count).Select(i => list.Items[i])]);
                return list.Items[Place(index, list.Items.Count)];
            case PyTuple tuple:
                if (Plain(index) is PySlice piece) return new PyTuple([.. Places(piece, tuple.Items.Length).Select(i => tuple.Items[i])]);
                return tuple.Items[Place(index, tuple.Items.Length)];
            case string text:
                if (Plain(index) is PySlice cut) return string.Concat(Places(cut, text.Length).Select(i => text[i]));
                return text[Place(index, text.Length)].ToString();
            case PyRange range: return range.Start + Place(index, (int)Math.Min(range.Count, int.MaxValue)) * range.Step;
        }
        if (ReferenceEquals(container, Py.External)) return container;
        throw Error("TypeError", "not subscriptable");
    }

    private object ClassItem(PyClass type, object index)
    {
        if (OwnSpecial(type, "__getitem__") is { } method) return Call(method, [index]);
        if (type.Attributes.TryGetValue("__members__", out object? members))
            return FindEntry((PyDict)members, index)?.Value ?? throw new PyError(MakeError("KeyError", index), isRaised: true);
        // A generic alias stands for the class.
        return FindOwn(type, "__class_getitem__") is { } maker ? Call(Bind(maker, null, type), [index]) : type;
    }

    private int Place(object index, int count)
    {
        if (Plain(index) is bool b) index = b ? 1L : 0L;
        if (OwnSpecial(index, "__index__") is { } method) index = Call(method, []);
        if (IsUnknown(index) && count > 0) return ChooseAmong(count);
        if (Plain(index) is not long place) throw IsUnknown(index) ? Stop("an index that nobody knows") : Error("TypeError", "bad index");
        if (place < 0) place += count;
        return place >= 0 && place < count ? (int)place : throw Raised("IndexError");
    }

    private IEnumerable<int> Places(PySlice slice, int count)
    {
        long Bound(object given, long otherwise, long least, long most) =>
            ReferenceEquals(given, Py.None) ? otherwise : Plain(given) is long n ? Math.Clamp(n < 0 ? n + count : n, least, most) : throw Stop("a slice that nobody knows");
        Step(count);
        long step = ReferenceEquals(slice.Step, Py.None) ? 1 : (long)slice.Step;
        if (step == 0) throw Raised("ValueError");
        long start = step > 0 ? Bound(slice.Start, 0, 0, count) : Bound(slice.Start, count - 1, -1, count - 1);
        long stop = step > 0 ? Bound(slice.Stop, count, 0, count) : Bound(slice.Stop, -1, -1, count - 1);
        for (long i = start; step > 0 ? i < stop : i > stop; i += step) yield return (int)i;
    }

    private void StoreItem(object container, object index, object value)
    {
        if (OwnSpecial(container, "__setitem__") is { } method)
        {
            Call(method, [index, value]);
            return;
        }
        switch (Plain(container))
        {
            case PyDict { IsSet: false } dict:
                SetItem(dict, index, value);
                return;
            case PyList list when index is PySlice part:
                int[] places = [.. Places(part, list.Items.Count)];
                var items = Iterate(value).ToList();
                if (!ReferenceEquals(part.Step, Py.None)) throw Stop("a slice with a step is replaced");
                long start = ReferenceEquals(part.Start, Py.None) ? 0 : (long)part.Start;
                int at = places.Length > 0 ? places[0] : (int)Math.Clamp(start < 0 ? start + list.Items.Count : start, 0, list.Items.Count);
                list.Items.RemoveRange(at, places.Length);
                list.Items.InsertRange(at, items);
                return;
            case PyList list:
                list.Items[Place(index, list.Items.Count)] = value;
                return;
        }
        if (!ReferenceEquals(container, Py.External) || CarriesCode(value)) throw Stop("an item is stored that nobody knows");
    }

    private void DeleteItem(object container, object index)
    {
        if (OwnSpecial(container, "__delitem__") is { } method)
        {
            Call(method, [index]);
            return;
        }
        switch (Plain(container))
        {
            case PyDict { IsSet: false } dict:
                if (!RemoveItem(dict, index, out _)) throw new PyError(MakeError("KeyError", index), isRaised: true);
                return;
            case PyList list when index is PySlice part:
                foreach (int at in Places(part, list.Items.Count).OrderDescending().ToArray()) list.Items.RemoveAt(at);
                return;
            case PyList list:
                list.Items.RemoveAt(Place(index, list.Items.Count));
                return;
        }
        throw Stop("an item is deleted that nobody knows");
    }

    private bool Contains(object container, object item)
    {
        if (OwnSpecial(container, "__contains__") is { } method) return Truth(Call(method, [item]));
        if (OwnSpecial(container, "__iter__") is null)
            switch (Plain(container))
            {
                case PyDict dict: return FindEntry(dict, item) is not null;
                case string text when item is string part: return text.Contains(part, StringComparison.Ordinal);
                case PyClass type when type.Attributes.ContainsKey("__members__"): return IsInstance(item, type);
            }
        if (Plain(container) is PyRange range && Plain(item) is long number) return range.Has(number);
        return Iterate(container).Any(i => AreEqual(item, i));
    }

    private long Length(object value)
    {
        if (OwnSpecial(value, "__len__") is { } method) return (long)Plain(Call(method, []));
        return Plain(value) switch
        {
            string text => text.Length,
            PyList list => list.Items.Count,
            PyTuple tuple => tuple.Items.Length,
            PyDict dict => dict.Entries.Count,
            PyRange range => range.Count,
            PyClass { Attributes: var a } when a.TryGetValue("__members__", out object? members) => ((PyDict)members).Entries.Count,
            var other => throw (ReferenceEquals(other, Py.External) ? Stop("the length of something unknown") : Error("TypeError", "has no len()")),
        };
    }

    /// <summary>The elements, as a loop takes them one by one.</summary>
    private IEnumerable<object> Iterate(object value)
    {
        if (OwnSpecial(value, "__iter__") is { } method)
        {
            object iterator = Call(method, []);
            return iterator is PyIterator steps ? Resumed(steps) : IsUnknown(iterator) ? Unknowns() : Steps(iterator, "__next__", "StopIteration");
        }
        if (OwnSpecial(value, "__next__") is not null) return Steps(value, "__next__", "StopIteration");
        switch (Plain(value))
        {
            case PyList list:
                Step(list.Items.Count);
                return ItemsOf(list);
            case PyTuple tuple:
                Step(tuple.Items.Length);
                return tuple.Items;
            case PyDict dict:
                Step(dict.Entries.Count);
                return dict.Entries.Select(e => e.Key).ToArray();
            case string text:
                Step(text.Length);
                return text.Select(c => (object)c.ToString());
            case PyRange range: return Stepped(range);
            case PyIterator { IsAsync: false } iterator: return Resumed(iterator);
            case PyClass type when type.Attributes.TryGetValue("__members__", out object? members): return ((PyDict)members).Entries.Select(e => e.Value).Distinct().ToArray();
        }
        if (OwnSpecial(value, "__getitem__") is { } getter) return Indexed(getter);
        return IsUnknown(value) ? Unknowns() : throw Error("TypeError", "not iterable");
    }

    private IEnumerable<object> Stepped(PyRange range)
    {
        foreach (object item in range.Items())
        {
            Step();
            yield return item;
        }
    }

    /// <summary>None, or one or two of which nothing is known.</summary>
    private IEnumerable<object> Unknowns()
    {
        while (Choose()) yield return Py.External;
    }

    private static IEnumerable<object> ItemsOf(PyList list)
    {
        for (int i = 0; i < list.Items.Count; i++) yield return list.Items[i];
    }

    private IEnumerable<object> Resumed(PyIterator iterator)
    {
        while (Resume(iterator, Py.None, null, out object value)) yield return value;
    }

    private IEnumerable<object> Steps(object iterator, string method, string end, bool isAsync = false)
    {
        while (true)
        {
            object next = Py.None;
            bool isDone = false;
            try
            {
                next = Call(Special(iterator, method) ?? throw Error("TypeError", "no iterator"), []);
                if (isAsync) next = Await(next);
            }
            catch (PyError error) when (IsOf(error, end))
            {
                isDone = true;
            }
            if (isDone) yield break;
            yield return next;
        }
    }

    private IEnumerable<object> Indexed(object getter)
    {
        for (long i = 0; ; i++)
        {
            object item = Py.None;
            bool isDone = false;
            try
            {
                item = Call(getter, [i]);
            }
            catch (PyError error) when (IsOf(error, "IndexError"))
            {
                isDone = true;
            }
            if (isDone) yield break;
            yield return item;
        }
    }

    private IEnumerable<object> IterateAsync(object value)
    {
        if (value is PyIterator { IsAsync: true } generator) return Resumed(generator);
        object iterator = Call(OwnSpecial(value, "__aiter__") ?? throw Stop("async for over something unknown"), []);
        return iterator is PyIterator { IsAsync: true } inner ? Resumed(inner) : Steps(iterator, "__anext__", "StopAsyncIteration", isAsync: true);
    }

    private object Await(object value)
    {
        if (IsUnknown(value)) return value;
        if (value is PyCoroutine coroutine) return coroutine.Result;
        if (OwnSpecial(value, "__await__") is not { } method) throw Stop("awaiting something unknown");
        if (Call(method, []) is not PyIterator { Env: { } env } steps) throw Stop("awaiting something unknown");
        while (Resume(steps, Py.None, null, out _)) Step();
        return env.Returned;
    }
}

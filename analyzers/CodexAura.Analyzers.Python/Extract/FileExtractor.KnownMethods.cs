using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>What methods of containers do whose items are known, carried out here.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Methods that only look into a container, or give a view of it.</summary>
    private static readonly HashSet<string> ReadingMethods = ["get", "items", "keys", "values", "copy", "index", "count"];

    /// <summary>A call of a method on a container; what it does is carried out here where that is known.</summary>
    private bool KnownMethod(int container, int name, int firstArgument, bool isName, out int result)
    {
        result = Unknown;
        if (!_knownContainers.ContainsKey(container) || _scope.Dead) return false;
        string method = System.Text.Encoding.UTF8.GetString(_facts.Strings[name]);
        int count = _arguments.Count - firstArgument;
        bool plain = _conditional == 0;
        for (int i = firstArgument; i < _arguments.Count; i++) plain &= _arguments[i].Kind == ArgKind.Positional;
        if (!plain || Readable(container, isName ? 1 : 0) is not { } known || known.IsItem && known.Segment != _segment)
        {
            if (ReadingMethods.Contains(method)) Untouch(container, isName);
            return false;
        }
        int first = count > 0 ? _arguments[firstArgument].Slot : Slots.None, second = count > 1 ? _arguments[firstArgument + 1].Slot : Slots.None;
        bool done = known.Kind switch
        {
            ContainerKind.List => ListMethod(container, known, method, count, first, second, isName, out result),
            ContainerKind.Dict => DictMethod(container, known, method, count, first, second, isName, out result),
            _ => false,
        };
        if (!done && ReadingMethods.Contains(method)) Untouch(container, isName);
        return done;
    }

    private bool ListMethod(int container, KnownContainer known, string method, int count, int first, int second, bool isName, out int result)
    {
        result = Builtin("NoneType");
        if (KnownElements(container) is not { } elements) return false;
        switch (method, count)
        {
            case ("append", 1) when elements.Count < ManyKnown:
                if (known.Segment == _segment) return StoreKnown(container, _facts.Ref(RefKind.Integer, elements.Count), first, isName);
                elements.Add(first);
                break;
            case ("insert", 2) when IsConstantKey(first) && KeyIn(known, first) is var at && _facts.RefAt(at) is { Value: >= 0 } record && elements.Count < ManyKnown:
                elements.Insert(Math.Min(record.Value, elements.Count), second);
                break;
            case ("extend", 1) when KnownElements(first) is { } others && elements.Count + others.Count <= ManyKnown:
                elements.AddRange(others);
                break;
            case ("pop", 0) when elements.Count > 0:
                result = elements[^1];
                elements.RemoveAt(elements.Count - 1);
                break;
            case ("pop", 1) when IsConstantKey(first) && _facts.RefAt(KeyIn(known, first)).Value is var position && position >= 0 && position < elements.Count:
                result = elements[position];
                elements.RemoveAt(position);
                break;
            case ("copy", 0):
                result = EmitContainer(ContainerKind.List, Numbered(elements), known: true);
                if (isName) known.Uses--;
                return true;
            case ("reverse", 0):
                elements.Reverse();
                break;
            case ("clear", 0):
                elements.Clear();
                break;
            default:
                return false;
        }
        if (known.IsItem) return false;
        if (isName) known.Uses--;
        Replace(container, ContainerKind.List, Numbered(elements));
        return true;
    }

    private bool DictMethod(int container, KnownContainer known, string method, int count, int first, int second, bool isName, out int result)
    {
        result = Builtin("NoneType");
        bool isKey = count > 0 && IsConstantKey(first), found = isKey && known.Places.ContainsKey(first);
        switch (method, count)
        {
            case ("get", 1 or 2) when isKey:
                if (found) result = _ops[known.Places[first]];
                else if (count == 2) result = second;
                if (isName) known.Uses--;
                return true;
            case ("setdefault", 2) when isKey:
                result = found ? _ops[known.Places[first]] : second;
                if (!found) return StoreKnown(container, first, second, isName);
                if (isName) known.Uses--;
                return true;
            case ("update", 1) when first != container && Readable(first, int.MaxValue) is { Kind: ContainerKind.Dict } other:
                var merged = Content(known);
                foreach (var (key, slot) in Content(other))
                {
                    merged.RemoveAll(e => e.Key == key);
                    merged.Add((key, slot));
                }
                if (merged.Count > ManyKnown || known.IsItem) return false;
                if (isName) known.Uses--;
                other.Uses = Math.Max(0, other.Uses - 1);
                Replace(container, ContainerKind.Dict, merged);
                return true;
            case ("pop", 1 or 2) when found && !known.IsItem:
                result = _ops[known.Places[first]];
                if (isName) known.Uses--;
                Replace(container, ContainerKind.Dict, Content(known).FindAll(e => e.Key != first));
                return true;
            case ("clear", 0) when !known.IsItem:
                if (isName) known.Uses--;
                Replace(container, ContainerKind.Dict, []);
                return true;
            default:
                return false;
        }
    }

    /// <summary>del xs[i], del d[k]: the item is gone.</summary>
    private void DeleteKnown(int container, int index, bool isName)
    {
        if (!_knownContainers.ContainsKey(container)) return;
        if (_scope.Dead || _conditional > 0 || Readable(container, isName ? 1 : 0) is not { IsItem: false } known
            || KeyIn(known, index) is not (not Slots.None and var key) || !known.Places.ContainsKey(key))
        {
            _knownContainers.Remove(container);
            return;
        }
        if (isName) known.Uses--;
        if (known.Kind == ContainerKind.Dict) Replace(container, known.Kind, Content(known).FindAll(e => e.Key != key));
        else if (KnownElements(container) is { } elements)
        {
            elements.RemoveAt(_facts.RefAt(key).Value);
            Replace(container, known.Kind, Numbered(elements));
        }
    }
}

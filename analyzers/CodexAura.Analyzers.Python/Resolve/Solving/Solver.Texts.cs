using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// What is written down as a text and taken apart when the program runs: registries name a class by "package.module.Class", methods are listed in
/// "first second third".
/// </summary>
internal sealed partial class Solver
{
    /// <summary>Parts of one text that are followed; where there are more, it is prose.</summary>
    private const int MaxTextParts = 24;

    /// <summary>Longer texts are no names. Without a bound, replace in a loop would make texts that grow for ever.</summary>
    private const int MaxChanged = 64;

    /// <summary>A known string, or what is known of one, after a method that keeps it known; some string where the method is told something that is not written down.</summary>
    private int Changed(int text, Native how, CallSite site, int activation)
    {
        if (how == Native.Format) return Prefix(_program.NameBytes(_objects[text].A), (byte)'{');
        var (start, end) = PatternOf(text);
        bool isWhole = _objects[text].Kind == ObjectKind.String;
        (string Start, string End)? changed = how switch
        {
            Native.Lower => (start.ToLowerInvariant(), end.ToLowerInvariant()),
            Native.Upper => (start.ToUpperInvariant(), end.ToUpperInvariant()),
            Native.Capitalize => (start.Length == 0 ? start : char.ToUpperInvariant(start[0]) + start[1..].ToLowerInvariant(), end.ToLowerInvariant()),
            Native.Strip or Native.LeftStrip or Native.RightStrip when site.Count > 0 => null,
            // Where something that is not known stands between, only the outer sides are stripped.
            Native.Strip => isWhole ? (start.Trim(), "") : (start.TrimStart(), end.TrimEnd()),
            Native.LeftStrip => (start.TrimStart(), end),
            Native.RightStrip => isWhole ? (start.TrimEnd(), "") : (start, end.TrimEnd()),
            _ => Text(site, activation, 0, "old") is { Length: > 0 } old && Text(site, activation, 1, "new") is { } put && PlaceOf(site, activation, 2, "count") < 0
                ? Replaced(start, end, old, put, isWhole) : null,
        };
        if (changed is not { } known || known.Start.Length + known.End.Length > MaxChanged) return BuiltinInstance(_known["str"]);
        return isWhole ? _objects.Get(ObjectKind.String, _program.Name(known.Start)) : Pattern(known.Start, known.End);
    }

    private static (string Start, string End)? Replaced(string start, string end, string old, string put, bool isWhole)
    {
        if (!isWhole && MayGoOn(start, old)) return null;
        bool isEndSure = true;
        for (int length = 1; length < old.Length; length++) isEndSure &= !end.StartsWith(old[^length..], StringComparison.Ordinal);
        return (start.Replace(old, put, StringComparison.Ordinal), isEndSure ? end.Replace(old, put, StringComparison.Ordinal) : "");
    }

    /// <summary>Whether what is replaced may begin in the known start of a text and end after it.</summary>
    private static bool MayGoOn(string start, string old)
    {
        for (int length = 1; length < old.Length; length++)
            if (start.EndsWith(old[..length], StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>An argument that is written down as a text; null where it is something else.</summary>
    private string? Text(CallSite site, int activation, int position, string name) =>
        Written(site, activation, position, name) is >= 0 and var obj && _objects[obj] is { Kind: ObjectKind.String, A: var text } ? _program.NameText(text) : null;

    /// <summary>The constant that stands as an argument at a call, not in a variable; -1 where there is none.</summary>
    private int Written(CallSite site, int activation, int position, string name)
    {
        int i = PlaceOf(site, activation, position, name);
        if (i < 0 || site[i] is not (_, var operand, false) || !Slots.IsRef(operand)) return -1;
        int slot = Map(activation, operand);
        return (RefKind)_program.Units[_activations[activation].File].Refs[~operand].Kind is RefKind.String or RefKind.Integer && _slots.ObjectCount(slot) == 1 ? _slots.ObjectAt(slot, 0) : -1;
    }

    /// <summary>str.split and its like on a known text: the parts, each at its place.</summary>
    private void SplitText(Native how, int text, CallSite site, int op, int activation, int result)
    {
        bool isPartition = how is Native.Partition or Native.RightPartition;
        int limit = isPartition ? 1 : Limit(site, activation);
        if (limit < 0) return;
        // What is done and how often, in one number.
        int way = limit << 8 | (int)how;
        if (ArgumentNamed(site, activation, 0, "sep") is >= 0 and var separator) Follow(separator, new Follower(FollowKind.SplitBy, result, text, op, activation, way));
        else if (!isPartition) AddParts(text, -1, op, activation, result, way);
    }

    /// <summary>How often str.split divides a text: as often as it can without a limit or with one below 0; -1 where the limit is not written down.</summary>
    private int Limit(CallSite site, int activation)
    {
        if (PlaceOf(site, activation, 1, "maxsplit") < 0) return MaxTextParts;
        if (Written(site, activation, 1, "maxsplit") is not (>= 0 and var obj) || _objects[obj] is not { Kind: ObjectKind.Integer, A: var limit }) return -1;
        return limit < 0 ? MaxTextParts : Math.Min(limit, MaxTextParts);
    }

    /// <summary>The slot of an argument that is given at a place or by name; -1 where it is not given.</summary>
    private int ArgumentNamed(CallSite site, int activation, int position, string name) =>
        PlaceOf(site, activation, position, name) is >= 0 and var i ? Argument(site, activation, i) : -1;

    private int PlaceOf(CallSite site, int activation, int position, string name)
    {
        for (int i = 0; i < site.Count; i++)
        {
            var (kind, _, mapped) = site[i];
            // What comes after *args may be at any place.
            if (kind == ArgKind.Star) position = -1;
            if (kind == ArgKind.Positional ? i == position : kind >= 0 && !mapped && Name(activation, kind) == _known[name]) return i;
        }
        return -1;
    }

    /// <summary>A separator came: a text, or None for white space.</summary>
    private void SplitBy(int separator, in Follower follower)
    {
        var (kind, a, _) = _objects[separator];
        bool isNone = kind == ObjectKind.Instance && a == _builtin.None && (Native)(follower.Value & 0xFF) is Native.Split or Native.RightSplit;
        if (kind == ObjectKind.String || isNone) AddParts(follower.Other, isNone ? -1 : separator, follower.Op, follower.Activation, follower.Result, follower.Value);
    }

    private void AddParts(int text, int separator, int op, int activation, int result, int way)
    {
        var how = (Native)(way & 0xFF);
        var parts = Parts(_program.NameText(_objects[text].A), separator < 0 ? null : _program.NameText(_objects[separator].A), how, way >> 8);
        if (parts.Count > MaxTextParts) return;
        bool isPartition = how is Native.Partition or Native.RightPartition;
        int list = NewAllocation(isPartition ? "tuple" : "list", op, activation);
        if (list < 0) return;
        _slots.Add(result, list);
        AddPartsTo(list, [.. parts], isFollowed: !isPartition);
    }

    private static IReadOnlyList<string> Parts(string text, string? separator, Native how, int limit)
    {
        bool fromRight = how is Native.RightSplit or Native.RightPartition;
        if (separator is null) return fromRight ? LastWords(text, limit) : text.Split((char[]?)null, limit + 1, StringSplitOptions.RemoveEmptyEntries);
        if (separator.Length == 0) return [];
        if (how is Native.Partition or Native.RightPartition)
        {
            int at = fromRight ? text.LastIndexOf(separator, StringComparison.Ordinal) : text.IndexOf(separator, StringComparison.Ordinal);
            if (at < 0) return fromRight ? ["", "", text] : [text, "", ""];
            return [text[..at], separator, text[(at + separator.Length)..]];
        }
        if (!fromRight) return text.Split(separator, limit + 1);
        var parts = new List<string>();
        for (int at; parts.Count < limit && (at = text.LastIndexOf(separator, StringComparison.Ordinal)) >= 0; text = text[..at])
            parts.Add(text[(at + separator.Length)..]);
        parts.Add(text);
        parts.Reverse();
        return parts;
    }

    private static List<string> LastWords(string text, int limit)
    {
        var words = new List<string>();
        text = text.TrimEnd();
        for (int at; words.Count < limit && (at = text.AsSpan().LastIndexOfAny(" \t\n\r\f\v")) >= 0; text = text[..at].TrimEnd())
            words.Add(text[(at + 1)..]);
        if (text.Length > 0) words.Add(text);
        words.Reverse();
        return words;
    }

    /// <summary>
    /// importlib.import_module and __import__: the second gives the outermost package, unless it is told what is wanted of the module, and may be
    /// told how many packages up the name starts.
    /// </summary>
    private void ImportNamed(int def, CallSite site, int op, int activation, int result)
    {
        bool isFunction = IsNamedAs(def, _known["__import__"]);
        bool isOutermost = isFunction && IsNothing(site, activation, PlaceOf(site, activation, 3, "fromlist"));
        int level = isFunction && Written(site, activation, 4, "level") is >= 0 and var written && _objects[written] is { Kind: ObjectKind.Integer, A: var up } ? Math.Clamp(up, 0, MaxTextParts) : 0;
        int package = IsNamedAs(def, _known["import_module"]) ? ArgumentNamed(site, activation, 1, "package") : -1;
        Follow(Argument(site, activation, 0), new Follower(FollowKind.ImportModule, result, package, op, activation, level << 1 | (isOutermost ? 1 : 0)));
    }

    /// <summary>Whether an argument is not given, None or an empty list or tuple that is written down.</summary>
    private bool IsNothing(CallSite site, int activation, int place)
    {
        if (place < 0) return true;
        var (_, operand, isMapped) = site[place];
        if (isMapped) return false;
        int file = _activations[activation].File, slot = Map(activation, operand);
        if (Slots.IsRef(operand)) return _slots.ObjectCount(slot) == 1 && _objects[_slots.ObjectAt(slot, 0)] is { Kind: ObjectKind.Instance, A: var c } && c == _builtin.None;
        return EmptyDisplaysIn(file).Contains(operand);
    }

    /// <summary>By file: the slots of [] and (), where somebody asked.</summary>
    private readonly Dictionary<int, HashSet<int>> _emptyDisplays = [];

    private HashSet<int> EmptyDisplaysIn(int file)
    {
        if (_emptyDisplays.TryGetValue(file, out var found)) return found;
        _emptyDisplays[file] = found = [];
        var ops = _program.Units[file].Ops;
        for (int op = 0; op < ops.Length; op += ops[op] >> 8)
            if ((OpCode)(ops[op] & 0xFF) == OpCode.NewContainer && ops[op] >> 8 == 3) found.Add(ops[op + 1]);
        return found;
    }

    private void ImportFrom(int text, in Follower follower)
    {
        string name = _program.NameText(_objects[text].A);
        int level = follower.Value >> 1;
        // "job".rpartition(".") leaves nothing of a module; Python refuses that.
        if (name.Length == 0 && level == 0) return;
        if (name.StartsWith('.'))
        {
            if (follower.Other >= 0) Follow(follower.Other, follower with { Kind = FollowKind.ImportRelative, Other = text });
            return;
        }
        if ((follower.Value & 1) != 0 && name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot) name = name[..dot];
        if (level > 0) AddModule(_program.Modules.Relative(OriginFile(follower.Op, follower.Activation), level, name), follower);
        else AddModule(name, follower);
    }

    /// <summary>A name with leading dots, seen from a package: each dot after the first goes one package up.</summary>
    private void ImportRelative(int package, in Follower follower)
    {
        string name = _program.NameText(_objects[follower.Other].A), from = _program.NameText(_objects[package].A), rest = name.TrimStart('.');
        for (int level = name.Length - rest.Length; level > 1; level--)
        {
            int dot = from.LastIndexOf('.');
            if (dot < 0) return;
            from = from[..dot];
        }
        // Where nobody says what the analysed folder is called, the package that it is has no name.
        AddModule(rest.Length == 0 ? from : from.Length == 0 ? rest : $"{from}.{rest}", follower);
    }

    private void AddModule(string name, in Follower follower) =>
        AddModule(_program.Modules.Absolute(OriginFile(follower.Op, follower.Activation), name), follower);

    private void AddModule(int? module, in Follower follower) =>
        _slots.Add(follower.Result, module is { } known ? _objects.Get(ObjectKind.Module, known) : ObjectTable.External);
}

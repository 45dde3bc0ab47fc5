using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Arguments and parameters with stars.</summary>
internal sealed partial class Solver
{
    private void PassExtraPositional(ReadOnlySpan<ParamRecord> parameters, int run, int value, int position)
    {
        foreach (ref readonly var parameter in parameters)
            if (parameter.Kind == (int)ParamKind.Star) PassStar(parameter, run, value, position - StarIndex(parameters));
    }

    private static int StarIndex(ReadOnlySpan<ParamRecord> parameters)
    {
        for (int i = 0; i < parameters.Length; i++)
            if (parameters[i].Kind == (int)ParamKind.Star) return i;
        return 0;
    }

    /// <summary>A *args parameter holds a tuple of its own for each run of the function.</summary>
    private void PassStar(ParamRecord parameter, int run, int value, int index)
    {
        int slot = Map(run, parameter.Slot), tuple = NewAllocation("tuple", -1 - slot, 0);
        if (tuple < 0) return;
        _slots.Add(slot, tuple);
        _slots.AddEdge(value, ObjectField(tuple, index < 0 ? _known.Element : _known.KeyField(false, index)));
    }

    private void PassExtraKeyword(ReadOnlySpan<ParamRecord> parameters, int run, int value, int name)
    {
        foreach (ref readonly var parameter in parameters)
        {
            if (parameter.Kind != (int)ParamKind.DoubleStar) continue;
            int slot = Map(run, parameter.Slot), dict = NewAllocation("dict", -1 - slot, 0);
            if (dict < 0) return;
            _slots.Add(slot, dict);
            _slots.AddEdge(value, ObjectField(dict, _known.KeyField(true, name)));
            _slots.Add(ObjectField(dict, _known.Keys), _objects.Get(ObjectKind.String, name));
        }
    }

    /// <summary>How many elements a tuple is known to have; 0 when that is not known.</summary>
    private int KnownLength(int slot)
    {
        if (_slots.ObjectCount(slot) != 1 || !Is(_slots.ObjectAt(slot, 0), Builtins.Tuple)) return 0;
        int tuple = _slots.ObjectAt(slot, 0), length = 0;
        while (length < 16 && _objectFields.Find(tuple, _known.KeyField(false, length)) >= 0) length++;
        return length;
    }

    /// <summary>f(*xs): what is known to be at a place of xs goes to that parameter, the rest to all that are left.</summary>
    private void PassStarArgument(Watch watch, int obj)
    {
        int callee = watch.A, run = watch.B >> 8, from = watch.B & 255, def = _objects[callee].A;
        ref readonly var record = ref _program.Def(def);
        var parameters = _program.Units[_program.FileOfDef[def]].Params.Slice(record.ParamStart, record.ParamCount);
        if (parameters.Length == 0 || !Is(obj, Builtins.Tuple | Builtins.List | Builtins.Set | Builtins.Generator | Builtins.Dict)) return;
        bool indexed = Is(obj, Builtins.Tuple | Builtins.List);
        int star = StarIndex(parameters);
        ulong named = GivenByName(watch, def, parameters);
        // After arguments that fill *args already, what comes goes there too.
        for (int p = star < from && parameters[star].Kind == (int)ParamKind.Star ? star : from; p < parameters.Length; p++)
        {
            int kind = parameters[p].Kind;
            if (kind == (int)ParamKind.Star)
            {
                for (int i = Math.Max(p, from), end = i + 6; i < end; i++)
                    if (indexed) PassStar(parameters[p], run, ObjectField(obj, _known.KeyField(false, i - from)), i - p);
                PassStar(parameters[p], run, ObjectField(obj, indexed ? _known.Element : _known.Every), -1);
                break;
            }
            // More than what comes before a parameter that is named beside *args would be a TypeError.
            if (kind > (int)ParamKind.Normal || (p < 64 && (named & 1ul << p) != 0)) break;
            int slot = Map(run, parameters[p].Slot);
            if (indexed) _slots.AddEdge(ObjectField(obj, _known.KeyField(false, p - from)), slot);
            _slots.AddEdge(ObjectField(obj, indexed ? _known.Element : _known.Every), slot);
        }
    }

    /// <summary>f(**kw): each name goes to the parameter of that name, what is under other names to all that have no argument: a second one is a TypeError.</summary>
    private void PassDoubleStarArgument(Watch watch, int obj)
    {
        int callee = watch.A, run = watch.B >> 8, placed = watch.B & 255, def = _objects[callee].A, file = _program.FileOfDef[def];
        if (!Is(obj, Builtins.Dict)) return;
        ref readonly var record = ref _program.Def(def);
        var parameters = _program.Units[file].Params.Slice(record.ParamStart, record.ParamCount);
        ulong named = GivenByName(watch, def, parameters);
        for (int p = 0; p < parameters.Length; p++)
        {
            ref readonly var parameter = ref parameters[p];
            if (parameter.Kind <= (int)ParamKind.Normal && p < placed) continue;
            if (p < 64 && (named & 1ul << p) != 0) continue;
            if (parameter.Kind is (int)ParamKind.Normal or (int)ParamKind.KeywordOnly)
            {
                int slot = Map(run, parameter.Slot);
                _slots.AddEdge(ObjectField(obj, _known.KeyField(true, _program.Name(file, parameter.Name))), slot);
                _slots.AddEdge(ObjectField(obj, _known.Element), slot);
            }
            else if (parameter.Kind == (int)ParamKind.DoubleStar) _slots.Add(Map(run, parameter.Slot), obj);
        }
    }

    /// <summary>if not args: what a call gives *args or **kwargs is known to be nothing, or something.</summary>
    /// <param name="record">A function that asks for it before it returns.</param>
    /// <param name="hasAny">The call has arguments that no other parameter takes.</param>
    /// <param name="open">It has arguments with stars, of which nobody knows how many there are.</param>
    private void AskExtra(in DefRecord record, bool hasAny, bool open)
    {
        if (record.SplitBy != SplitKind.True || record.SplitType != Slots.None || (open && !hasAny)) return;
        _asked = SlotOf(hasAny ? _objects.Get(ObjectKind.Class, _builtin.Object) : _objects.Get(ObjectKind.Instance, _builtin.None));
    }

    /// <summary>The parameters that the call of a watch names an argument for, a bit each.</summary>
    private ulong GivenByName(in Watch watch, int def, ReadOnlySpan<ParamRecord> parameters)
    {
        var site = new CallSite(OpAt(watch.Op, watch.Activation), Role.Value, -1);
        ulong named = 0;
        for (int i = 0; i < site.Count; i++)
        {
            if (site[i].Kind is ArgKind.Positional or ArgKind.Star or ArgKind.DoubleStar) continue;
            int p = ParameterNamed(_program.FileOfDef[def], parameters, Name(watch.Activation, site[i].Kind));
            if (p is >= 0 and < 64) named |= 1ul << p;
        }
        return named;
    }

    /// <summary>
    /// What a model hands on, as partial does, was written down at its call, one by one: then it is known which parameter gets what.
    /// </summary>
    /// <returns>False where that is not so.</returns>
    private bool PassKnownStar(int star, int callee, int run, ReadOnlySpan<ParamRecord> parameters, ref int next, ref ulong given, int result)
    {
        int count = _slots.ObjectCount(star), length = KnownLength(star);
        if (count == 0) return true;
        if (length == 0 || _objectFields.Find(_slots.ObjectAt(star, 0), _known.Element) is >= 0 and var rest && _slots.ObjectCount(rest) > 0) return false;
        int tuple = _slots.ObjectAt(star, 0), def = _objects[callee].A;
        ref readonly var record = ref _program.Def(def);
        for (int i = 0; i < length; i++, next++)
        {
            if (next >= parameters.Length || next >= 64 || parameters[next].Kind > (int)ParamKind.Normal) continue;
            given |= 1ul << next;
            int value = ObjectField(tuple, _known.KeyField(false, i));
            if (next + 1 == record.SplitParam) _asked = value;
            if (result >= 0 && next < 31 && ((record.ReturnedParams | record.HandedOn) & 1 << next) != 0) ReturnArgument(record, def, run, next, value, result);
        }
        return true;
    }
}

using System.Buffers.Text;
using System.Text;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>
/// Returns, and what they hang on. Many functions are two in one: a decorator that is used with and without arguments, an operator
/// that takes `...`. They ask something of a parameter and return one thing or another; which one a call gets is known at the call.
/// So where a return stands behind such a question, it goes into one of two slots of its own. The answer is kept like what is known
/// of an attribute: as a variable of the scope, under a number below those of names.
/// </summary>
internal sealed unsafe partial class FileExtractor
{
    private static int SplitName(int kind) => -2 - kind;

    private int Yes => Builtin("bool");

    private int No => Builtin("NoneType");

    /// <summary>A condition told something about the value in a slot; of interest where that is what a parameter was given.</summary>
    private void Learn(int slot, int kind, bool answer, List<Narrowing>? undo)
    {
        if (_scope.Kind != ScopeKind.Function || !_function.ParamSlots.Contains(slot)) return;
        Apply(_scope.Attribute(slot, SplitName(kind)), answer ? Yes : No, undo);
    }

    private void LearnTruth(int identifier, bool sense, List<Narrowing>? undo)
    {
        if (TryVariable(Name(identifier), out int variable)) Learn(_scope.Env[variable], SplitKind.True, sense, undo);
    }

    /// <summary>len(args) == 1, len(args) > 0: whether a parameter is empty is whether it is true.</summary>
    private void LearnLength(int call, PyKind comparison, int number, bool sense, List<Narrowing>? undo)
    {
        if (Kind(call) != PyKind.Call || Child(call, G.Function) is not (>= 0 and var function) || !Text(function).SequenceEqual("len"u8)
            || Kind(number) != PyKind.Integer || !Utf8Parser.TryParse(Text(number), out int length, out _)
            || Child(call, G.Arguments) is not (>= 0 and var arguments) || FirstNamed(arguments) is not (>= 0 and var of) || Kind(of) != PyKind.Identifier) return;
        // What the comparison says of an empty one, and of one that is not empty where that is one thing for all lengths.
        bool empty = Holds(0), one = Holds(1), many = Holds(2), most = Holds(int.MaxValue);
        if (empty != sense) LearnTruth(of, true, undo);
        else if (one != sense && many != sense && most != sense && length <= 1) LearnTruth(of, false, undo);

        bool Holds(int own) => comparison switch
        {
            PyKind.Equal => own == length,
            PyKind.NotEqual => own != length,
            PyKind.Less => own < length,
            PyKind.LessEqual => own <= length,
            PyKind.Greater => own > length,
            PyKind.GreaterEqual => own >= length,
            _ => sense,
        };
    }

    private void LearnCallable(int call, bool sense, List<Narrowing>? undo)
    {
        int function = Child(call, G.Function), arguments = Child(call, G.Arguments);
        if (function < 0 || arguments < 0) return;
        int question = Kind(function) == PyKind.Identifier || (Kind(function) == PyKind.Attribute && Child(function, G.Object) is >= 0 and var module && IsAsking(Text(module)))
            ? Question(LastName(function)) : -1;
        int subject = question < 0 ? -1 : FirstNamed(arguments);
        if (subject >= 0 && Kind(subject) == PyKind.Identifier && TryVariable(Name(subject), out int variable))
            Learn(_scope.Env[variable], question, sense, undo);
    }

    private static bool IsAsking(ReadOnlySpan<byte> module) => module.SequenceEqual("inspect"u8) || module.SequenceEqual("asyncio"u8);

    /// <summary>What a function of builtins, inspect or asyncio asks of its argument; -1 for others.</summary>
    private static int Question(string function) => function switch
    {
        "callable" => SplitKind.Callable,
        "isfunction" => SplitKind.Function,
        "iscoroutinefunction" => SplitKind.CoroutineFunction,
        "isgeneratorfunction" => SplitKind.GeneratorFunction,
        "isasyncgenfunction" => SplitKind.AsyncGeneratorFunction,
        _ => -1,
    };

    /// <summary>isinstance(parameter, type) was asked; the types are in a slot. Where no type is written, it was isclass(parameter).</summary>
    private void LearnClass(int parameter, int narrowed, int type, int types, bool sense, List<Narrowing>? undo)
    {
        if (_scope.Kind != ScopeKind.Function || !_function.ParamSlots.Contains(parameter)) return;
        string text = type < 0 ? "type" : Encoding.UTF8.GetString(Text(type));
        int question = _function.ClassQuestions.FindIndex(q => q.Text == text);
        if (question < 0)
        {
            question = _function.ClassQuestions.Count;
            _function.ClassQuestions.Add((text, types, type < 0 || AreBuiltins(type) ? SplitKind.BuiltinInstance : SplitKind.Instance));
        }
        Learn(parameter, SplitKind.Count + question, sense, undo);
        if (!sense) _function.Unlike[narrowed] = (_function.ParamSlots.IndexOf(parameter), SplitKind.Count + question);
    }

    /// <summary>Whether a class, or each of a tuple, is a builtin one that bears its own name: others that are modelled stand for more than themselves.</summary>
    private bool AreBuiltins(int type)
    {
        if (Kind(type) == PyKind.Identifier)
            return Text(type) is var name && (name.SequenceEqual("str"u8) || name.SequenceEqual("bytes"u8) || name.SequenceEqual("int"u8) || name.SequenceEqual("float"u8)
                || name.SequenceEqual("bool"u8) || name.SequenceEqual("slice"u8) || name.SequenceEqual("list"u8) || name.SequenceEqual("tuple"u8)
                || name.SequenceEqual("dict"u8) || name.SequenceEqual("type"u8));
        if (Kind(type) != PyKind.Tuple) return false;
        for (int c = FirstNamed(type); c >= 0 && c < _e[type].Next; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment && !AreBuiltins(c)) return false;
        return true;
    }

    /// <summary>The answer that holds here to the question by which the function's returns are told apart; null where none does.</summary>
    private bool? Answer()
    {
        if (_scope.Kind != ScopeKind.Function || _scope.Attributes.Count == 0) return null;
        ref var def = ref Def(_function.Def);
        if (def.SplitParam > 0) return Answer(def.SplitParam - 1, _function.SplitQuestion);
        for (int p = 0; p < _function.ParamSlots.Count; p++)
            for (int question = 0; question < SplitKind.Count + _function.ClassQuestions.Count; question++)
                if (Answer(p, question) is { } answer)
                {
                    (def.SplitParam, def.SplitBy, _function.SplitQuestion) = (p + 1, question, question);
                    if (question >= SplitKind.Count) (_, def.SplitType, def.SplitBy) = _function.ClassQuestions[question - SplitKind.Count];
                    return answer;
                }
        return null;
    }

    private bool? Answer(int parameter, int kind) =>
        _scope.Attributes.TryGetValue((_function.ParamSlots[parameter], SplitName(kind)), out int variable) && _scope.Env[variable] != Scope.Unbound
            ? _scope.Env[variable] == Yes
            : null;

    private void ReadReturn(int value)
    {
        if (value >= 0 && _scope.HasNested && Def(_function.Def).ReturnedParams != 0) _function.ReturnsInner |= IsInner(value);
        // return A if condition else B: two returns.
        if (value >= 0 && Kind(value) == PyKind.ConditionalExpression && _depth < MaxDepth)
        {
            _depth++;
            EvalConditional(value, Return);
            _depth--;
        }
        else Return(value < 0 ? Builtin("NoneType") : Eval(value), isCall: value >= 0 && Kind(value) == PyKind.Call);
        _scope.Dead = _scope.Dead || _typeOnly == 0;
    }

    /// <summary>Whether a value is a function or class made here, as it stands or as cast(F, inner), update_wrapper(inner, f) or wraps(f)(inner) give it.</summary>
    private bool IsInner(int value)
    {
        for (int depth = 0; depth < MaxDepth; depth++)
        {
            if (Kind(value) != PyKind.Call) return Kind(value) == PyKind.Lambda || (Kind(value) == PyKind.Identifier && IsInnerName(Name(value)));
            int function = Child(value, G.Function), arguments = Child(value, G.Arguments), first = arguments < 0 ? -1 : FirstNamed(arguments);
            if (function < 0 || first < 0) return false;
            int second = _e[first].Next;
            while (second < _e[arguments].Next && !_e[second].IsNamed) second = _e[second].Next;
            if (second >= _e[arguments].Next) second = -1;
            string name = Kind(function) is PyKind.Identifier or PyKind.Attribute ? LastName(function) : "";
            value = name == "cast" ? second : name == "update_wrapper" || (second < 0 && Kind(function) == PyKind.Call) ? first : -1;
            if (value < 0) return false;
        }
        return false;
    }

    private bool IsInnerName(int name)
    {
        for (int d = _facts.Defs.Count - 1; d > _function.Def; d--)
            if (Def(d).Parent == _function.Def && Def(d).Name == name) return true;
        return false;
    }

    /// <summary>
    /// Two branches met in a slot, between which a question about a parameter decided: if that slot is returned, each of the two is where its answer holds.
    /// </summary>
    private void NoteAnswered(int meet, int first, int second, in Branch one, in Branch other)
    {
        if (_scope.Kind != ScopeKind.Function || _scope.Attributes.Count == 0) return;
        foreach (int parameter in _function.ParamSlots)
            for (int question = 0; question < SplitKind.Count + _function.ClassQuestions.Count; question++)
            {
                if (!_scope.Attributes.TryGetValue((parameter, SplitName(question)), out int variable)) continue;
                int here = SlotIn(one, variable), there = SlotIn(other, variable);
                if (here == Scope.Unbound || there == Scope.Unbound || here == there) continue;
                _function.Meetings[meet] = here == Yes ? (variable, first, second) : (variable, second, first);
                return;
            }
    }

    /// <summary>Whether returns are told apart by this question, or by none so far: by another, each meeting would only be taken apart into those before it, over and over.</summary>
    private bool MaySplitBy(int variable) => Def(_function.Def).SplitParam is var parameter
        && (parameter == 0 || (_scope.Attributes.TryGetValue((_function.ParamSlots[parameter - 1], SplitName(_function.SplitQuestion)), out int by) && by == variable));

    private int SlotIn(in Branch branch, int variable)
    {
        int at = branch.Changes.FindIndex(c => c.Variable == variable);
        return at < 0 ? _scope.Env[variable] : branch.Changes[at].Slot;
    }

    private void Return(int slot) => Return(slot, isCall: false);

    /// <param name="slot">What is returned.</param>
    /// <param name="isCall">It is what a call gives that stands in the statement itself: no name holds it.</param>
    private void Return(int slot, bool isCall)
    {
        if (_function.Meetings.TryGetValue(slot, out var met) && !_scope.Dead && _scope.Env[met.Variable] == Scope.Unbound && Answer() is null && MaySplitBy(met.Variable))
        {
            _scope.Env[met.Variable] = Yes;
            Return(met.If);
            _scope.Env[met.Variable] = No;
            Return(met.Unless);
            _scope.Env[met.Variable] = Scope.Unbound;
            return;
        }
        int parameter = _function.ParamSlots.IndexOf(slot);
        if (_scope.Dead || _typeOnly > 0) return;
        if (IsNotImplemented(slot))
        {
            Def(_function.Def).Flags |= (int)(Answer() switch
            {
                null => DefFlags.Declines,
                true => DefFlags.DeclinesIf,
                false => DefFlags.DeclinesUnless,
            });
            return;
        }
        var answer = Answer();
        // What is left of a parameter that is no instance of a class is the parameter, where the answer is no.
        if (answer == false && _function.Unlike.TryGetValue(slot, out var asked) && asked == (Def(_function.Def).SplitParam - 1, _function.SplitQuestion) && !IsStarred(asked.Parameter)) parameter = asked.Parameter;
        if (answer is { } side) _function.Answered |= side ? DefFlags.DeclinesIf : DefFlags.DeclinesUnless;
        if (_ownInstances.Contains(slot)) _function.OwnInstanceReturns++;
        else if (_newInstances.Contains(slot)) _function.NewInstanceReturns++;
        else _function.OtherReturns++;
        if (parameter is >= 0 and < 31)
        {
            if (answer is null) _function.ReturnedParams |= 1 << parameter;
            else if (answer.Value) _function.ReturnedIf |= 1 << parameter;
            else _function.ReturnedUnless |= 1 << parameter;
        }
        else if (Def(_function.Def).ReturnSlot != Slots.None)
        {
            if (isCall) NoteHandedOn(slot);
            EmitCopy(ReturnSlot(), slot);
        }
    }

    /// <summary>return self.inner.find(key): the parameters, as they came in, of a call whose result is returned at once.</summary>
    private void NoteHandedOn(int result)
    {
        if (_lastOp >= _ops.Count || (OpCode)(_ops[_lastOp] & 0xFF) is not (OpCode.Call or OpCode.CallAttr) || _lastOp + (_ops[_lastOp] >> 8) != _ops.Count || _ops[_lastOp + 1] != result) return;
        bool isMethod = (OpCode)(_ops[_lastOp] & 0xFF) == OpCode.CallAttr;
        int handed = isMethod && _function.ParamSlots.Count > 0 && _ops[_lastOp + 2] == _function.ParamSlots[0] ? 1 : 0;
        for (int i = _lastOp + (isMethod ? 6 : 5); i + 1 < _ops.Count; i += 2)
            if (_ops[i] is not (ArgKind.Star or ArgKind.DoubleStar) && _function.ParamSlots.IndexOf(_ops[i + 1]) is >= 0 and < 31 and var parameter && !IsStarred(parameter)) handed |= 1 << parameter;
        if (handed == 0) return;
        Def(_function.Def).HandedOn |= handed;
        _ops[_lastOp + (isMethod ? 5 : 4)] |= (int)CallFlags.Returned;
    }

    /// <summary>Whether a parameter is *args or **kwargs: what comes there was not passed as it is.</summary>
    private bool IsStarred(int parameter) => _facts.Params[Def(_function.Def).ParamStart + parameter].Kind is (int)ParamKind.Star or (int)ParamKind.DoubleStar;

    /// <summary>Whether a slot is the builtin that a special method returns where it leaves the operation to the other operand.</summary>
    private bool IsNotImplemented(int slot) =>
        Slots.IsRef(slot) && _facts.RefAt(slot) is { Kind: (int)RefKind.Global, Value: var name } && _facts.Strings[name].SequenceEqual("NotImplemented"u8);

    private int ReturnSlot()
    {
        var answer = Answer();
        ref var def = ref Def(_function.Def);
        if (answer is not { } yes) return def.ReturnSlot;
        ref int slot = ref yes ? ref def.ReturnIf : ref def.ReturnUnless;
        if (slot == Slots.None) slot = NewSlot();
        return slot;
    }

    /// <summary>A parameter that comes back whatever the answer is hangs on none.</summary>
    private void CloseReturned(ref DefRecord def)
    {
        int always = (_function.ReturnsInner ? 0 : def.ReturnedParams) | _function.ReturnedParams | (_function.ReturnedIf & _function.ReturnedUnless);
        def.ReturnedParams = always | _function.ReturnedIf | _function.ReturnedUnless;
        (def.ReturnedIf, def.ReturnedUnless) = (_function.ReturnedIf & ~always, _function.ReturnedUnless & ~always);
    }

    /// <summary>What a generator returns, its caller gets from it and not from the call.</summary>
    private void CloseGenerator(in DefRecord def)
    {
        _scope.Dead = false;
        for (int p = 0; p < _function.ParamSlots.Count && p < 31; p++)
            if ((def.ReturnedParams & 1 << p) != 0) EmitCopy(def.ReturnSlot, _function.ParamSlots[p]);
    }

    /// <summary>Where something else is returned for the same answer, it hangs on more than that.</summary>
    private void CloseDeclined(int def)
    {
        ref int flags = ref Def(def).Flags;
        int both = flags & (int)_function.Answered & (int)(DefFlags.DeclinesIf | DefFlags.DeclinesUnless);
        if (both != 0) flags = flags & ~both | (int)DefFlags.Declines;
    }

    /// <summary>What generators and coroutines return is not had at the call, and of **kwargs that are changed the call doesn't say whether there are any.</summary>
    private void CloseSplit(int def, int body)
    {
        ref var record = ref Def(def);
        if (record.SplitParam == 0) return;
        bool isLate = (record.Flags & (int)(DefFlags.Async | DefFlags.Generator)) != 0, asksTruth = record.SplitBy == SplitKind.True && record.SplitType == Slots.None;
        var parameter = _facts.Params[record.ParamStart + record.SplitParam - 1];
        if (!isLate && !(asksTruth && parameter.Kind == (int)ParamKind.DoubleStar && body >= 0 && MayChange(body, parameter.Name))) return;
        _scope.Dead = false;
        EmitCopy(record.ReturnSlot, record.ReturnIf);
        EmitCopy(record.ReturnSlot, record.ReturnUnless);
        (record.SplitParam, record.SplitType, record.ReturnIf, record.ReturnUnless, record.ReturnedIf, record.ReturnedUnless) = (0, Slots.None, Slots.None, Slots.None, 0, 0);
    }

    /// <summary>Whether a body may put something into a dictionary or take something out, outside of its returns.</summary>
    private bool MayChange(int body, int name)
    {
        for (int i = body; i < _e[body].Next;)
        {
            switch (Kind(i))
            {
                case PyKind.ReturnStatement:
                    i = _e[i].Next;
                    continue;
                case PyKind.Attribute when Is(Child(i, G.Object)) && Child(i, G.AttributeName) is >= 0 and var attribute && !OnlyReads(Text(attribute)):
                case PyKind.Assignment when Is(Child(i, G.Right)) || IsItem(Child(i, G.Left)):
                case PyKind.AugmentedAssignment when Is(Child(i, G.Left)) || IsItem(Child(i, G.Left)):
                case PyKind.DeleteStatement when Mentions(i, _e[i].Next, _facts.Strings[name]):
                case PyKind.Call when Child(i, G.Function) is >= 0 and var function && !Text(function).SequenceEqual("len"u8) && Child(i, G.Arguments) is >= 0 and var arguments && IsAmong(arguments):
                    return true;
            }
            i++;
        }
        return false;

        bool Is(int node) => node >= 0 && Kind(node) == PyKind.Identifier && Name(node) == name;

        bool IsItem(int node) => node >= 0 && Kind(node) == PyKind.Subscript && Is(Child(node, G.Value));

        bool IsAmong(int arguments)
        {
            for (int a = arguments + 1; a < _e[arguments].Next; a = _e[a].Next)
                if (Is(a) || (Kind(a) == PyKind.KeywordArgument && Is(Child(a, G.Value)))) return true;
            return false;
        }

        static bool OnlyReads(ReadOnlySpan<byte> method) =>
            method.SequenceEqual("get"u8) || method.SequenceEqual("items"u8) || method.SequenceEqual("keys"u8) || method.SequenceEqual("values"u8) || method.SequenceEqual("copy"u8);
    }
}

using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Statements, in the order in which they run.</summary>
internal sealed unsafe partial class FileExtractor
{
    private void ReadStatements(int block)
    {
        for (int c = block + 1, end = _e[block].Next; c < end; c = _e[c].Next)
        {
            if (!_e[c].IsNamed) continue;
            if (Kind(c) == PyKind.WithStatement && !_scope.Dead) ReadWith(c, end);
            else ReadStatement(c);
        }
    }

    private void ReadStatement(int node)
    {
        if (_depth >= MaxDepth) return;
        _depth++;
        switch (Kind(node))
        {
            case PyKind.ExpressionStatement:
                for (int c = node + 1; c < _e[node].Next; c = _e[c].Next) ReadExpressionStatement(c);
                break;
            case PyKind.FunctionDefinition: ReadFunctionDefinition(node, decorated: -1); break;
            case PyKind.ClassDefinition: ReadClassDefinition(node, decorated: -1); break;
            case PyKind.DecoratedDefinition: ReadDecorated(node); break;
            case PyKind.IfStatement: ReadIf(node); break;
            case PyKind.ForStatement: ReadFor(node); break;
            case PyKind.WhileStatement: ReadWhile(node); break;
            case PyKind.TryStatement: ReadTry(node); break;
            case PyKind.WithStatement: ReadWith(node); break;
            case PyKind.MatchStatement: ReadMatch(node); break;
            case PyKind.ReturnStatement:
                ReadReturn(FirstNamed(node));
                break;
            case PyKind.RaiseStatement:
                ReadRaise(node);
                break;
            case PyKind.DeleteStatement:
                for (int c = node + 1; c < _e[node].Next; c = _e[c].Next) ReadDelete(c);
                break;
            case PyKind.AssertStatement:
                int condition = FirstNamed(node);
                if (condition < 0) break;
                EvalCondition(condition);
                for (int c = _e[condition].Next; c < _e[node].Next; c = _e[c].Next) Eval(c);
                Narrow(condition, true);
                break;
            case PyKind.ImportStatement or PyKind.ImportFromStatement: ReadImport(node); break;
            case PyKind.BreakStatement:
                BreakLoop();
                _scope.Dead = true;
                break;
            case PyKind.ContinueStatement:
                LeaveTurn();
                _scope.Dead = true;
                break;
            case PyKind.TypeAliasStatement: ReadTypeAlias(node); break;
            case PyKind.Block or PyKind.Error or PyKind.ElseClause: ReadStatements(node); break;
            case PyKind.GlobalStatement or PyKind.NonlocalStatement or PyKind.PassStatement or PyKind.Comment: break;
            case PyKind.FutureImportStatement: ReadFutureImport(node); break;
            default: Eval(node); break;
        }
        _depth--;
    }

    private void ReadExpressionStatement(int node)
    {
        switch (Kind(node))
        {
            case PyKind.Assignment: ReadAssignment(node); break;
            case PyKind.AugmentedAssignment: ReadAugmented(node); break;
            // Documentation: nobody gets the value, and it is not to make facts differ.
            case PyKind.String when !IsComputed(node): break;
            default: Eval(node); break;
        }
    }

    private bool IsComputed(int text)
    {
        for (int c = text + 1; c < _e[text].Next; c = _e[c].Next)
            if (Kind(c) == PyKind.Interpolation) return true;
        return false;
    }

    private int ReadAssignment(int node)
    {
        int left = Child(node, G.Left), right = Child(node, G.Right), type = Child(node, G.Type);
        _factory = Slots.None;
        int value = right < 0 ? Slots.None : Kind(right) switch
        {
            PyKind.Assignment => ReadAssignment(right),
            PyKind.AugmentedAssignment => ReadAugmented(right),
            PyKind.Subscript when _scope.Kind is ScopeKind.Module or ScopeKind.Class => EvalAlias(right),
            _ => Eval(right),
        };
        // Another name for the same container, or a look into it.
        if (right >= 0 && left >= 0 && IsName(right) && (IsName(left) || IsPattern(left)) && _knownContainers.TryGetValue(value, out var aliased)) aliased.Uses--;
        if (type >= 0 && left >= 0)
        {
            int annotated = EvalVariableType(type);
            RecordMember(left, annotated, type, right);
            if (annotated != Slots.None) RecordFieldType(left, annotated);
            if (value == Slots.None)
            {
                // A bare annotation binds nothing at run time, but says what will be found there.
                if (annotated != Slots.None) DeclareMember(left, annotated);
                return Unknown;
            }
            int declared = Merge(value, annotated);
            // An annotation says what the value is taken for; it is no other value.
            if (_ownInstances.Contains(value)) _ownInstances.Add(declared);
            value = declared;
        }
        else if (left >= 0) RecordMember(left, Slots.None, -1, right);
        if (left >= 0 && value != Slots.None)
        {
            Store(left, value);
            CollectAll(left, right, append: false);
        }
        return value == Slots.None ? Unknown : value;
    }

    private int ReadAugmented(int node)
    {
        int left = Child(node, G.Left), right = Child(node, G.Right), token = Child(node, G.Operator);
        if (left < 0 || right < 0) return Unknown;
        int old = Eval(left), value = Eval(right);
        CollectAll(left, right, append: true);
        if (token >= 0 && Operators.IndexOf(Kind(token)) == 0 && IsName(left) && _conditional == 0 && !_scope.Dead
            && Readable(old, 1) is { IsItem: false } known && AddKnown(old, value, left, right) is { } sum)
        {
            if (known.Kind == ContainerKind.Tuple) Bind(Name(left), sum);
            else
                for (int v = 0; v < _scope.Names.Count; v++)
                    if (_scope.Env[v] == old) Rebind(_scope, v, sum);
            return sum;
        }
        int result = NewSlot();
        int op = token < 0 ? -1 : Operators.IndexOf(Kind(token));
        Emit(OpCode.Binary, result, old, value, Math.Max(op, 0) + Operators.InPlace, Line(node));
        Store(left, result);
        return result;
    }

    /// <summary>Binds a target: a name, an attribute, an item, or a pattern of them.</summary>
    private void Store(int target, int value)
    {
        switch (Kind(target))
        {
            case PyKind.Identifier:
                Bind(Name(target), value);
                break;
            case PyKind.Attribute:
                int attribute = Child(target, G.AttributeName), @object = Child(target, G.Object);
                if (attribute >= 0 && @object >= 0) StoreAttribute(Eval(@object), Member(attribute), value, Line(target));
                break;
            case PyKind.Subscript when InDictionary(target, out int held, out int stored):
                StoreAttribute(held, stored, value, Line(target), inDictionary: true);
                break;
            case PyKind.Subscript:
                int containerNode = Child(target, G.Value), container = Eval(containerNode);
                int index = EvalSubscripts(target);
                if (StoreKnown(container, index, value, IsName(containerNode))) break;
                LoseEscaped();
                Escape(value);
                Emit(OpCode.SetItem, container, index, value, Line(target));
                break;
            case PyKind.PatternList or PyKind.TuplePattern or PyKind.ListPattern or PyKind.Tuple or PyKind.List or PyKind.ExpressionList:
                Unpack(target, value);
                break;
            case PyKind.ParenthesizedExpression or PyKind.AsPatternTarget or PyKind.ListSplatPattern or PyKind.ListSplat:
                int inner = FirstNamed(target);
                if (inner >= 0) Store(inner, value);
                break;
            default:
                Eval(target);
                break;
        }
    }

    private bool IsPattern(int node) => Kind(node) is PyKind.PatternList or PyKind.TuplePattern or PyKind.ListPattern;

    private void Unpack(int pattern, int value)
    {
        List<int> targets = [];
        int star = -1;
        for (int c = pattern + 1; c < _e[pattern].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            if (Kind(c) is PyKind.ListSplatPattern or PyKind.ListSplat) star = targets.Count;
            targets.Add(c);
        }
        var known = KnownElements(value);
        if (known is not null && star < 0 && known.Count == targets.Count)
        {
            for (int i = 0; i < targets.Count; i++) Store(targets[i], known[i]);
            return;
        }
        if (known is not null && star >= 0 && known.Count >= targets.Count - 1)
        {
            int after = targets.Count - star - 1, rest = known.Count - star - after;
            List<(int, int)> middle = [];
            for (int i = 0; i < rest; i++) middle.Add((_facts.Ref(RefKind.Integer, i), known[star + i]));
            for (int i = 0; i < star; i++) Store(targets[i], known[i]);
            for (int i = 0; i < after; i++) Store(targets[star + 1 + i], known[star + rest + i]);
            Store(targets[star], EmitContainer(ContainerKind.List, middle, known: true));
            return;
        }
        int at = BeginOp(OpCode.Unpack);
        _ops.Add(value);
        _ops.Add(Line(pattern));
        _ops.Add(star);
        int first = _slots;
        foreach (int _ in targets) _ops.Add(NewSlot());
        EndOp(at);
        for (int i = 0; i < targets.Count; i++) Store(targets[i], first + i);
    }

    private void ReadRaise(int node)
    {
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            Emit(OpCode.Raise, Eval(c), Line(c));
        }
        _scope.Dead = true;
    }

    private void ReadDelete(int node)
    {
        switch (Kind(node))
        {
            case PyKind.Identifier:
                Unbind(Name(node));
                break;
            case PyKind.Subscript:
                int containerNode = Child(node, G.Value), container = Eval(containerNode), index = EvalSubscripts(node);
                EmitSpecial(container, "__delitem__", Line(node), index);
                DeleteKnown(container, index, IsName(containerNode));
                break;
            case PyKind.Attribute:
                int attribute = Child(node, G.AttributeName), @object = Eval(Child(node, G.Object));
                if (attribute >= 0) Emit(OpCode.DelAttr, @object, Member(attribute), Line(attribute));
                OtherCodeRuns();
                break;
            default:
                for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
                    if (_e[c].IsNamed) ReadDelete(c);
                break;
        }
    }

    private void ReadIf(int node)
    {
        // What the conditions before an arm ruled out stays narrowed for the arms after it: each arm's changes are counted from
        // the start of the whole statement, but only its own are undone before the next.
        _segment++;
        List<Branch> branches = [];
        int start = _scope.Log.Count;
        bool dead = _scope.Dead;
        var outer = _madeByCalls;
        _madeByCalls = NamesMadeByCalls(node);
        bool decided = ReadArm(Child(node, G.Condition), Child(node, G.Consequence), branches, start);
        _madeByCalls = outer;
        bool hasElse = false;
        for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
        {
            if (_e[c].Field != G.Alternative) continue;
            _scope.Dead = dead || decided;
            if (Kind(c) == PyKind.ElifClause)
            {
                decided |= ReadArm(Child(c, G.Condition), Child(c, G.Consequence), branches, start);
                continue;
            }
            hasElse = true;
            ReadStatements(Child(c, G.Body));
            branches.Add(TakeBranch(start));
        }
        if (!hasElse)
        {
            _scope.Dead = dead || decided;
            branches.Add(TakeBranch(start));
        }
        _scope.Dead = dead;
        Join(branches);
        _scope.Dead |= dead;
    }

    /// <summary>One arm of an if: the condition, then the body narrowed by it. Leaves the negative narrowing in force.</summary>
    /// <returns>True when the condition is constant and true, so that no later arm is reached.</returns>
    private bool ReadArm(int condition, int body, List<Branch> branches, int start)
    {
        bool dead = _scope.Dead;
        bool? truth = null;
        if (condition >= 0)
        {
            EvalCondition(condition);
            truth = Constant(condition);
        }
        int mark = _scope.Log.Count;
        _scope.Dead = dead || truth == false;
        if (condition >= 0) Narrow(condition, true);
        bool typeOnly = condition >= 0 && IsTypeChecking(condition);
        if (typeOnly) _typeOnly++;
        if (body >= 0) ReadStatements(body);
        if (typeOnly) _typeOnly--;
        branches.Add(TakeBranch(mark, start));
        _scope.Dead = dead;
        if (condition >= 0) Narrow(condition, false);
        return truth == true;
    }

    private void ReadFor(int node)
    {
        int left = Child(node, G.Left), right = Child(node, G.Right), body = Child(node, G.Body);
        if (right < 0) return;
        int iterable = EvalToRead(right);
        var frame = EnterLoop(node);
        int element = EmitIterate(iterable, Line(right), isAsync: Kind(node + 1) == PyKind.Async);
        bool dead = _scope.Dead;
        // Nothing is ever taken out of ().
        _scope.Dead |= Kind(right) is PyKind.List or PyKind.Tuple && FirstNamed(right) < 0;
        if (left >= 0) Store(left, element);
        if (body >= 0) ReadStatements(body);
        LeaveLoop(frame, dead, node);
    }

    private void ReadWhile(int node)
    {
        int condition = Child(node, G.Condition), body = Child(node, G.Body);
        var frame = EnterLoop(node);
        bool dead = _scope.Dead;
        if (condition >= 0)
        {
            EvalCondition(condition);
            if (Constant(condition) is { } truth) (frame.Endless, _scope.Dead) = (truth, dead || !truth);
            Narrow(condition, true);
        }
        if (body >= 0) ReadStatements(body);
        LeaveLoop(frame, dead, node, condition);
    }
}

using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>With statements.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>A with statement in a block that ends somewhere: what was raised in its body may go no further.</summary>
    private void ReadWith(int node, int end)
    {
        int mark = _scope.Log.Count;
        ReadStatement(node);
        if (!_scope.Dead || !GoesOn(node, end)) return;
        var body = TakeBranch(mark);
        _scope.Dead = false;
        Join([body with { Dead = false }, TakeBranch(_scope.Log.Count)]);
    }

    private void ReadWith(int node)
    {
        bool isAsync = Kind(node + 1) == PyKind.Async;
        for (int i = node + 1, end = _e[node].Next; i < end;)
        {
            var kind = Kind(i);
            if (kind == PyKind.WithClause)
            {
                i++;
                continue;
            }
            if (kind == PyKind.WithItem) ReadWithItem(Child(i, G.Value), isAsync);
            i = _e[i].Next;
        }
        int body = Child(node, G.Body);
        if (body < 0) return;
        ReadStatements(body);
    }

    /// <summary>
    /// Whether what follows a with statement is reached though nothing leads out of its body: a context manager may swallow an exception, and who
    /// writes something there means that it does.
    /// </summary>
    private bool GoesOn(int node, int end)
    {
        for (int c = _e[node].Next; c < end; c = _e[c].Next)
            if (_e[c].IsNamed && Kind(c) != PyKind.Comment) return true;
        for (int i = node + 1, body = Child(node, G.Body); i < body; i++)
            if (Kind(i) == PyKind.Call && Child(i, G.Function) is >= 0 and var function && LastName(function) == "suppress") return true;
        return false;
    }

    private void ReadWithItem(int value, bool isAsync)
    {
        if (value < 0) return;
        int expression = Kind(value) == PyKind.AsPattern ? FirstNamed(value) : value;
        if (expression < 0) return;
        if (Kind(value) != PyKind.AsPattern && Kind(value) == PyKind.Tuple)
        {
            for (int c = value + 1; c < _e[value].Next; c = _e[c].Next)
                if (_e[c].IsNamed) ReadWithItem(c, isAsync);
            return;
        }
        int manager = Eval(expression), line = Line(expression);
        int entered = EmitSpecial(manager, isAsync ? "__aenter__" : "__enter__", line);
        EmitSpecial(manager, isAsync ? "__aexit__" : "__exit__", line);
        if (isAsync)
        {
            int awaited = NewSlot();
            Emit(OpCode.Await, awaited, entered, line);
            entered = awaited;
        }
        if (Kind(value) != PyKind.AsPattern) return;
        int alias = Child(value, G.Alias);
        if (alias >= 0) Store(alias, entered);
    }
}

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>contextlib, written as classes of natives.</summary>
internal sealed partial class Interpreter
{
    private PyModule Contextlib(string path) => Of(path, ("contextmanager", F("contextmanager", (a, _) => Managing(a[0]))), ("suppress", F("suppress", (a, _) => Manager(() => Py.None, e => e is not null && a.Any(t => IsInstance(e.Value, t))))),
        ("closing", F("closing", (a, _) => Manager(() => a[0], _ =>
        {
            Call(GetAttribute(a[0], "close"), []);
            return false;
        }))), ("nullcontext", F("nullcontext", (a, _) => Manager(() => a.Length > 0 ? a[0] : Py.None, _ => false))), ("ExitStack", F("ExitStack", (_, _) => ExitStack())),
        ("AbstractContextManager", BuiltinClass("Generic")));

    private PyClass? _managerClass;

    /// <summary>A context manager of the library.</summary>
    /// <param name="enter">What entering gives.</param>
    /// <param name="exit">Is told of the error, or null; says whether it ends here.</param>
    private PyObject Manager(Func<object> enter, Func<PyError?, bool> exit)
    {
        if (_managerClass is null)
        {
            _managerClass = new PyClass("manager", BuiltinClass("type")) { Bases = [BuiltinClass("object")] };
            _managerClass.Mro = [_managerClass, BuiltinClass("object")];
            _managerClass.Attributes["__enter__"] = F("__enter__", (a, _) => Call(((PyObject)a[0]).Attributes["enter"], []));
            _managerClass.Attributes["__exit__"] = F("__exit__", (a, _) => Call(((PyObject)a[0]).Attributes["exit"], a[1..]));
        }
        var made = new PyObject(_managerClass);
        made.Attributes["enter"] = F("enter", (_, _) => enter());
        made.Attributes["exit"] = F("exit", (a, _) => exit(ReferenceEquals(a[0], Py.None) ? null : new PyError(a[1], isRaised: true)));
        return made;
    }

    private object Managing(object function)
    {
        var maker = new PyObject(CacheClass());
        maker.Attributes["__wrapped__"] = F("contextmanager", (a, n) =>
        {
            var generator = Call(function, a, n) as PyIterator ?? throw Stop("contextmanager over no generator");
            return Manager(() => Resume(generator, Py.None, null, out object value) ? value : throw Error("RuntimeError", "nothing was yielded"), error =>
            {
                if (error is null)
                {
                    if (Resume(generator, Py.None, null, out _)) throw Error("RuntimeError", "yielded twice");
                    return false;
                }
                try
                {
                    if (Resume(generator, Py.None, error, out _)) throw Error("RuntimeError", "yielded twice");
                    return true;
                }
                catch (PyError thrown) when (ReferenceEquals(thrown.Value, error.Value))
                {
                    return false;
                }
            });
        });
        return maker;
    }

    private PyObject ExitStack()
    {
        var exits = new Stack<Func<PyError?, bool>>();
        PyObject stack = null!;
        stack = Manager(() => stack, error =>
        {
            bool isSwallowed = false;
            while (exits.TryPop(out var exit))
                if (exit(error)) (error, isSwallowed) = (null, true);
            return isSwallowed;
        });
        stack.Attributes["enter_context"] = F("enter_context", (a, _) =>
        {
            object leave = OwnSpecial(a[0], "__exit__") ?? throw Stop("no context manager");
            object entered = Call(OwnSpecial(a[0], "__enter__") ?? throw Stop("no context manager"), []);
            exits.Push(e => Truth(Call(leave, e is null ? [Py.None, Py.None, Py.None] : [IsUnknown(e.Value) ? Py.External : TypeOf(e.Value), e.Value, Py.External])));
            return entered;
        });
        stack.Attributes["callback"] = F("callback", (a, n) =>
        {
            exits.Push(_ =>
            {
                Call(a[0], a[1..], n);
                return false;
            });
            return a[0];
        });
        stack.Attributes["push"] = F("push", (_, _) => throw Stop("ExitStack.push"));
        return stack;
    }
}

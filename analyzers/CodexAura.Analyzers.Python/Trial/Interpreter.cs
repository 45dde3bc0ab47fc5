using System.Runtime.CompilerServices;
using CodexAura.Analyzers.Python.Extract;
using CodexAura.Analyzers.Python.Facts;
using CodexAura.Analyzers.Python.Resolve;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>
/// Runs a small program that asks nothing of the outside: the exact meaning of the language, where the solver has to join what differs from call to
/// call. It stops for good at the first thing that it does not know; then nothing of it counts. Nothing outside is touched: the
/// library's functions that it knows are its own.
/// </summary>
internal sealed partial class Interpreter
{
    /// <summary>Calls nest no deeper than this.</summary>
    private const int MaxDepth = 300;

    private const string ScriptName = "__main__";

    /// <summary>The same with those of the library's functions.</summary>
    private const int MaxCalls = 1500;

    private static readonly PythonGrammar G = PythonGrammar.Instance;
    private static readonly Dictionary<string, object> NoNames = [];
    private readonly Resolve.Program _program;
    private readonly TrialResult _result;
    private readonly IReadOnlyDictionary<int, SourceTree> _trees;
    private readonly DefinitionMap _definitions;
    private readonly Dictionary<int, PyModule> _modules = [];
    private PyModule? _script;
    private readonly Dictionary<Node, FunctionCode> _codes = [];

    /// <summary>All that generator functions have made, in order.</summary>
    private readonly List<PyIterator> _generators = [];
    private int _owner = -1;
    private int _line;
    private int _place;
    private int _depth;
    private int _steps;
    private int _calls;

    /// <param name="program">The program.</param>
    /// <param name="trees">The syntax of its files, by file number.</param>
    /// <param name="definitions">Where its definitions are.</param>
    /// <param name="result">Gets the calls.</param>
    /// <param name="choices">What is said to what nobody knows.</param>
    /// <param name="steps">How many steps of work are allowed.</param>
    public Interpreter(Resolve.Program program, IReadOnlyDictionary<int, SourceTree> trees, DefinitionMap definitions, TrialResult result, Choices choices, int steps)
    {
        (_program, _trees, _definitions, _result, _choices, _steps) = (program, trees, definitions, result, choices, steps);
        MakeClasses();
        MakeBuiltins();
        _empty = new PyObject(BuiltinClass("object"));
    }

    /// <summary>Reads the text of eval and exec.</summary>
    public required Func<string, SourceTree> Parse { get; init; }

    /// <summary>Finds a module of the library that is written in Python; null for none.</summary>
    public required Func<string, SourceTree?> Library { get; init; }

    /// <summary>How many steps of work are left.</summary>
    public int StepsLeft => _steps;

    /// <summary>Runs a file as a script.</summary>
    /// <exception cref="TrialStopped">It can't be run to its end.</exception>
    public void Run(int file)
    {
        try
        {
            // A package can't be run as a script.
            string path = _program.Units[file].Path;
            RunModule(file, path.EndsWith("__init__.py", StringComparison.Ordinal) ? "package" : ScriptName);
        }
        catch (PyError error) when (error.IsRaised)
        {
            // What a program raises and does not catch ends it.
        }
        catch (PyError error)
        {
            throw new TrialStopped($"an error that is more likely ours: {Describe(error.Value)}");
        }
        EndGenerators();
        NoteHeld();
    }

    /// <summary>Generators that were left before their end are closed: what they do on the way out happens.</summary>
    private void EndGenerators()
    {
        for (int i = 0; i < _generators.Count; i++)
        {
            var generator = _generators[i];
            if (!generator.IsStarted || generator.IsDone || generator.IsAsync) continue;
            try
            {
                Resume(generator, Py.None, new PyError(MakeError("GeneratorExit"), isRaised: true), out _);
            }
            catch (PyError)
            {
                // Nobody is there to hear of it.
            }
        }
    }

    private PyModule RunModule(int file, string name)
    {
        var module = new PyModule(name) { File = file };
        // What runs as a script is no module yet: who imports it runs it once more.
        if (name == ScriptName) _script = module;
        else _modules[file] = module;
        module.Vars["__name__"] = name;
        module.Vars["__file__"] = _program.Units[file].Path;
        module.Vars["__doc__"] = Py.None;
        int def = _program.DefBase[file];
        var env = new Env { Kind = EnvKind.Module, Module = module, Owner = def, Vars = module.Vars };
        _result.Ran.Add(def);
        Within(def, () => RunBlock(_trees[file].Root, env));
        return module;
    }

    /// <summary>Runs code whose calls count for a definition.</summary>
    private void Within(int owner, Action run)
    {
        int outer = _owner, line = _line, place = _place;
        _owner = owner;
        try
        {
            run();
        }
        finally
        {
            (_owner, _line, _place) = (outer, line, place);
        }
    }

    private void RunBlock(Node block, Env env)
    {
        foreach (var _ in ExecBlock(block, env)) throw Stop("yield outside of a function");
    }

    /// <summary>Notes what runs, and its line; in text that exec runs it is exec, in the library what called it.</summary>
    private void At(Node part)
    {
        if (_foreign == 0 && !part.Tree.IsLibrary) (_line, _place) = (part.Line, part.Index);
    }

    /// <summary>Pays for work; what goes over many elements at once costs one step for sixteen of them.</summary>
    private void Step(int elements = 0)
    {
        if ((_steps -= 1 + elements / 16) < 0) throw Stop("the program takes long");
    }

    /// <summary>The interpreter's own stack ends later than the limits of nesting, whatever calls what.</summary>
    private static void CheckStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Stop("calls nest deep");
    }

    private static TrialStopped Stop(string reason) => new(reason);

    private PyError Error(string type, string text) => new(MakeError(type, text), isRaised: false);

    private PyObject MakeError(string type, params object[] arguments)
    {
        var error = new PyObject(BuiltinClass(type));
        error.Attributes["args"] = new PyTuple(arguments);
        return error;
    }

    private static string Describe(object value)
    {
        if (value is not PyObject error) return "?";
        return $"{error.Class.Name}: {(error.Attributes.TryGetValue("args", out object? args) && args is PyTuple { Items: [var text, ..] } ? text : "")}";
    }

    /// <summary>Calls a value.</summary>
    public object Call(object callee, object[] arguments, Dictionary<string, object>? named = null)
    {
        Step();
        if (_calls >= MaxCalls) throw Stop("calls nest deep");
        CheckStack();
        _calls++;
        try
        {
            return CallValue(callee, arguments, named);
        }
        finally
        {
            _calls--;
        }
    }

    private object CallValue(object callee, object[] arguments, Dictionary<string, object>? named)
    {
        switch (callee)
        {
            case PyFunction function: return CallFunction(function, arguments, named ?? NoNames);
            case PyBound bound: return Call(bound.Function, [bound.Self, .. arguments], named);
            case Native native: return native.Body(arguments, named ?? NoNames);
            case PyClass type: return Instantiate(type, arguments, named ?? NoNames);
            case PyStatic wrapped: return Call(wrapped.Function, arguments, named);
            case PyObject o when FindOwn(o.Class, "__call__") is { } method: return Call(Bind(method, o, o.Class), arguments, named);
            case PyObject { Class.IsBuiltin: false }: throw Error("TypeError", "object is not callable");
        }
        if (!ReferenceEquals(callee, Py.External)) throw Error("TypeError", "object is not callable");
        if (arguments.Any(CarriesCode) || named is not null && named.Values.Any(CarriesCode)) throw Stop("code is handed to the outside");
        MayFail();
        return Py.External;
    }

    private object CallFunction(PyFunction function, object[] arguments, Dictionary<string, object> named)
    {
        var code = function.Code;
        bool isLater = code.IsGenerator || code.IsAsync;
        NoteCall(function.Def, isRun: !isLater);
        bool isLibrary = function.Code.Node.Tree.IsLibrary;
        if (function.Def < 0 && !isLibrary) _result.RanLambdas.Add((function.Closure.Module.File, function.Code.Node.Line));
        if (_depth >= MaxDepth) throw Stop("calls nest deep");
        var env = new Env
        {
            Kind = EnvKind.Function, Module = function.Closure.Module, Parent = ScopeAround(function.Closure), Code = code, Class = function.Closure.Class,
            Owner = function.Def >= 0 ? function.Def : isLibrary ? _owner : function.Closure.Owner,
        };
        BindArguments(function, arguments, named, env);
        if (!isLater) return RunFunction(code, env);
        void Starts()
        {
            if (function.Def >= 0) _result.Ran.Add(function.Def);
        }
        if (!code.IsGenerator)
            return new PyCoroutine(() =>
            {
                Starts();
                return RunFunction(code, env);
            });
        var generator = new PyIterator(RunGenerator(code, env).GetEnumerator(), isLibrary ? -1 : env.Owner) { Env = env, IsAsync = code.IsAsync, Starts = Starts };
        _generators.Add(generator);
        return generator;
    }

    private static Env ScopeAround(Env env) => env.Kind == EnvKind.Class ? env.Parent! : env;

    private object RunFunction(FunctionCode code, Env env)
    {
        _depth++;
        try
        {
            object result = Py.None;
            Within(env.Owner, () =>
            {
                if (code.IsLambda) result = Eval(code.Node[G.Body], env);
                else
                {
                    RunBlock(code.Node[G.Body], env);
                    result = env.Returned;
                }
            });
            return result;
        }
        finally
        {
            _depth--;
        }
    }

    private IEnumerable<object> RunGenerator(FunctionCode code, Env env)
    {
        if (!code.IsLambda) return ExecBlock(code.Node[G.Body], env);
        throw Stop("yield in a lambda");
    }

    /// <param name="def">What is called; -1 for nothing that has a place in the graph.</param>
    /// <param name="isRun">Its code runs.</param>
    private void NoteCall(int def, bool isRun = true)
    {
        if (def < 0) return;
        if (_owner >= 0) _result.Calls.TryAdd((_owner, def), _line);
        if (isRun) _result.Ran.Add(def);
    }

    private void BindArguments(PyFunction function, object[] arguments, Dictionary<string, object> named, Env env)
    {
        int next = 0;
        Step(arguments.Length + named.Count);
        HashSet<string> used = [];
        PyError Wrong() => Error("TypeError", $"{function.Code.Name}() got the wrong arguments");
        foreach (var parameter in function.Code.Parameters)
        {
            object value;
            switch (parameter.Kind)
            {
                case ParamKind.Star:
                    value = new PyTuple(arguments[Math.Min(next, arguments.Length)..]);
                    next = arguments.Length;
                    break;
                case ParamKind.DoubleStar:
                    var rest = new PyDict();
                    foreach (var (name, given) in named)
                        if (used.Add(name)) SetItem(rest, name, given);
                    value = rest;
                    break;
                default:
                    if (parameter.Kind != ParamKind.KeywordOnly && next < arguments.Length) value = arguments[next++];
                    else if (parameter.Kind != ParamKind.PositionalOnly && named.TryGetValue(parameter.Name, out var given)) (value, _) = (given, used.Add(parameter.Name));
                    else if (!function.Defaults.TryGetValue(parameter.Name, out value!)) throw Wrong();
                    break;
            }
            env.Vars[parameter.Name] = value;
            env.First ??= value;
        }
        if (next < arguments.Length || named.Keys.Any(n => !used.Contains(n))) throw Wrong();
    }

    /// <summary>Lets a generator run to its next value.</summary>
    /// <returns>False when it has ended.</returns>
    public bool Resume(PyIterator iterator, object sent, PyError? thrown, out object value)
    {
        value = Py.None;
        Step();
        if (iterator.IsDone && thrown is null) return false;
        if (iterator.IsDone) throw thrown!;
        if (iterator.IsRunning) throw Stop("a generator runs itself");
        if (iterator.Env is { } env) (env.Sent, env.Thrown) = (sent, thrown);
        else if (thrown is not null) throw thrown;
        if (thrown is not null && !iterator.IsStarted)
        {
            iterator.IsDone = true;
            throw thrown;
        }
        if (!iterator.IsStarted) iterator.Starts?.Invoke();
        (iterator.IsRunning, iterator.IsStarted) = (true, true);
        bool moved = false;
        if (_depth >= MaxDepth) throw Stop("generators nest deep");
        CheckStack();
        _depth++;
        try
        {
            Within(iterator.Owner < 0 ? _owner : iterator.Owner, () => moved = iterator.Steps.MoveNext());
            if (moved) value = iterator.Steps.Current;
        }
        finally
        {
            _depth--;
            iterator.IsRunning = false;
            iterator.IsDone = !moved;
        }
        return moved;
    }

    /// <summary>Whether the outside could run code of the program through a value.</summary>
    private bool CarriesCode(object value) => CarriesCode(value, 0);

    private bool CarriesCode(object value, int depth)
    {
        if (depth > 6) return true;
        Step();
        return value switch
        {
            string or long or double or bool or PyRange or PySlice or PyModule => false,
            PyList list => list.Items.Any(i => CarriesCode(i, depth + 1)),
            PyTuple tuple => tuple.Items.Any(i => CarriesCode(i, depth + 1)),
            PyDict dict => dict.Factory is not null and not Native || dict.Entries.Any(e => CarriesCode(e.Key, depth + 1) || CarriesCode(e.Value, depth + 1)),
            PyClass type => !type.IsBuiltin,
            _ => !Py.IsConstant(value),
        };
    }
}

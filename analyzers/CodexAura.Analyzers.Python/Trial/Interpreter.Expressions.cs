using System.Globalization;
using CodexAura.Analyzers.Python.Extract;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Expressions and names.</summary>
internal sealed partial class Interpreter
{
    private const int MaxNesting = 40;

    /// <summary>Inside of text that exec runs.</summary>
    private int _foreign;

    /// <summary>Texts grow no longer than this, containers to no more than <see cref="MaxItems"/>.</summary>
    private const int MaxText = 4000;
    private const int MaxItems = 1000;
    private int _nesting;

    private object Eval(Node node, Env env) => Nested(() => EvalNode(node, env));

    /// <summary>Goes one deeper into an expression or a value.</summary>
    private T Nested<T>(Func<T> go)
    {
        if (_nesting >= MaxNesting * (_depth + 2)) throw Stop("expressions nest deep");
        Step();
        CheckStack();
        _nesting++;
        try
        {
            return go();
        }
        finally
        {
            _nesting--;
        }
    }

    private object EvalNode(Node node, Env env)
    {
        switch (node.Kind)
        {
            case PyKind.Identifier: return Load(node.Text, env);
            case PyKind.Integer: return Number(node.Text);
            case PyKind.Float:
                string digits = node.Text.Replace("_", "", StringComparison.Ordinal);
                return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double d) ? d : throw Stop("a number");
            case PyKind.String: return Text(node, env);
            case PyKind.ConcatenatedString: return Joined(node.Named.Select(n => Text(n, env)));
            case PyKind.True: return true;
            case PyKind.False: return false;
            case PyKind.None: return Py.None;
            case PyKind.Ellipsis: return Py.Ellipsis;
            case PyKind.ParenthesizedExpression: return Eval(node.First, env);
            case PyKind.Attribute: return GetAttribute(Eval(node[G.Object], env), Member(node, env));
            case PyKind.Subscript: return GetItem(Eval(node[G.Value], env), Subscript(node, env));
            case PyKind.Call: return EvalCall(node, env);
            case PyKind.BinaryOperator: return Operate(Operators.IndexOf(node[G.Operator].Kind), Eval(node[G.Left], env), Eval(node[G.Right], env), inPlace: false);
            case PyKind.BooleanOperator:
                object left = Eval(node[G.Left], env);
                return Truth(left) == (node[G.Operator].Kind == PyKind.And) ? Eval(node[G.Right], env) : left;
            case PyKind.NotOperator: return !Truth(Eval(node[G.Argument], env));
            case PyKind.UnaryOperator: return Unary(node[G.Operator].Kind, Eval(node[G.Argument], env));
            case PyKind.ComparisonOperator: return Comparison(node, env);
            case PyKind.ConditionalExpression:
                var parts = node.Named;
                return Truth(Eval(parts[1], env)) ? Eval(parts[0], env) : Eval(parts[2], env);
            case PyKind.NamedExpression:
                object bound = Eval(node[G.Value], env);
                var scope = env;
                while (scope.Kind == EnvKind.Comprehension) scope = scope.Parent!;
                Bind(node[G.Name].Text, bound, scope);
                return bound;
            case PyKind.Lambda: return MakeFunction(node, "<lambda>", env, -1);
            case PyKind.Tuple or PyKind.ExpressionList or PyKind.PatternList or PyKind.TuplePattern: return new PyTuple([.. Elements(node, env)]);
            case PyKind.List or PyKind.ListPattern: return new PyList(Elements(node, env));
            case PyKind.Set: return MakeSet(Elements(node, env));
            case PyKind.Dictionary: return Dictionary(node, env);
            case PyKind.ListComprehension or PyKind.SetComprehension or PyKind.DictionaryComprehension or PyKind.GeneratorExpression: return Comprehension(node, env);
            case PyKind.Slice: return Slice(node, env);
            case PyKind.Await: return Await(Eval(node.First, env));
            case PyKind.Type: return Eval(node.First, env);
            default: throw Stop($"the expression {node.Kind}");
        }
    }

    /// <summary>The name of an attribute; inside a class a private name is one that only this class has: __x is _Class__x.</summary>
    private static string Member(Node attribute, Env env) => Private(attribute[G.AttributeName].Text, env.Class);

    private static string Private(string name, ClassCell? around)
    {
        bool isPrivate = name.StartsWith("__", StringComparison.Ordinal) && !name.EndsWith("__", StringComparison.Ordinal);
        return isPrivate && around is not null ? $"_{around.Name.TrimStart('_')}{name}" : name;
    }

    private static object Number(string text)
    {
        text = text.Replace("_", "", StringComparison.Ordinal);
        var (style, digits) = text switch
        {
            ['0', 'x' or 'X', ..] => (NumberStyles.HexNumber, text[2..]),
            ['0', 'b' or 'B', ..] => (NumberStyles.BinaryNumber, text[2..]),
            _ => (NumberStyles.None, text),
        };
        return long.TryParse(digits, style, CultureInfo.InvariantCulture, out long number) ? number : throw Stop("a number");
    }

    private object Load(string name, Env env)
    {
        for (var e = env; e is not null; e = e.Parent)
        {
            if (e.Code?.Globals.Contains(name) == true) break;
            if (e.Vars.TryGetValue(name, out object? value)) return value;
            if (e.Kind == EnvKind.Function && e.Code!.Locals.Contains(name)) throw Error(ReferenceEquals(e, env) ? "UnboundLocalError" : "NameError", name);
        }
        if (env.Module.Vars.TryGetValue(name, out object? global)) return global;
        if (name == "__class__" && env.Class?.Value is { } around) return around;
        if (_builtins.TryGetValue(name, out object? builtin)) return builtin;
        if (BindsAnywhere(name, env.Module)) throw Error("NameError", name);
        throw Stop($"the name {name}");
    }

    private bool BindsAnywhere(string name, PyModule module)
    {
        if (module.File < 0) return false;
        if (!_bound.TryGetValue(module.File, out var names))
        {
            var places = _trees[module.File].Root.Below.Where(n => n.Kind == PyKind.Identifier && n.Field is var f && (f == G.Left || f == G.Name || f == G.Alias));
            _bound.Add(module.File, names = [.. places.Select(n => n.Text)]);
        }
        return names.Contains(name);
    }

    /// <summary>Names that a file binds somewhere.</summary>
    private readonly Dictionary<int, HashSet<string>> _bound = [];

    /// <summary>Where a name is bound that is stored or deleted in a scope.</summary>
    private static Dictionary<string, object> VarsOf(string name, Env env)
    {
        if (env.Code?.Globals.Contains(name) == true) return env.Module.Vars;
        if (env.Code?.Nonlocals.Contains(name) == true)
            for (var e = env.Parent; e is not null; e = e.Parent)
                if (e.Kind == EnvKind.Function && e.Code!.Locals.Contains(name)) return e.Vars;
        return env.Vars;
    }

    private static void Bind(string name, object value, Env env) => VarsOf(name, env)[name] = value;

    private List<object> Elements(Node node, Env env)
    {
        var items = new List<object>();
        foreach (var part in node.Named)
        {
            if (part.Kind is PyKind.ListSplat or PyKind.ParenthesizedListSplat or PyKind.ListSplatPattern) items.AddRange(Iterate(Eval(part.First, env)));
            else items.Add(Eval(part, env));
        }
        return items;
    }

    private PyDict Dictionary(Node node, Env env)
    {
        var made = new PyDict();
        foreach (var part in node.Named)
        {
            if (part.Kind == PyKind.Pair) SetItem(made, Eval(part[G.Key], env), Eval(part[G.Value], env));
            else if (part.Kind == PyKind.DictionarySplat) Update(made, Eval(part.First, env));
            else throw Stop("a dictionary");
        }
        return made;
    }

    private object Subscript(Node node, Env env)
    {
        var indices = new List<object>();
        foreach (var part in node.Named)
            if (part.Field == G.SubscriptField) indices.Add(Eval(part, env));
        bool isTuple = indices.Count != 1 || node.Tree.Bytes(node[G.SubscriptField].End, node.End).TrimStart(" \n"u8) is [(byte)',', ..];
        return isTuple ? new PyTuple([.. indices]) : indices[0];
    }

    private PySlice Slice(Node node, Env env)
    {
        object[] parts = [Py.None, Py.None, Py.None];
        int at = 0;
        foreach (var part in node.Children)
        {
            if (part.Kind == PyKind.Colon) at++;
            else if (part.Tree[part.Index].IsNamed && part.Kind != PyKind.Comment) parts[at] = Eval(part, env);
        }
        return new PySlice(parts[0], parts[1], parts[2]);
    }

    private object Comparison(Node node, Env env)
    {
        object left = Py.None;
        bool isFirst = true;
        object result = true;
        var op = PyKind.Other;
        foreach (var part in node.Children)
        {
            if (part.Field == G.Operators)
            {
                op = part.Kind;
                continue;
            }
            if (!part.Tree[part.Index].IsNamed || part.Kind == PyKind.Comment) continue;
            object right = Eval(part, env);
            if (!isFirst && !Truth(result = Compare(op, left, right))) return result;
            (left, isFirst) = (right, false);
        }
        return result;
    }

    private object EvalCall(Node node, Env env)
    {
        var (function, arguments) = (node[G.Function], node[G.Arguments]);
        if (function is { Kind: PyKind.Identifier, Text: "super" } && !arguments.First.Exists && env.Class is not null) return SuperOf(env);
        object callee = Eval(function, env);
        var positional = new List<object>();
        Dictionary<string, object>? named = null;
        if (arguments.Kind == PyKind.GeneratorExpression) positional.Add(Eval(arguments, env));
        else
            foreach (var argument in arguments.Named)
                switch (argument.Kind)
                {
                    case PyKind.KeywordArgument:
                        (named ??= [])[argument[G.Name].Text] = Eval(argument[G.Value], env);
                        break;
                    case PyKind.ListSplat:
                        positional.AddRange(Iterate(Eval(argument.First, env)));
                        break;
                    case PyKind.DictionarySplat:
                        object spread = Eval(argument.First, env);
                        foreach (var entry in Entries(spread)) (named ??= [])[entry.Key as string ?? throw Stop("a keyword")] = entry.Value;
                        break;
                    default:
                        positional.Add(Eval(argument, env));
                        break;
                }
        At(function.Kind == PyKind.Attribute ? function[G.AttributeName] : node);
        if (callee is Native { Name: "locals" or "eval" or "exec" or "vars" or "globals" } reading)
        {
            return Reflect(reading.Name, positional, env);
        }
        return Call(callee, [.. positional], named);
    }

    /// <summary>Functions that look at the scope of their caller.</summary>
    private object Reflect(string name, List<object> given, Env env)
    {
        switch (name)
        {
            case "globals": return AsDictionary(env.Module.Vars);
            case "locals" when given.Count == 0: return AsDictionary(env.Vars);
            case "vars": return given.Count == 0 ? AsDictionary(env.Vars) : GetAttribute(given[0], "__dict__");
            case "eval" or "exec" when given is [string text]:
                Step(text.Length * 8);
                var tree = Parse(text.Trim());
                if (tree.HasError) throw Raised("SyntaxError");
                if (name == "eval" && tree.Root.First is { Exists: true, Kind: PyKind.ExpressionStatement } only) return Eval(only.First, env);
                // What it defines has no place in the graph.
                _foreign++;
                try
                {
                    RunBlock(tree.Root, env);
                }
                finally
                {
                    _foreign--;
                }
                return Py.None;
            default: throw Stop(name);
        }
    }

    private object SuperOf(Env env)
    {
        while (env.Kind == EnvKind.Comprehension) env = env.Parent!;
        // A function inside a method has no self of its own: super() without arguments is for methods only.
        return new PySuper(env.Class!.Value ?? throw Stop("super() in a class body"), env.First ?? throw Stop("super() without self"));
    }

    private object Comprehension(Node node, Env env)
    {
        var clauses = node.Named.Where(n => n.Kind is PyKind.ForInClause or PyKind.IfClause).ToArray();
        var inner = new Env { Kind = EnvKind.Comprehension, Module = env.Module, Parent = ScopeAround(env), Owner = env.Owner, Class = env.Class, First = env.First };
        // A class body's names are seen by the first iterable only.
        object first = Eval(clauses[0][G.Right], env);
        var turns = Turns(clauses, 0, inner, first);
        var body = node[G.Body];
        switch (node.Kind)
        {
            case PyKind.GeneratorExpression:
                return new PyIterator(turns.Select(_ => Eval(body, inner)).GetEnumerator(), env.Owner);
            case PyKind.DictionaryComprehension:
                var dict = new PyDict();
                foreach (var _ in turns) SetItem(dict, Eval(body[G.Key], inner), Eval(body[G.Value], inner));
                return dict;
            default:
                var items = turns.Select(_ => Eval(body, inner)).ToList();
                return node.Kind == PyKind.ListComprehension ? new PyList(items) : MakeSet(items);
        }
    }

    private IEnumerable<bool> Turns(Node[] clauses, int at, Env env, object? first)
    {
        if (at == clauses.Length)
        {
            yield return true;
            yield break;
        }
        if (clauses[at].Kind == PyKind.IfClause)
        {
            if (Truth(Eval(clauses[at].First, env)))
                foreach (bool turn in Turns(clauses, at + 1, env, null)) yield return turn;
            yield break;
        }
        object iterable = first ?? Eval(clauses[at][G.Right], env);
        foreach (object item in clauses[at].Has(PyKind.Async) ? IterateAsync(iterable) : Iterate(iterable))
        {
            Step();
            Store(clauses[at][G.Left], item, env);
            foreach (bool turn in Turns(clauses, at + 1, env, null)) yield return turn;
        }
    }

    private object Text(Node node, Env env)
    {
        if (node.Kind != PyKind.String) throw Stop("a string");
        var parts = new List<object>();
        bool isRaw = false;
        foreach (var part in node.Named)
            switch (part.Kind)
            {
                case PyKind.StringStart:
                    if (part.Text.AsSpan().IndexOfAny('b', 'B') >= 0) return Py.External;
                    isRaw = part.Text.AsSpan().IndexOfAny('r', 'R') >= 0;
                    break;
                case PyKind.StringContent:
                    parts.Add(Unescaped(part, isRaw).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));
                    break;
                case PyKind.Interpolation:
                    parts.Add(Interpolated(part, env));
                    break;
            }
        if (parts.Count == 1 && node.Named.All(p => p.Kind != PyKind.Interpolation)) return Plain(node, isRaw);
        return Joined(parts);
    }

    private static string Unescaped(Node content, bool isRaw)
    {
        var text = new System.Buffers.ArrayBufferWriter<char>();
        StringText.Unescape(content.Tree.Bytes(content.Start, content.End), isRaw, text);
        return text.WrittenSpan.ToString();
    }

    private static string Plain(Node node, bool isRaw)
    {
        var content = node.Named.First(p => p.Kind == PyKind.StringContent);
        string text = Unescaped(content, isRaw);
        return node.First.Text.AsSpan().IndexOfAny('f', 'F') >= 0 ? text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) : text;
    }

    private object Interpolated(Node part, Env env)
    {
        var expression = part[G.Expression];
        object value = Eval(expression, env);
        At(expression);
        string rest = part.Text[(expression.End - part.Start)..].TrimStart(' ', '=');
        if (rest.StartsWith("!r", StringComparison.Ordinal) || rest.StartsWith("!a", StringComparison.Ordinal)) value = Repr(value);
        else if (rest.StartsWith("!s", StringComparison.Ordinal)) value = Str(value);
        var specification = part.Named.FirstOrDefault(n => n.Kind == PyKind.FormatSpecifier);
        string format = specification.Exists ? specification.Text.TrimStart(':') : "";
        if (specification.Exists)
            foreach (var inner in specification.Named)
                if (inner.Kind == PyKind.Interpolation) Eval(inner[G.Expression], env);
        return Format(value, format);
    }

    /// <summary>Strings one after the other; of one with an unknown part nothing is known.</summary>
    private object Joined(IEnumerable<object> parts)
    {
        var text = new System.Text.StringBuilder();
        bool isKnown = true;
        foreach (object part in parts)
        {
            if (part is string known) text.Append(known);
            else isKnown = false;
            if (text.Length > MaxText) throw Stop("a long text");
            Step();
        }
        return isKnown ? text.ToString() : Py.External;
    }
}

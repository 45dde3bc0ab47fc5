using CodexAura.Sdk.Graph;

namespace Sample.JavaScript;

/// <summary>First pass: definitions, scopes with their names, imports and exports.</summary>
internal sealed class Declarations(CancellationToken cancellationToken)
{
    private readonly Dictionary<string, int> _times = new(StringComparer.Ordinal);

    public Facts Facts { get; } = new();

    public Scope Module { get; } = new(null, isFunction: true);

    /// <summary>The scope that begins at an entry.</summary>
    public Dictionary<int, Scope> Scopes { get; } = [];

    /// <summary>The definition whose code an entry is.</summary>
    public Dictionary<int, int> Bodies { get; } = [];

    /// <summary>Names in exports, to be looked up when all of the module is known.</summary>
    public List<(string Export, string Local)> NamedExports { get; } = [];

    public void Read(Source source) => Walk(source, 0, Module, -1);

    private void Walk(Source source, int at, Scope scope, int owner)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (source.Kind(at))
        {
            case "function_declaration" or "generator_function_declaration" or "class_declaration" when source.Field(at, "name") is >= 0 and var name:
                scope.Bind(source.Text(name), Define(source, at, at, source.Text(name), owner, scope));
                return;
            case "method_definition" when source.Field(at, "name") is >= 0 and var name:
                Define(source, at, at, source.Text(name), owner, scope);
                return;
            case "field_definition" when source.Field(at, "value") is >= 0 and var value && IsFunction(source.Kind(value)) && source.Field(at, "property") is >= 0 and var name:
                Define(source, at, value, source.Text(name), owner, scope);
                return;
            case "variable_declarator":
                Declare(source, at, scope, owner);
                return;
            case "assignment_expression" when ModuleSyntax.ExportedName(source, source.Field(at, "left")) is { } exported:
                Assign(source, at, exported, scope, owner);
                return;
            case "import_statement":
                ModuleSyntax.Import(source, at, this);
                return;
            case "export_statement":
                ModuleSyntax.Export(source, at, this);
                if (source.Field(at, "value") is >= 0 and var given && IsFunctionOrClass(source.Kind(given)))
                {
                    Facts.Exports.Add(new Export("default", Define(source, at, given, NameOf(source, given) ?? "default", owner, scope)));
                    return;
                }
                break;
            case "call_expression" when ModuleSyntax.Required(source, at) is { } specifier:
                Facts.Imports.Add(new Import(specifier, source.Line(at)));
                break;
            case "function_expression" or "arrow_function" or "generator_function":
                Enter(source, at, new Scope(scope, isFunction: true), owner);
                return;
            case "statement_block" or "catch_clause" or "for_statement" or "for_in_statement" or "class_body" or "switch_body":
                scope = Scopes[at] = new Scope(scope, isFunction: false);
                if (source.Field(at, "parameter") is >= 0 and var caught) Patterns.Bind(source, caught, scope);
                if (source.Kind(at) == "for_in_statement" && source.Field(at, "left") is >= 0 and var left) Patterns.Bind(source, left, scope);
                break;
        }
        Children(source, at, scope, owner);
    }

    private void Children(Source source, int at, Scope scope, int owner)
    {
        for (int c = at + 1; c < source.Next(at); c = source.Next(c)) Walk(source, c, scope, owner);
    }

    /// <summary>Adds a definition, and goes into its code.</summary>
    /// <param name="source">The file.</param>
    /// <param name="whole">Entry that its lines are those of.</param>
    /// <param name="code">Entry of the function or class itself.</param>
    /// <param name="name">Its name.</param>
    /// <param name="owner">The definition around it, or -1.</param>
    /// <param name="scope">The scope around it.</param>
    private Target Define(Source source, int whole, int code, string name, int owner, Scope scope)
    {
        bool isClass = source.Kind(code) is "class_declaration" or "class";
        string qualified = owner < 0 ? name : $"{Facts.Definitions[owner].Name}.{name}";
        string key = (isClass ? "c" : "f") + qualified;
        int time = _times[key] = _times.GetValueOrDefault(key) + 1;
        string? signature = !isClass && (source.Field(code, "parameters") is >= 0 and var p || (p = source.Field(code, "parameter")) >= 0) ? source.Text(p) : null;
        int index = Facts.Definitions.Count;
        Facts.Definitions.Add(new Definition(isClass ? NodeType.Class : NodeType.Function, time == 1 ? qualified : $"{qualified}#{time}", owner,
            source.Line(whole), source.EndLine(whole), isClass ? 0 : Complexity.Of(source, code), signature));
        Bodies[code] = index;
        Enter(source, code, new Scope(scope, isFunction: !isClass), index);
        return new Target(TargetKind.Definition, index, "");
    }

    private void Enter(Source source, int code, Scope scope, int owner)
    {
        Scopes[code] = scope;
        foreach (string field in (string[])["parameters", "parameter"])
            if (source.Field(code, field) is >= 0 and var parameters) Patterns.Bind(source, parameters, scope);
        // A named function expression knows itself by its name.
        if (source.Kind(code) is "function_expression" or "class" && NameOf(source, code) is { } name && owner >= 0)
            scope.BindOpaque(name);
        Children(source, code, scope, owner);
    }

    private void Declare(Source source, int at, Scope scope, int owner)
    {
        int name = source.Field(at, "name"), value = source.Field(at, "value");
        if (name < 0) return;
        if (value >= 0 && source.Kind(name) == "identifier" && IsFunctionOrClass(source.Kind(value)))
        {
            scope.Bind(source.Text(name), Define(source, at, value, source.Text(name), owner, scope));
            return;
        }
        if (value >= 0 && ModuleSyntax.Require(source, value, name, this, scope)) return;
        Patterns.Bind(source, name, scope);
        Children(source, at, scope, owner);
    }

    /// <summary><c>exports.name = …</c> and <c>module.exports = …</c></summary>
    private void Assign(Source source, int at, string exported, Scope scope, int owner)
    {
        int value = source.Field(at, "right");
        if (value < 0) return;
        if (IsFunctionOrClass(source.Kind(value)))
        {
            string name = NameOf(source, value) ?? (exported == "=" ? "exports" : exported);
            Facts.Exports.Add(new Export(exported, Define(source, at, value, name, owner, scope)));
            return;
        }
        if (source.Kind(value) == "identifier") NamedExports.Add((exported, source.Text(value)));
        else if (source.Kind(value) == "object" && exported == "=") ModuleSyntax.ExportObject(source, value, this);
        Children(source, at, scope, owner);
    }

    private static string? NameOf(Source source, int code) => source.Field(code, "name") is >= 0 and var name ? source.Text(name) : null;

    private static bool IsFunction(string kind) => kind is "function_expression" or "arrow_function" or "generator_function";

    private static bool IsFunctionOrClass(string kind) => IsFunction(kind) || kind == "class";
}

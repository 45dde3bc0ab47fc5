namespace Sample.JavaScript;

/// <summary>ES modules and CommonJS: what comes in, and what is given out.</summary>
internal static class ModuleSyntax
{
    /// <summary>The module that a call of <c>require('…')</c> or <c>import('…')</c> names, or null.</summary>
    public static string? Required(Source source, int call)
    {
        int function = source.Field(call, "function"), arguments = source.Field(call, "arguments");
        if (function < 0 || arguments < 0 || source.Text(function) is not ("require" or "import")) return null;
        return source.Child(arguments, "string") is >= 0 and var name ? source.Unquoted(name) : null;
    }

    /// <summary><c>const m = require('m')</c>, <c>const { a, b: c } = require('m')</c>, <c>const a = require('m').a</c></summary>
    /// <returns>Whether it was one of these.</returns>
    public static bool Require(Source source, int value, int name, Declarations into, Scope scope)
    {
        int call = value;
        string member = "*";
        if (source.Kind(value) == "member_expression" && source.Field(value, "object") is >= 0 and var from && source.Field(value, "property") is >= 0 and var property)
            (call, member) = (from, source.Text(property));
        if (source.Kind(call) != "call_expression" || Required(source, call) is not { } specifier) return false;
        int import = Add(into, specifier, source.Line(value));
        if (source.Kind(name) == "identifier") scope.Bind(source.Text(name), Name(into, import, member));
        else if (source.Kind(name) == "object_pattern")
            for (int c = name + 1; c < source.Next(name); c = source.Next(c))
            {
                if (source.Kind(c) == "shorthand_property_identifier_pattern") scope.Bind(source.Text(c), Name(into, import, source.Text(c)));
                else if (source.Kind(c) == "pair_pattern" && source.Field(c, "key") is >= 0 and var key && source.Field(c, "value") is >= 0 and var local && source.Kind(local) == "identifier")
                    scope.Bind(source.Text(local), Name(into, import, source.Text(key)));
                else Patterns.Bind(source, c, scope);
            }
        return true;
    }

    /// <summary><c>import a, { b as c }, * as d from 'm'</c></summary>
    public static void Import(Source source, int statement, Declarations into)
    {
        if (source.Field(statement, "source") is not (>= 0 and var from)) return;
        int import = Add(into, source.Unquoted(from), source.Line(statement));
        if (source.Child(statement, "import_clause") is not (>= 0 and var clause)) return;
        for (int c = clause + 1; c < source.Next(clause); c = source.Next(c))
        {
            if (source.Kind(c) == "identifier") into.Module.Bind(source.Text(c), Name(into, import, "default"));
            else if (source.Kind(c) == "namespace_import" && source.Child(c, "identifier") is >= 0 and var all) into.Module.Bind(source.Text(all), Name(into, import, "*"));
            else if (source.Kind(c) == "named_imports")
                foreach (var (name, alias) in Specifiers(source, c, "import_specifier")) into.Module.Bind(alias, Name(into, import, name));
        }
    }

    /// <summary><c>export function f</c>, <c>export { a as b }</c>, <c>export … from 'm'</c>, <c>export default f</c></summary>
    public static void Export(Source source, int statement, Declarations into)
    {
        int clause = source.Child(statement, "export_clause");
        if (source.Field(statement, "source") is >= 0 and var from)
        {
            int import = Add(into, source.Unquoted(from), source.Line(statement));
            if (clause >= 0)
                foreach (var (name, alias) in Specifiers(source, clause, "export_specifier")) into.Facts.Exports.Add(new Export(alias, Name(into, import, name)));
            else if (source.Child(statement, "namespace_export") is >= 0 and var space && source.Child(space, "identifier") is >= 0 and var all)
                into.Facts.Exports.Add(new Export(source.Text(all), Name(into, import, "*")));
            else into.Facts.Exports.Add(new Export("*", Name(into, import, "*")));
            return;
        }
        if (clause >= 0)
            foreach (var (name, alias) in Specifiers(source, clause, "export_specifier")) into.NamedExports.Add((alias, name));
        bool isDefault = source.Child(statement, "default") >= 0;
        if (source.Field(statement, "declaration") is >= 0 and var declaration)
            foreach (string name in DeclaredNames(source, declaration)) into.NamedExports.Add((isDefault ? "default" : name, name));
        if (source.Field(statement, "value") is >= 0 and var value && source.Kind(value) == "identifier") into.NamedExports.Add(("default", source.Text(value)));
    }

    /// <summary>The name that an assignment gives out: <c>exports.f</c> is <c>f</c>, <c>module.exports</c> is <c>=</c>; else null.</summary>
    public static string? ExportedName(Source source, int left)
    {
        if (left < 0 || source.Kind(left) != "member_expression") return null;
        string text = source.Text(left);
        if (text == "module.exports") return "=";
        string? name = text.StartsWith("exports.", StringComparison.Ordinal) ? text["exports.".Length..]
            : text.StartsWith("module.exports.", StringComparison.Ordinal) ? text["module.exports.".Length..] : null;
        return name is { Length: > 0 } && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$') ? name : null;
    }

    /// <summary><c>module.exports = { a, b: c }</c></summary>
    public static void ExportObject(Source source, int value, Declarations into)
    {
        for (int c = value + 1; c < source.Next(value); c = source.Next(c))
        {
            if (source.Kind(c) == "shorthand_property_identifier") into.NamedExports.Add((source.Text(c), source.Text(c)));
            else if (source.Kind(c) == "pair" && source.Field(c, "key") is >= 0 and var key && source.Field(c, "value") is >= 0 and var given && source.Kind(given) == "identifier")
                into.NamedExports.Add((source.Text(key), source.Text(given)));
        }
    }

    private static int Add(Declarations into, string specifier, int line)
    {
        into.Facts.Imports.Add(new Import(specifier, line));
        return into.Facts.Imports.Count - 1;
    }

    private static Target Name(Declarations into, int import, string name)
    {
        into.Facts.Names.Add(new ImportedName(import, name));
        return new Target(TargetKind.Import, into.Facts.Names.Count - 1, "");
    }

    private static List<(string Name, string Alias)> Specifiers(Source source, int list, string kind)
    {
        var names = new List<(string, string)>();
        for (int c = list + 1; c < source.Next(list); c = source.Next(c))
            if (source.Kind(c) == kind && source.Field(c, "name") is >= 0 and var name)
                names.Add((source.Unquoted(name), source.Field(c, "alias") is >= 0 and var alias ? source.Unquoted(alias) : source.Unquoted(name)));
        return names;
    }

    private static List<string> DeclaredNames(Source source, int declaration)
    {
        if (source.Field(declaration, "name") is >= 0 and var own) return [source.Text(own)];
        var names = new List<string>();
        for (int c = declaration + 1; c < source.Next(declaration); c = source.Next(c))
            if (source.Kind(c) == "variable_declarator" && source.Field(c, "name") is >= 0 and var name && source.Kind(name) == "identifier") names.Add(source.Text(name));
        return names;
    }
}

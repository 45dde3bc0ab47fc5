using CodexAura.Sdk.Graph;

namespace Sample.JavaScript;

/// <summary>Second pass: calls and base classes, looked up in the scopes of the first.</summary>
internal sealed class References(Declarations declarations, CancellationToken cancellationToken)
{
    private readonly Facts _facts = declarations.Facts;

    public void Read(Source source)
    {
        Walk(source, 0, declarations.Module, -1);
        foreach (var (export, local) in declarations.NamedExports) _facts.Exports.Add(new Export(export, declarations.Module.Find(local)));
    }

    private void Walk(Source source, int at, Scope scope, int owner)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (declarations.Scopes.TryGetValue(at, out var inner)) scope = inner;
        if (declarations.Bodies.TryGetValue(at, out int definition)) owner = definition;
        switch (source.Kind(at))
        {
            case "call_expression" when source.Field(at, "function") is >= 0 and var function && ModuleSyntax.Required(source, at) is null:
                Add(Verb.Call, source, at, function, scope, owner);
                break;
            case "new_expression" when source.Field(at, "constructor") is >= 0 and var constructor:
                Add(Verb.New, source, at, constructor, scope, owner);
                break;
            case "class_heritage":
                for (int c = at + 1; c < source.Next(at); c = source.Next(c))
                    if (source.IsNamed(c)) Add(Verb.Extends, source, c, c, scope, owner);
                break;
        }
        for (int c = at + 1; c < source.Next(at); c = source.Next(c)) Walk(source, c, scope, owner);
    }

    private void Add(Verb verb, Source source, int at, int expression, Scope scope, int owner)
    {
        var target = default(Target);
        switch (source.Kind(expression))
        {
            case "identifier":
                target = scope.Find(source.Text(expression));
                break;
            case "super" when ClassOf(owner) is >= 0 and var own:
                (verb, target) = (Verb.Super, new Target(TargetKind.Definition, own, "constructor"));
                break;
            case "member_expression" when source.Field(expression, "object") is >= 0 and var from && source.Field(expression, "property") is >= 0 and var property:
                string member = source.Text(property), receiver = source.Kind(from);
                if (receiver is "this" or "super" && ClassOf(owner) is >= 0 and var around)
                    (verb, target) = (receiver == "super" ? Verb.Super : verb, new Target(TargetKind.Definition, around, member));
                else if (receiver == "identifier" && scope.Find(source.Text(from)) is { Kind: not TargetKind.Unknown } found)
                    target = found with { Member = member };
                break;
        }
        _facts.References.Add(new Reference(verb, verb == Verb.Extends ? owner : Caller(owner), source.Line(at), target));
    }

    /// <summary>The function whose code it is; what stands in the body of a class belongs to what is around the class.</summary>
    private int Caller(int owner)
    {
        while (owner >= 0 && _facts.Definitions[owner].Type == NodeType.Class) owner = _facts.Definitions[owner].Parent;
        return owner;
    }

    private int ClassOf(int owner)
    {
        while (owner >= 0 && _facts.Definitions[owner].Type != NodeType.Class) owner = _facts.Definitions[owner].Parent;
        return owner;
    }
}

namespace Sample.JavaScript;

/// <summary>Names and what they lead to: in a module, a function, a block.</summary>
internal sealed class Scope(Scope? outer, bool isFunction)
{
    private readonly Dictionary<string, Target> _names = new(StringComparer.Ordinal);

    /// <summary>The nearest scope of a function, or of the module: where <c>var</c> belongs.</summary>
    public Scope Function => isFunction || outer is null ? this : outer.Function;

    /// <summary>The last declaration of a name counts.</summary>
    public void Bind(string name, Target target) => _names[name] = target;

    public void BindOpaque(string name) => _names.TryAdd(name, default);

    public Target Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
            if (scope._names.TryGetValue(name, out var target)) return target;
        return default;
    }

    private Scope? Outer => outer;
}

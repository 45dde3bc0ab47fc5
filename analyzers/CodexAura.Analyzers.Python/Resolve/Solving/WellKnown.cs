namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Numbers of names the solver itself uses. The models spell the fields of containers _element_, _every_ and _keys_.</summary>
internal sealed class WellKnown
{
    private readonly Program _program;
    private readonly Dictionary<string, int> _cache = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _stringKeys = [];
    private readonly Dictionary<int, int> _integerKeys = [];

    public WellKnown(Program program)
    {
        _program = program;
        Init = this["__init__"]; New = this["__new__"]; Immutable = this["_new_"]; Call = this["__call__"]; Get = this["__get__"]; Set = this["__set__"];
        Iter = this["__iter__"]; Next = this["__next__"]; AsyncIter = this["__aiter__"]; AsyncNext = this["__anext__"];
        GetItem = this["__getitem__"]; SetItem = this["__setitem__"]; Await = this["__await__"]; GetAttr = this["__getattr__"];
        Class = this["__class__"]; Name = this["__name__"]; Package = this["__package__"]; ReversedItem = this["__reversed_item__"];
        Bool = this["__bool__"]; Int = this["__int__"]; Float = this["__float__"]; Complex = this["__complex__"];
        Element = this["_element_"]; Every = this["_every_"]; Keys = this["_keys_"]; MatchArgs = this["__match_args__"];
    }

    public int Init { get; }
    public int New { get; }

    /// <summary>What the models of numbers, texts and tuples run where one is made: these have no __init__.</summary>
    public int Immutable { get; }
    public int Call { get; }
    public int Get { get; }
    public int Set { get; }
    public int Iter { get; }
    public int Next { get; }
    public int AsyncIter { get; }
    public int AsyncNext { get; }
    public int GetItem { get; }
    public int SetItem { get; }
    public int Await { get; }
    public int GetAttr { get; }
    public int MatchArgs { get; }
    public int Class { get; }
    public int Name { get; }
    public int Package { get; }
    public int Bool { get; }
    public int Int { get; }
    public int Float { get; }
    public int Complex { get; }

    /// <summary>Under this name the model of reversed asks for the items of what has no __reversed__.</summary>
    public int ReversedItem { get; }

    /// <summary>Field of a container for values under keys that are not known.</summary>
    public int Element { get; }

    /// <summary>Field of a container that holds all values.</summary>
    public int Every { get; }

    /// <summary>Field of a dictionary that holds the keys.</summary>
    public int Keys { get; }

    public int this[string name]
    {
        get
        {
            if (!_cache.TryGetValue(name, out int index)) _cache.Add(name, index = _program.Name(name));
            return index;
        }
    }

    /// <summary>The field of a container under a constant key.</summary>
    public int KeyField(bool isString, int value)
    {
        var cache = isString ? _stringKeys : _integerKeys;
        if (!cache.TryGetValue(value, out int field))
            cache.Add(value, field = _program.Name(isString ? $"[s] {_program.NameText(value)}" : $"[i] {value}"));
        return field;
    }

    private readonly Dictionary<int, int> _definitionKeys = [];

    /// <summary>The field of a container under a function or a class.</summary>
    public int DefinitionKey(int obj)
    {
        if (!_definitionKeys.TryGetValue(obj, out int field)) _definitionKeys.Add(obj, field = _program.Name($"[o] {obj}"));
        return field;
    }
}

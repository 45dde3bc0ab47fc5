using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>
/// Attributes of local names of which more is known at this point of the text than what they may ever hold: what a test on the
/// class left (isinstance(self.x, C)), or what was stored last. They are variables of the scope like its names, so that branches and
/// joins treat them alike; Unbound stands for nothing known.
/// </summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Functions that store more attributes than this are tables written out.</summary>
    private const int MaxAttributes = 64;

    /// <summary>The variable for an attribute of a local name, if it can have one here.</summary>
    private bool TryAttribute(int node, out int variable)
    {
        variable = -1;
        if (node < 0 || Kind(node) != PyKind.Attribute || _scope.Kind is not (ScopeKind.Function or ScopeKind.Module)) return false;
        int @object = Child(node, G.Object), attribute = Child(node, G.AttributeName);
        if (@object < 0 || attribute < 0 || Kind(@object) != PyKind.Identifier || !TryVariable(Name(@object), out int local)) return false;
        variable = _scope.Attribute(_scope.Env[local], Member(attribute));
        return true;
    }

    /// <summary>The name of an attribute as objects keep it.</summary>
    private int Member(int attribute) => IsPrivate(Text(attribute)) ? Private(Name(attribute)) : Name(attribute);

    /// <summary>Inside a class a private name is one that only this class has: __x is _Class__x.</summary>
    private int Private(int name)
    {
        var text = _facts.Strings[name];
        if (!IsPrivate(text)) return name;
        var scope = _scope;
        while (scope is not null && scope.Kind != ScopeKind.Class) scope = scope.Parent;
        if (scope is null || Def(scope.Def).Name < 0) return name;
        var owner = _facts.Strings[Def(scope.Def).Name].TrimStart((byte)'_');
        return owner.Length == 0 ? name : _facts.Strings.Intern([(byte)'_', .. owner, .. text]);
    }

    private static bool IsPrivate(ReadOnlySpan<byte> name) => name.StartsWith("__"u8) && !name.EndsWith("__"u8);

    /// <summary>What is known of an attribute of what is in a slot, or None.</summary>
    private int KnownAttribute(int @object, int name)
    {
        var scope = _scope;
        while (scope.Kind == ScopeKind.Comprehension) scope = scope.Parent!;
        return scope.Attributes.Count > 0 && scope.Attributes.TryGetValue((@object, name), out int variable) ? scope.Env[variable] : Scope.Unbound;
    }

    /// <summary>x.__dict__["name"] is the attribute, whatever stands in the class.</summary>
    private bool InDictionary(int subscript, out int @object, out int name)
    {
        (@object, name) = (Slots.None, -1);
        int dictionary = Child(subscript, G.Value), key = Child(subscript, G.SubscriptField);
        if (dictionary < 0 || key < 0 || Kind(dictionary) != PyKind.Attribute || Kind(key) != PyKind.String) return false;
        if (Child(dictionary, G.AttributeName) is not (>= 0 and var attribute) || !Text(attribute).SequenceEqual("__dict__"u8)) return false;
        var text = ConstantValue(key);
        if (text is not { Kind: (int)RefKind.String }) return false;
        @object = Eval(Child(dictionary, G.Object));
        name = text.Value.Value;
        return true;
    }

    private int ReadAttribute(int @object, int name, int line)
    {
        int result = NewSlot();
        Emit(OpCode.GetAttr, result, @object, name, line);
        AttributeRead(name);
        return result;
    }

    /// <summary>Reads an attribute of which something is known.</summary>
    private int EmitKnown(int @object, int name, int known, int line)
    {
        if (!_scope.StoredAttributes.Contains(known)) return known;
        // Where a descriptor stands under that name, storing and reading run its code: the solver knows.
        int result = NewSlot();
        Emit(OpCode.GetAttr, result, @object, name, line, known);
        return result;
    }

    /// <summary>An attribute was stored: that is what it holds until other code runs; what was known of others by that name holds no longer.</summary>
    private void RememberAttribute(int @object, int name, int value)
    {
        if (_scope.Kind is not (ScopeKind.Function or ScopeKind.Module)) return;
        foreach (var (key, variable) in _scope.Attributes)
            if (key.Name == name && _scope.Env[variable] != Scope.Unbound) Assign(_scope, variable, Scope.Unbound);
        if (_scope.Attributes.Count >= MaxAttributes || _conditional > 0 || Slots.IsRef(@object) || value == Unknown || value == Slots.None || IsShared(@object)) return;
        _scope.StoredAttributes.Add(value);
        Assign(_scope, _scope.Attribute(@object, name), value);
    }

    /// <summary>Other code runs: it may store anew, but hardly something of another class than was tested for.</summary>
    private void ForgetStored()
    {
        if (_scope.StoredAttributes.Count == 0) return;
        foreach (var (key, variable) in _scope.Attributes)
            if (key.Name >= 0 && _scope.Env[variable] != Scope.Unbound && _scope.StoredAttributes.Contains(_scope.Env[variable])) Assign(_scope, variable, Scope.Unbound);
    }

    /// <summary>Control comes from elsewhere: nothing is known.</summary>
    private void ForgetAttributes()
    {
        // What a parameter was given stays what it was.
        foreach (var (key, variable) in _scope.Attributes)
            if (key.Name >= 0 && _scope.Env[variable] != Scope.Unbound) Assign(_scope, variable, Scope.Unbound);
    }
}

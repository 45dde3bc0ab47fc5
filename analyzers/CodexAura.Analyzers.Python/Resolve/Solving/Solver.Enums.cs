using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Members of enumerations: what stands in the class body is what their value is.</summary>
internal sealed partial class Solver
{
    /// <summary>
    /// The members of a class are one object, so that the value of any of them is that of all. Where the class has a __new__ of its own, that says
    /// what the value is.
    /// </summary>
    private void SettleEnumValues()
    {
        if (_enum < 0) return;
        foreach (int def in _classes.Below(_enum))
        {
            if (_program.IsModelDef(def) || (OwnerOfAttribute(def, _known.New) is >= 0 and var maker && !_program.IsModelDef(maker))) continue;
            foreach (int name in _classes[def].Attributes.Keys.ToArray())
                if (_program.NameBytes(name) is not [(byte)'_', ..] && _members[def, name].Attribute is >= 0 and var member && IsMemberValue(member, def))
                {
                    _slots.AddEdge(member, Field(def, _known["value"]));
                    _slots.AddEdge(member, Field(def, _known["_value_"]));
                }
        }
    }

    /// <summary>By the slot of a member that is read by its name: the slot of its own value.</summary>
    private readonly Dictionary<int, int> _valueOfMember = [];

    /// <summary>The member that a value in the body of an enumeration is made.</summary>
    private int Member(int op, int activation, Role role, int value, int def)
    {
        var w = OpAt(op, activation);
        if (role == Role.Value && (OpCode)(w[0] & 0xFF) == OpCode.GetAttr)
        {
            int result = Map(activation, w[1]);
            if (!_valueOfMember.TryGetValue(result, out int own)) _valueOfMember.Add(result, own = _slots.New());
            _slots.Add(own, value);
        }
        return _objects.Get(ObjectKind.Instance, def);
    }

    /// <summary>Color.RED.value is what stands behind RED, not what any member has.</summary>
    private bool ReadMemberValue(int op, int activation, ReadOnlySpan<int> w)
    {
        if (_valueOfMember.Count == 0 || Name(activation, w[3]) is var name && name != _known["value"] && name != _known["_value_"]) return false;
        int member = Map(activation, w[2]);
        if (!_valueOfMember.TryGetValue(member, out int own) || _slots.ObjectCount(member) != 1) return false;
        _slots.AddEdge(own, Map(activation, w[1]));
        return true;
    }

    /// <summary>A class that is defined in the body of an enumeration is taken for no member; one that is named there is.</summary>
    private bool IsDefinedIn(int value, int def)
    {
        if (_objects[value] is not { Kind: ObjectKind.Class, A: var inner }) return false;
        int file = _program.FileOfDef[inner];
        return file == _program.FileOfDef[def] && _program.DefBase[file] + _program.Def(inner).Parent == def;
    }

    /// <summary>Functions and descriptors in the body are what they are in any class.</summary>
    private bool IsMemberValue(int slot, int def)
    {
        for (int i = 0; i < _slots.ObjectCount(slot); i++)
        {
            int value = _slots.ObjectAt(slot, i);
            if (_objects[value].Kind is ObjectKind.Function or ObjectKind.Static or ObjectKind.ClassMethod || IsDefinedIn(value, def)) return false;
            if (ClassOf(value) is >= 0 and var c && FindAttribute(c, _known.Get) >= 0) return false;
        }
        return _slots.ObjectCount(slot) > 0;
    }
}

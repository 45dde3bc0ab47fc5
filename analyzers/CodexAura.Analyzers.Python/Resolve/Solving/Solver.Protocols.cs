using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Protocols (PEP 544): a class that has all members of one is as good as below it, whatever its bases are. What a value that is
/// declared as the protocol can be is then looked for in those classes too.
/// </summary>
internal sealed partial class Solver
{
    /// <summary>A protocol that more classes fit than this says too little about a value.</summary>
    private const int MaxFits = 8;

    /// <summary>With fewer members any class may fit by chance, so that only a single one that does counts.</summary>
    private const int TellingMembers = 2;

    private void LinkProtocols()
    {
        if (_protocol < 0) return;
        foreach (int protocol in _classes.Below(_protocol))
        {
            if (!IsProtocol(protocol) || Members(protocol) is not { Count: > 0 } members) continue;
            var fits = Fitting(protocol, members);
            if (fits.Count == 0 || fits.Count > MaxFits || (members.Count < TellingMembers && fits.Count > 1)) continue;
            _classes[protocol].Fitting = [.. fits];
            _rebased.Add(protocol);
        }
    }

    /// <summary>
    /// Whether a class only says what objects of other classes have, and has none of its own: Python makes no instance of it. It is one only where it
    /// names Protocol among its own bases.
    /// </summary>
    public bool IsProtocol(int def) => def >= 0 && _protocol >= 0 && !_program.IsModelDef(def) && _classes[def].Bases.Contains(_protocol);

    private readonly Dictionary<int, bool> _ofNoObject = [];

    /// <summary>
    /// Whether a function is a method of a protocol that does nothing, or __call__, and that no class which is no protocol inherits. What has a body
    /// may be there for classes of others to inherit; objects that are called are mostly functions.
    /// </summary>
    public bool IsOfNoObject(int function)
    {
        ref readonly var record = ref _program.Def(function);
        if (_protocol < 0 || record.Kind != (int)DefKind.Function || record.Class < 0 || record.Name < 0) return false;
        int file = _program.FileOfDef[function], protocol = _program.DefBase[file] + record.Class, name = _program.Name(file, record.Name);
        if ((record.OpStart != record.OpEnd && name != _known.Call) || !IsProtocol(protocol)) return false;
        if (!_ofNoObject.TryGetValue(function, out bool isNone))
            _ofNoObject.Add(function, isNone = !Array.Exists(_classes.Below(protocol), below => !IsProtocol(below) && OwnerOfAttribute(below, name) == protocol));
        return isNone;
    }

    /// <summary>Whether a call takes a method out of its class or goes by super(), so that it runs whatever the object has.</summary>
    /// <param name="call">The call.</param>
    /// <param name="classes">What it is called on may be a class that is named.</param>
    public bool IsTakenFromClass(FoundCall call, bool classes)
    {
        var w = OpAt(call.Op, call.File);
        bool isValue = (OpCode)(w[0] & 0xFF) == OpCode.Call;
        foreach (int slot in SlotsOf(call.File, call.Op, w[2]))
            for (int i = 0; i < _slots.ObjectCount(slot); i++)
            {
                var (kind, def, declared) = _objects[_slots.ObjectAt(slot, i)];
                if (isValue ? kind == ObjectKind.Function && def == call.Callee : kind == ObjectKind.Super || (classes && kind == ObjectKind.Class && declared == 0)) return true;
            }
        return false;
    }

    /// <summary>What a class needs to fit: methods and declared names of the protocol and of those it extends.</summary>
    private HashSet<int> Members(int protocol)
    {
        var members = new HashSet<int>();
        foreach (int up in _classes.Mro(protocol))
        {
            if (!IsProtocol(up)) continue;
            foreach (int name in _classes[up].Attributes.Keys)
                if (!IsDunder(name)) members.Add(name);
            foreach (var declared in _classes[up].Declared) members.Add(declared.Name);
        }
        return members;
    }

    private SortedSet<int> Fitting(int protocol, HashSet<int> members)
    {
        var fits = new SortedSet<int>();
        int first = members.First();
        foreach (var info in _classes.All)
        {
            if (info.IsModel || !(info.Attributes.ContainsKey(first) || info.Declared.Exists(d => d.Name == first))) continue;
            foreach (int def in _classes.Below(info.Def).Prepend(info.Def))
                if (!IsProtocol(def) && !_classes.IsSubclass(def, protocol) && members.All(name => HasMember(def, name))) fits.Add(def);
        }
        return fits;
    }

    /// <summary>Whether a class is an instance of a protocol to isinstance, which looks at names alone.</summary>
    private bool HasMembersOf(int def, int protocol) =>
        IsProtocol(protocol) && Members(protocol) is { Count: > 0 } members && members.All(name => HasMember(def, name));

    private bool HasMember(int def, int name)
    {
        foreach (int up in _classes.Mro(def))
            if (!_classes[up].IsModel && (_classes[up].Attributes.ContainsKey(name) || _classes[up].Declared.Exists(d => d.Name == name))) return true;
        return false;
    }

    /// <summary>Adds to a view of a protocol what the classes that fit have under the name.</summary>
    private void FillFitting(View view, int name)
    {
        foreach (int fit in _classes[view.Class].Fitting)
        {
            bool found = false;
            foreach (int c in _classes.Mro(fit))
            {
                if (_classes[c].Fields.TryGetValue(name, out int field)) AddField(view, field);
                AddFieldOfApart(view, c);
                if (found || !_classes[c].Attributes.TryGetValue(name, out int attribute)) continue;
                AddAttribute(view, attribute, c);
                found = true;
            }
        }
    }
}

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>
/// Look-ups of one instruction that end at one class attribute, whatever objects they start from. A hundred classes inherit one __mul__, and
/// waiting for it once for each object it is looked up on made a third of all watches in Django and two thirds in SymPy. So the instruction
/// waits once, and keeps the objects. What is found and binds to no object (a plain value, a class) is delivered once as well: in Django each
/// of the fifteen values of Model._meta came to each of its readers once for every model that was read there.
/// </summary>
internal sealed partial class Solver
{
    private struct BindGroup
    {
        /// <summary>The objects the attribute is looked up on, and what was found so far: lists of <see cref="_groupItems"/>, the last ones first; 0 for none.</summary>
        public int Receivers, Values;
        public int Slot, Op, Activation, Watch;
        public Role Role;
        public bool Override;

        /// <summary>Among the objects is an enumeration, whose attributes are made members when they are read.</summary>
        public bool HasEnum;
    }

    private readonly record struct GroupItem(int Object, int Next);

    /// <summary>How deep objects that are called through objects are followed at once; deeper ones take the way through the work list.</summary>
    private const int MaxBindDepth = 8;

    private IndexTable _groupIndex;
    private BindGroup[] _groups;
    private int _groupCount;
    private GroupItem[] _groupItems;
    private int _groupItemCount = 1;
    private int _bindDepth;

    /// <summary>Looks for an attribute on one more object, for an instruction that may have done so for others.</summary>
    private void JoinGroup(int slot, int op, int activation, Role role, int receiver, bool isOverride)
    {
        int index = GroupOf(new BindGroup { Slot = slot, Op = op, Activation = activation, Role = role, Override = isOverride });
        ref var group = ref _groups[index];
        bool isNew = group.Receivers == 0;
        AddGroupItem(ref group.Receivers, receiver);
        group.HasEnum |= _objects[receiver].Kind == ObjectKind.Class && IsEnum(_objects[receiver].A);
        if (isNew)
        {
            group.Watch = _slots.AddWatch(new Watch { Slot = slot, Kind = WatchKind.BindGroup, Override = isOverride, Op = op, Activation = activation, A = index, B = (int)role });
            return;
        }
        _slots.Work++;
        for (int v = group.Values; v != 0; v = _groupItems[v].Next)
            if (_groups[index].HasEnum || IsBound(_groupItems[v].Object)) BindNow(index, _groupItems[v].Object, receiver);
    }

    private int GroupOf(in BindGroup group)
    {
        int place = _groupIndex.First(Hash(group));
        for (int index; (index = _groupIndex[place]) >= 0; place = _groupIndex.Next(place))
        {
            ref readonly var known = ref _groups[index];
            if (known.Op == group.Op && known.Slot == group.Slot && known.Activation == group.Activation && known.Role == group.Role && known.Override == group.Override) return index;
        }
        if (_groupCount == _groups.Length) _memory.Resize(ref _groups, _groupCount * 2);
        _groups[_groupCount] = group;
        if (!_groupIndex.Put(place, _groupCount++)) return _groupCount - 1;
        _groupIndex = _groupIndex.Larger();
        for (int index = 0; index < _groupCount; index++)
            _groupIndex.Append(Hash(_groups[index]), index);
        return _groupCount - 1;
    }

    private static uint Hash(in BindGroup group) => IndexTable.Hash(group.Op, group.Slot, group.Activation << 5 ^ (int)group.Role << 1 ^ (group.Override ? 1 : 0));

    private void AddGroupItem(ref int list, int obj)
    {
        if (_groupItemCount == _groupItems.Length) _memory.Resize(ref _groupItems, _groupItemCount * 2);
        _groupItems[_groupItemCount] = new GroupItem(obj, list);
        list = _groupItemCount++;
    }

    /// <summary>Whether what an attribute gives depends on the object it is looked up on.</summary>
    private bool IsBound(int value) => _objects[value].Kind switch
    {
        ObjectKind.Function or ObjectKind.ClassMethod => true,
        ObjectKind.Allocation or ObjectKind.Instance or ObjectKind.Cone => FindAttribute(ClassOf(value), _known.Get) >= 0,
        _ => false,
    };

    private void FireGroup(int index, int value)
    {
        bool isTold = false;
        for (int v = _groups[index].Values; v != 0 && !isTold; v = _groupItems[v].Next) isTold = _groupItems[v].Object == value;
        if (!isTold) AddGroupItem(ref _groups[index].Values, value);
        bool forAll = _groups[index].HasEnum || IsBound(value);
        for (int r = _groups[index].Receivers; r != 0; r = forAll ? _groupItems[r].Next : 0)
        {
            _slots.Work++;
            BindNow(index, value, _groupItems[r].Object);
        }
    }

    private void BindNow(int index, int value, int receiver)
    {
        ref readonly var group = ref _groups[index];
        if (_bindDepth == MaxBindDepth)
        {
            _slots.TellAgain(group.Watch, value);
            return;
        }
        int before = _trail?.Arrived(new Watch { Slot = group.Slot, Kind = WatchKind.Bind, Op = group.Op, Activation = group.Activation, A = receiver }, value) ?? 0;
        bool outer = _viaOverride;
        _viaOverride = group.Override;
        _bindDepth++;
        Bind(group.Op, group.Activation, group.Role, value, receiver);
        _bindDepth--;
        _viaOverride = outer;
        _trail?.Leave(before);
    }
}

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Which functions of the models the solver runs itself.</summary>
internal sealed partial class Solver
{
    private enum Native : byte
    {
        Unset, None, GetAttr, SetAttr, TypeOf, MethodType, NewObject, Cast, Single, Named, LowerName, Leaf, DefaultDispatch, RegisterDispatch, Dispatched, ImportModule, Lower, Upper, Format, CopyItems, TypeCall, Globals, Register, Order, Mro, Subclasses,
        Capitalize, Strip, LeftStrip, RightStrip, Replace, Split, RightSplit, Partition, RightPartition, Join, Pop, Change,
    }

    private readonly Dictionary<int, Native> _natives = [];

    private Native NativeOf(int def)
    {
        if (!_program.IsModelDef(def)) return Native.None;
        if (_natives.TryGetValue(def, out var native)) return native;
        ref readonly var record = ref _program.Def(def);
        int file = _program.FileOfDef[def];
        string name = record.Name < 0 ? "" : $"{_program.Units[file].Path}.{_program.Units[file].Text(record.QualifiedName)}";
        return _natives[def] = name switch
        {
            "builtins.getattr" => Native.GetAttr,
            "builtins.setattr" or "builtins.object.__setattr__" => Native.SetAttr,
            "builtins._type_of" => Native.TypeOf,
            "types.MethodType" => Native.MethodType,
            "builtins.object.__new__" or "builtins.type.__new__" => Native.NewObject,
            "builtins.type.__call__" => Native.TypeCall,
            "typing.cast" => Native.Cast,
            "typing._single" => Native.Single,
            "typing._named" => Native.Named,
            "typing._lower_name" => Native.LowerName,
            "typing._leaf" => Native.Leaf,
            "functools.singledispatch.__init__" or "functools.singledispatchmethod.__init__" => Native.DefaultDispatch,
            "functools.singledispatch.register" or "functools.singledispatchmethod.register" => Native.RegisterDispatch,
            "functools.singledispatch._register" or "functools.singledispatchmethod._register" => Native.Dispatched,
            "importlib.import_module" or "builtins.__import__" => Native.ImportModule,
            "builtins.str.lower" or "builtins.str.casefold" => Native.Lower,
            "builtins.str.upper" => Native.Upper,
            "builtins.str.capitalize" => Native.Capitalize,
            "builtins.str.strip" => Native.Strip,
            "builtins.str.lstrip" => Native.LeftStrip,
            "builtins.str.rstrip" => Native.RightStrip,
            "builtins.str.replace" => Native.Replace,
            "builtins.str.split" => Native.Split,
            "builtins.str.rsplit" => Native.RightSplit,
            "builtins.str.partition" => Native.Partition,
            "builtins.str.rpartition" => Native.RightPartition,
            "builtins.str.join" => Native.Join,
            "builtins.list.pop" => Native.Pop,
            "builtins.list.append" or "builtins.list.extend" or "builtins.list.insert" or "builtins.list.remove" or "builtins.list.sort" or "builtins.list.reverse"
                or "builtins.list.clear" or "builtins.list.__setitem__" or "builtins.list.__delitem__" => Native.Change,
            "builtins._copy_items" => Native.CopyItems,
            "builtins.str.format" => Native.Format,
            "builtins.globals" => Native.Globals,
            "abc.ABCMeta.register" => Native.Register,
            "functools.total_ordering" => Native.Order,
            "builtins._mro" => Native.Mro,
            "builtins._subclasses" => Native.Subclasses,
            _ => Native.None,
        };
    }
}

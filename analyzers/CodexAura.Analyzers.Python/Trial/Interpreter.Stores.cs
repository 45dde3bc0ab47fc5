namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Attributes: storing and deleting them.</summary>
internal sealed partial class Interpreter
{
    public void SetAttribute(object value, string name, object stored)
    {
        switch (value)
        {
            case PyClass type:
                if (!type.Class.IsBuiltin && FindOwn(type.Class, "__setattr__") is { } metaHook) Call(Bind(metaHook, type, type.Class), [name, stored]);
                else if (type.IsBuiltin) throw Error("TypeError", "can't set attributes of builtins");
                else type.Attributes[name] = name == "__new__" && stored is PyFunction ? new PyStatic(stored) : stored;
                break;
            case PyFunction function: function.Attributes[name] = stored; break;
            case Native native: native.Attributes[name] = stored; break;
            case PyObject instance when FindOwn(instance.Class, "__setattr__") is { } hook:
                Call(Bind(hook, instance, instance.Class), [name, stored]);
                break;
            case PyObject instance: PlainSet(instance, name, stored); break;
            case PyModule module: module.Vars[name] = stored; break;
            default:
                if (!ReferenceEquals(value, Py.External) || CarriesCode(stored)) throw Stop("an attribute is set that nobody knows");
                break;
        }
    }

    /// <summary>object.__setattr__.</summary>
    private void PlainSet(PyObject instance, string name, object stored)
    {
        object? attribute = Find(instance.Class, name);
        if (attribute is PyProperty property) Call(property.Set ?? throw Error("AttributeError", "can't be set"), [instance, stored]);
        else if (attribute is PyObject holder and not PyClass && FindOwn(holder.Class, "__set__") is { } setter) Call(Bind(setter, holder, holder.Class), [instance, stored]);
        else if (name == "__class__") instance.Class = stored as PyClass ?? throw Stop("__class__");
        else if (name == "__dict__") throw Stop("__dict__ is replaced");
        else instance.Attributes[name] = stored;
    }

    private void DeleteAttribute(object value, string name)
    {
        if (value is PyModule module && module.Vars.Remove(name)) return;
        if (value is not PyObject instance) throw Stop("an attribute is deleted");
        if (instance is not PyClass && FindOwn(instance.Class, "__delattr__") is { } hook)
        {
            Call(Bind(hook, instance, instance.Class), [name]);
            return;
        }
        object? attribute = instance is PyClass ? null : Find(instance.Class, name);
        if (attribute is PyProperty { Delete: { } deleter }) Call(deleter, [instance]);
        else if (attribute is PyObject holder and not PyClass && FindOwn(holder.Class, "__delete__") is { } remover) Call(Bind(remover, holder, holder.Class), [instance]);
        else if (!instance.Attributes.Remove(name)) throw Error("AttributeError", name);
    }
}

using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Resolve;

/// <summary>Operators that the right operand answers (the language reference, 3.3.8).</summary>
internal sealed partial class Solver
{
    private readonly record struct ReflectedOperand(int Op, int Activation, int Right);

    private readonly List<ReflectedOperand> _reflected = [];

    /// <summary>
    /// The right operand is asked only where the left one, known as it must be, has no such method or returns NotImplemented for it, and
    /// first of all where its class is below the left one's and has a method of its own. An assignment such as += is the plain operator where the
    /// left one has no method for it, or that returns NotImplemented.
    /// </summary>
    private void SettleReflected()
    {
        foreach (var (op, activation, right) in _reflected.ToArray())
        {
            var w = OpAt(op, activation);
            var (token, method, reflected, inPlace) = Extract.Operators.All[w[4] & 63];
            int left = Map(activation, w[2]), name = _known[method], answer = _known[reflected], assigned = w[4] < Extract.Operators.InPlace ? -1 : _known[inPlace];
            int count = _slots.ObjectCount(left);
            bool lacks = count > 0, declines = false;
            for (int i = 0; i < count; i++)
            {
                int obj = _slots.ObjectAt(left, i), c = ClassOf(obj);
                if (assigned >= 0 && c >= 0 && FindAttribute(c, assigned) is >= 0 and var first)
                {
                    if (!Declines(first, c, OwnerOfAttribute(c, assigned), right))
                    {
                        lacks = false;
                        continue;
                    }
                    declines |= !Lookup(obj, name, op, activation, Role.Value);
                }
                int own = c < 0 ? -1 : FindAttribute(c, name), asked = name;
                // What is not equal is what __eq__ denies, on either side.
                if (own < 0 && c >= 0 && token == Extract.PyKind.NotEqual) own = FindAttribute(c, asked = _known["__eq__"]);
                lacks &= c >= 0 && own < 0;
                declines |= own >= 0 && (Declines(own, c, OwnerOfAttribute(c, asked), right) || ComesFirst(right, obj, answer));
            }
            if (!lacks && !declines) continue;
            if (!Lookup(right, answer, op, activation, Role.Reflected) && declines && token == Extract.PyKind.NotEqual)
                Lookup(right, _known["__eq__"], op, activation, Role.Reflected);
        }
    }

    /// <summary>Whether a special method leaves the operation to an operand: by a question that it asks of it, or somehow, where its class has nothing to do with the one that has the method.</summary>
    private bool Declines(int method, int c, int owner, int operand)
    {
        for (int i = 0; i < _slots.ObjectCount(method); i++)
        {
            var (kind, def, run) = _objects[_slots.ObjectAt(method, i)];
            if (kind != ObjectKind.Function) continue;
            ref readonly var record = ref _program.Def(def);
            var flags = (DefFlags)record.Flags;
            if ((flags & (DefFlags.Declines | DefFlags.DeclinesIf | DefFlags.DeclinesUnless)) == 0) continue;
            if ((flags & DefFlags.Declines) != 0 && ClassOf(operand) is >= 0 and var other && !_classes.IsSubclass(other, owner) && !_classes.IsSubclass(c, other)) return true;
            if (record.SplitParam == 2 && Ask(record, run, operand) is { } answer && (flags & (answer ? DefFlags.DeclinesIf : DefFlags.DeclinesUnless)) != 0) return true;
        }
        return false;
    }

    private bool ComesFirst(int right, int left, int method)
    {
        if (_objects[left].Kind != ObjectKind.Instance || ClassOf(right) is not (>= 0 and var below) || ClassOf(left) is var c && (below == c || !_classes.IsSubclass(below, c))) return false;
        return OwnerOfAttribute(below, method) is >= 0 and var owner && !_program.IsModelDef(owner) && owner != OwnerOfAttribute(ClassOf(left), method);
    }
}

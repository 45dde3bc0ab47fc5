using System.Globalization;
using CodexAura.Analyzers.Python.Extract;

namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Operators, truth, equality, text: what syntax and builtins ask values for.</summary>
internal sealed partial class Interpreter
{
    /// <summary>The builtin value an instance of a class derived from a builtin one is; anything else itself.</summary>
    private static object Plain(object value) => value is PyObject { Payload: { } payload } ? payload : value;

    private bool Truth(object value)
    {
        if (OwnSpecial(value, "__bool__") is { } asked)
            return Call(asked, []) switch
            {
                bool said => said,
                var other when IsUnknown(other) => Choose(),
                _ => throw Error("TypeError", "__bool__ should return bool"),
            };
        if (OwnSpecial(value, "__len__") is { } length) return Call(length, []) is not 0L;
        switch (Plain(value))
        {
            case bool b: return b;
            case long n: return n != 0;
            case double d: return d != 0;
            case string s: return s.Length > 0;
            case PyList list: return list.Items.Count > 0;
            case PyTuple tuple: return tuple.Items.Length > 0;
            case PyDict dict: return dict.Entries.Count > 0;
            case PyRange range: return range.Items().Any();
        }
        if (IsUnknown(value)) return Choose();
        return !ReferenceEquals(value, Py.None);
    }

    private object Unary(PyKind op, object value)
    {
        if (OwnSpecial(value, op switch { PyKind.Minus => "__neg__", PyKind.Plus => "__pos__", _ => "__invert__" }) is { } method) return Call(method, []);
        return (op, Plain(value)) switch
        {
            (PyKind.Minus, long n) => -n,
            (PyKind.Minus, double d) => -d,
            (PyKind.Plus, long or double) => Plain(value),
            (PyKind.Tilde, long n) => ~n,
            (_, bool b) when op == PyKind.Minus => b ? -1L : 0L,
            var (_, v) when ReferenceEquals(v, Py.External) => v,
            _ => throw Error("TypeError", "bad operand"),
        };
    }

    private object Operate(int op, object left, object right, bool inPlace)
    {
        var (token, method, reflected, replacing) = Operators.All[op];
        if (inPlace && OwnSpecial(left, replacing) is { } own && Call(own, [right]) is var replaced && !ReferenceEquals(replaced, Py.NotImplemented)) return replaced;
        // The right operand is asked first where its class derives from the left one's and says otherwise.
        bool isRightFirst = right is PyObject { Class: var r } && left is PyObject { Class: var l }
            && r != l && r.Is(l) && !ReferenceEquals(FindOwn(r, reflected), FindOwn(l, reflected));
        if (isRightFirst && OwnSpecial(right, reflected) is { } first && Call(first, [left]) is var early && !ReferenceEquals(early, Py.NotImplemented)) return early;
        if (OwnSpecial(left, method) is { } straight && Call(straight, [right]) is var result && !ReferenceEquals(result, Py.NotImplemented)) return result;
        if (!isRightFirst && OwnSpecial(right, reflected) is { } back && Call(back, [left]) is var reversed && !ReferenceEquals(reversed, Py.NotImplemented)) return reversed;
        if (token == PyKind.Pipe && left is PyClass && right is PyClass or PyTuple) return new PyTuple([left, .. right is PyTuple more ? more.Items : [right]]);
        return Arithmetic(token, Calculable(left), Calculable(right), inPlace);
    }

    private object Arithmetic(PyKind op, object left, object right, bool inPlace)
    {
        if (left is bool a) left = a ? 1L : 0L;
        if (right is bool b && op != PyKind.Percent) right = b ? 1L : 0L;
        switch (op, left, right)
        {
            case (_, long x, long y): return Whole(op, x, y);
            case (_, long or double, long or double):
                double p = Convert.ToDouble(left, CultureInfo.InvariantCulture), q = Convert.ToDouble(right, CultureInfo.InvariantCulture);
                if (op is PyKind.Slash or PyKind.DoubleSlash or PyKind.Percent && q == 0) throw Raised("ZeroDivisionError");
                return op switch
                {
                    PyKind.Plus => p + q, PyKind.Minus => p - q, PyKind.Star => p * q, PyKind.Slash => p / q,
                    PyKind.DoubleSlash => Math.Floor(p / q), PyKind.DoubleStar => Math.Pow(p, q),
                    PyKind.Percent => p - q * Math.Floor(p / q),
                    _ => throw Error("TypeError", "bad operands"),
                };
            case (PyKind.Plus, string x, string y): return x.Length + y.Length > MaxText ? throw Stop("a long text") : x + y;
            case (PyKind.Star, string x, long n): return string.Concat(Enumerable.Repeat(x, Bounded(n * Math.Max(x.Length, 1)) / Math.Max(x.Length, 1)));
            case (PyKind.Star, long, string): return Arithmetic(op, right, left, inPlace);
            case (PyKind.Percent, string x, _): return Formatted(x, right);
            case (PyKind.Plus, PyList { Items.Count: > MaxItems }, _): throw Stop("a large container");
            case (PyKind.Plus, PyTuple { Items.Length: > MaxItems }, _): throw Stop("a large container");
            case (PyKind.Plus, PyList x, _) when inPlace:
                ListMethod(x, "extend", [right], NoNames);
                return x;
            case (PyKind.Plus, PyList x, PyList y) when x.Items.Count + y.Items.Count > MaxItems: throw Stop("a large container");
            case (PyKind.Plus, PyList x, PyList y):
                Step(x.Items.Count + y.Items.Count);
                return x.With(x.Items.Concat(y.Items));
            case (PyKind.Plus, PyTuple x, PyTuple y):
                Step(x.Items.Length + y.Items.Length);
                return new PyTuple([.. x.Items, .. y.Items]);
            case (PyKind.Star, PyList x, long n): return x.With(Repeated(x.Items, n));
            case (PyKind.Star, PyTuple x, long n): return new PyTuple([.. Repeated(x.Items, n)]);
            case (PyKind.Star, long, PyList or PyTuple): return Arithmetic(op, right, left, inPlace);
            case (_, PyDict { IsSet: true } x, PyDict { IsSet: true } y):
                var combined = Combine(op, x, y);
                if (!inPlace || x.IsFrozen) return combined;
                x.Entries.Clear();
                x.Entries.AddRange(combined.Entries);
                return x;
            case (PyKind.Pipe, PyDict x, PyDict y):
                var merged = inPlace ? x : CopyOf(x);
                Update(merged, y);
                return merged;
        }
        if (ReferenceEquals(left, Py.External) || ReferenceEquals(right, Py.External))
        {
            if (CarriesCode(left) || CarriesCode(right)) throw Stop("an operator on something unknown");
            return Py.External;
        }
        throw Error("TypeError", "bad operands");
    }

    private IEnumerable<object> Repeated(IReadOnlyList<object> items, long times)
    {
        times = Bounded(times);
        Bounded(times * items.Count);
        Step((int)times * items.Count);
        return Enumerable.Repeat(items, (int)times).SelectMany(i => i);
    }

    private int Bounded(long count) => count > MaxItems ? throw Stop("a large container") : (int)Math.Max(count, 0);

    private PyError Raised(string type) => new(MakeError(type), isRaised: true);

    private object Whole(PyKind op, long x, long y)
    {
        if (op is PyKind.Slash or PyKind.DoubleSlash or PyKind.Percent && y == 0) throw Raised("ZeroDivisionError");
        if (op is PyKind.LeftShift or PyKind.RightShift && y is < 0 or > 60 || op == PyKind.DoubleStar && Math.Abs(Math.Pow(x, y)) > 1e15) throw Stop("a large number");
        if (Math.Max(Math.Abs((double)x), Math.Abs((double)y)) > 4e18) throw Stop("a large number");
        try
        {
            return checked(op switch
            {
                PyKind.Plus => x + y, PyKind.Minus => x - y, PyKind.Star => x * y,
                PyKind.DoubleSlash => x / y - (x % y != 0 && (x < 0) != (y < 0) ? 1 : 0),
                PyKind.Percent => x % y is var rest && rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest,
                PyKind.Ampersand => x & y, PyKind.Pipe => x | y, PyKind.Caret => x ^ y, PyKind.LeftShift => x * (1L << (int)y), PyKind.RightShift => x >> (int)y,
                PyKind.Slash => (object)((double)x / y),
                PyKind.DoubleStar => y >= 0 ? (object)(long)Math.Pow(x, y) : Math.Pow(x, y),
                _ => throw Error("TypeError", "bad operands"),
            });
        }
        catch (OverflowException)
        {
            throw Stop("a large number");
        }
    }

    private object Compare(PyKind op, object left, object right)
    {
        Step();
        switch (op)
        {
            case PyKind.Is: return Same(left, right);
            case PyKind.IsNot: return !Same(left, right);
            case PyKind.In: return Contains(right, left);
            case PyKind.NotIn: return !Contains(right, left);
            case PyKind.Equal or PyKind.NotEqual: return Equality(op, left, right);
        }
        int number = Operators.IndexOf(op);
        var (_, method, reflected, _) = Operators.All[number];
        if (OwnSpecial(left, method) is { } straight && Call(straight, [right]) is var result && !ReferenceEquals(result, Py.NotImplemented)) return result;
        if (OwnSpecial(right, reflected) is { } back && Call(back, [left]) is var reversed && !ReferenceEquals(reversed, Py.NotImplemented)) return reversed;
        if (IsUnknown(Calculable(left)) || IsUnknown(Calculable(right))) return Py.External;
        if (Plain(left) is PyDict { IsSet: true } some && Plain(right) is PyDict { IsSet: true } all) return Includes(op, some, all);
        int order = Order(Plain(left), Plain(right));
        return op switch { PyKind.Less => order < 0, PyKind.LessEqual => order <= 0, PyKind.Greater => order > 0, _ => order >= 0 };
    }

    private bool Includes(PyKind op, PyDict left, PyDict right)
    {
        if (op is PyKind.Greater or PyKind.GreaterEqual) return Includes(op == PyKind.Greater ? PyKind.Less : PyKind.LessEqual, right, left);
        return left.Entries.All(e => FindEntry(right, e.Key) is not null) && (op == PyKind.LessEqual || left.Entries.Count < right.Entries.Count);
    }

    private int Order(object left, object right)
    {
        if (left is bool a) left = a ? 1L : 0L;
        if (right is bool b) right = b ? 1L : 0L;
        switch (left, right)
        {
            case (long x, long y): return x.CompareTo(y);
            case (long or double, long or double):
                return Convert.ToDouble(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(right, CultureInfo.InvariantCulture));
            case (string x, string y): return string.CompareOrdinal(x, y);
            case (PyTuple or PyList, PyTuple or PyList):
                var (xs, ys) = (Iterate(left).ToList(), Iterate(right).ToList());
                for (int i = 0; i < Math.Min(xs.Count, ys.Count); i++)
                    if (!AreEqual(xs[i], ys[i])) return Truth(Compare(PyKind.Less, xs[i], ys[i])) ? -1 : 1;
                return xs.Count.CompareTo(ys.Count);
        }
        if (IsUnknown(left) || IsUnknown(right)) return Choose() ? -1 : 1;
        throw Error("TypeError", "no order");
    }

    private bool Same(object left, object right)
    {
        if (IsUnknown(left) || IsUnknown(right)) return Choose();
        if (ReferenceEquals(left, right)) return true;
        return (left, right) switch
        {
            (bool x, bool y) => x == y,
            (long x, long y) => x == y,
            (string x, string y) => x == y,
            (PyBound, PyBound) => false,
            _ => false,
        };
    }

    private object Equality(PyKind op, object left, object right)
    {
        bool wantsEqual = op == PyKind.Equal;
        if (!wantsEqual)
        {
            if (OwnSpecial(left, "__ne__") is { } unequal && Call(unequal, [right]) is var said && !ReferenceEquals(said, Py.NotImplemented)) return said;
        }
        if (OwnSpecial(left, "__eq__") is { } straight && Call(straight, [right]) is var result && !ReferenceEquals(result, Py.NotImplemented))
            return wantsEqual ? result : !Truth(result);
        if (OwnSpecial(right, "__eq__") is { } back && Call(back, [left]) is var reversed && !ReferenceEquals(reversed, Py.NotImplemented))
            return wantsEqual ? reversed : !Truth(reversed);
        if (ReferenceEquals(left, Py.External) || ReferenceEquals(right, Py.External)) return Py.External;
        return PlainEquals(Plain(left), Plain(right)) == wantsEqual;
    }

    private bool AreEqual(object left, object right) => ReferenceEquals(left, right) && !IsUnknown(left) || Nested(() => Truth(Equality(PyKind.Equal, left, right)));

    private bool PlainEquals(object left, object right)
    {
        if (left is bool a) left = a ? 1L : 0L;
        if (right is bool b) right = b ? 1L : 0L;
        switch (left, right)
        {
            case (string x, string y): return x == y;
            case (long x, long y): return x == y;
            case (long or double, long or double): return Convert.ToDouble(left, CultureInfo.InvariantCulture).Equals(Convert.ToDouble(right, CultureInfo.InvariantCulture));
            case (PyList x, PyList y): return x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(p => AreEqual(p.First, p.Second));
            case (PyTuple x, PyTuple y): return x.Items.Length == y.Items.Length && x.Items.Zip(y.Items).All(p => AreEqual(p.First, p.Second));
            case (PyDict x, PyDict y) when x.IsSet == y.IsSet:
                return x.Entries.Count == y.Entries.Count && x.Entries.All(e => FindEntry(y, e.Key) is { } other && (x.IsSet || AreEqual(e.Value, other.Value)));
            case (PyBound x, PyBound y): return ReferenceEquals(x.Self, y.Self) && ReferenceEquals(x.Function, y.Function);
            case (PyRange x, PyRange y): return x == y;
            case (PyObject { Class: var c } x, PyObject { Class: var d } y) when c == d && c.Mro.Any(m => m.Attributes.ContainsKey("__dataclass_eq__")):
                return ComparedFields(c).All(f => AreEqual(GetAttribute(x, f), GetAttribute(y, f)));
        }
        return ReferenceEquals(left, right);
    }

    private object Str(object value)
    {
        if (OwnSpecial(value, "__str__") is { } method) return Call(method, []);
        if (value is PyObject { Class: var type } error && type.Is(BuiltinClass("BaseException"))
            && error.Attributes.TryGetValue("args", out object? arguments) && arguments is PyTuple { Items: var parts })
            return parts.Length == 0 ? "" : parts.Length == 1 ? Str(parts[0]) : Repr(arguments);
        // A string of a class of its own is its text, unless its class says otherwise.
        return Plain(value) is string s && (value is not PyObject o || !o.Class.Is(BuiltinClass("Enum"))) ? s : Repr(value);
    }

    private object Repr(object value)
    {
        return Nested(() => ReprOf(value));
    }

    private object ReprOf(object value)
    {
        if (OwnSpecial(value, "__repr__") is { } method) return Call(method, []);
        switch (value)
        {
            case PyObject { Payload: null } instance when instance.Class.Mro.Any(m => m.Attributes.ContainsKey("__dataclass_eq__")):
                var shown = Fields(instance.Class).SelectMany((f, i) => (object[])[(i > 0 ? ", " : "") + f + "=", Repr(GetAttribute(instance, f))]);
                return Joined([instance.Class.Name + "(", .. shown, ")"]);
            case PyObject { Payload: null }: return Py.External;
        }
        switch (Plain(value))
        {
            case bool b: return b ? "True" : "False";
            case long n: return n.ToString(CultureInfo.InvariantCulture);
            case double d: return d == Math.Floor(d) && Math.Abs(d) < 1e15 ? d.ToString("0.0", CultureInfo.InvariantCulture) : d.ToString("R", CultureInfo.InvariantCulture);
            case string s: return s.AsSpan().IndexOfAny('\'', '\\', '\n') >= 0 ? Py.External : $"'{s}'";
            case PyList list: return Joined(["[", .. Shown(list.Items), "]"]);
            case PyTuple tuple: return Joined(["(", .. Shown(tuple.Items), tuple.Items.Length == 1 ? ",)" : ")"]);
            case PyDict { IsSet: true } set: return Joined(["{", .. Shown([.. set.Entries.Select(e => e.Key)]), "}"]);
            case PyDict dict: return Joined(["{", .. dict.Entries.SelectMany((e, i) => (object[])[i > 0 ? ", " : "", Repr(e.Key), ": ", Repr(e.Value)]), "}"]);
        }
        return ReferenceEquals(value, Py.None) ? "None" : Py.External;
    }

    private IEnumerable<object> Shown(IReadOnlyList<object> items) => items.SelectMany((item, i) => (object[])[i > 0 ? ", " : "", Repr(item)]);

    private object Format(object value, string specification)
    {
        if (OwnSpecial(value, "__format__") is { } method) return Call(method, [specification]);
        object text = Str(value);
        return specification.Length == 0 ? text : Py.External;
    }

    /// <summary>"…" % values.</summary>
    private object Formatted(string format, object values)
    {
        object[] operands = values is PyTuple { Items: var items } ? items : [values];
        var named = Plain(values) as PyDict;
        Step(format.Length);
        var parts = new List<object>();
        int next = 0;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                parts.Add(format[i].ToString());
                continue;
            }
            int start = ++i;
            object? byName = null;
            if (named is not null && i < format.Length && format[i] == '(' && format.IndexOf(')', i) is > 0 and var close)
            {
                byName = GetItem(values, format[(i + 1)..close]);
                i = start = close + 1;
            }
            while (i < format.Length && "#0- +.123456789".Contains(format[i], StringComparison.Ordinal)) i++;
            if (i == format.Length || format[i] is '(' or '*') throw Stop("a format");
            if (format[i] == '%') parts.Add("%");
            else if (byName is null && next == operands.Length) throw Error("TypeError", "not enough arguments");
            else
            {
                object value = byName ?? operands[next++];
                object text = format[i] is 'r' or 'a' ? Repr(value) : format[i] is 's' or 'd' or 'i' ? Str(value) : Py.External;
                parts.Add(start == i ? text : Py.External);
            }
        }
        return Joined(parts);
    }
}

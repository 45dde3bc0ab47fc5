using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Methods that no instance answers with: __init__ stores something under their name, whatever it is given.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Marks the functions of a class that its __init__ stores over: def push(self, x): ..., and there self.push = self.frames.append.</summary>
    private void MarkShadowed(int classDef, int body)
    {
        int init = -1;
        for (int c = body + 1; c < _e[body].Next; c = _e[c].Next)
            if (Kind(c) == PyKind.FunctionDefinition && Child(c, G.Name) is >= 0 and var name && Text(name).SequenceEqual("__init__"u8)) init = c;
        if (init < 0 || Child(init, G.Parameters) is not (>= 0 and var parameters) || FirstNamed(parameters) is not (>= 0 and var self)
            || Kind(self) != PyKind.Identifier || Child(init, G.Body) is not (>= 0 and var block)) return;
        HashSet<int>? stored = null;
        for (int s = block + 1; s < _e[block].Next; s = _e[s].Next)
        {
            if (MayLeave(s)) break;
            // A declaration without a value, self.push: Callable, stores nothing; what runs special methods doesn't look at instances.
            for (int a = FirstNamed(s); a >= 0 && Kind(a) == PyKind.Assignment && Child(a, G.Right) is >= 0 and var right; a = right)
                if (Child(a, G.Left) is >= 0 and var left && Kind(left) == PyKind.Attribute && Child(left, G.AttributeName) is >= 0 and var attribute
                    && Child(left, G.Object) is >= 0 and var of && Kind(of) == PyKind.Identifier && Text(of).SequenceEqual(Text(self))
                    && !Text(attribute).StartsWith("__"u8) && !Mentions(block + 1, s, Text(attribute)) && !Mentions(right, _e[right].Next, Text(attribute)))
                    (stored ??= []).Add(Name(attribute));
        }
        if (stored is null) return;
        for (int d = classDef + 1; d < _facts.Defs.Count; d++)
        {
            ref var def = ref Def(d);
            if (def.Class == classDef && def.Kind == (int)DefKind.Function && (def.Flags & (int)DefFlags.Decorated) == 0 && stored.Contains(def.Name)) def.Flags |= (int)DefFlags.Shadowed;
        }
    }

    /// <summary>Whether a statement may end a function before what comes after it.</summary>
    private bool MayLeave(int statement)
    {
        if (Kind(statement) == PyKind.RaiseStatement) return true;
        for (int i = statement; i < _e[statement].Next; i = Kind(i) == PyKind.FunctionDefinition ? _e[i].Next : i + 1)
            if (Kind(i) == PyKind.ReturnStatement) return true;
        return false;
    }

    /// <summary>Whether nodes speak of an attribute: self.run = cached(self.run) keeps the method, and so does old = self.run before it.</summary>
    private bool Mentions(int from, int to, ReadOnlySpan<byte> name)
    {
        for (int i = from; i < to; i++)
            if (Kind(i) == PyKind.Identifier && Text(i).SequenceEqual(name)) return true;
        return false;
    }
}

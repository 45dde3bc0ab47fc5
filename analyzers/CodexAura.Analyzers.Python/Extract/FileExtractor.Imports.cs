using System.Text;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Import statements.</summary>
internal sealed unsafe partial class FileExtractor
{
    private void ReadImport(int node)
    {
        if (Kind(node) == PyKind.ImportStatement)
        {
            for (int c = node + 1; c < _e[node].Next; c = _e[c].Next)
            {
                if (_e[c].Field != G.Name) continue;
                bool aliased = Kind(c) == PyKind.AliasedImport;
                int dotted = aliased ? Child(c, G.Name) : c, bound = aliased ? Child(c, G.Alias) : c + 1;
                if (dotted < 0 || bound < 0) continue;
                BindImport(aliased ? ImportKind.ModuleAs : ImportKind.Module, 0, DottedText(dotted), -1, Line(c), Name(bound));
            }
            return;
        }

        int module = Child(node, G.ModuleName), level = 0, name = -1;
        if (module < 0) return;
        if (Kind(module) == PyKind.RelativeImport)
        {
            for (int c = module + 1; c < _e[module].Next; c = _e[c].Next)
            {
                if (Kind(c) == PyKind.ImportPrefix) level = Text(c).Count((byte)'.');
                else if (Kind(c) == PyKind.DottedName) name = DottedText(c);
            }
        }
        else name = DottedText(module);

        for (int c = _e[module].Next; c < _e[node].Next; c = _e[c].Next)
        {
            if (Kind(c) == PyKind.WildcardImport)
            {
                AddImport(ImportKind.Star, level, name, -1, Line(node), -1);
                continue;
            }
            if (_e[c].Field != G.Name) continue;
            bool aliased = Kind(c) == PyKind.AliasedImport;
            int imported = aliased ? Child(c, G.Name) : c, bound = aliased ? Child(c, G.Alias) : c + 1;
            if (imported < 0 || bound < 0) continue;
            BindImport(ImportKind.From, level, name, DottedText(imported), Line(c), Name(bound));
        }
    }

    private void BindImport(ImportKind kind, int level, int module, int name, int line, int bound)
    {
        int import = AddImport(kind, level, module, name, line, bound), slot = NewSlot();
        Emit(OpCode.Import, slot, import);
        _staticSlots.Add(slot);
        Bind(bound, slot);
    }

    private int AddImport(ImportKind kind, int level, int module, int name, int line, int bound)
    {
        _facts.Imports.Add(new ImportRecord { Kind = (int)kind, Level = level, Module = module, Name = name, Line = line, Def = _function.Def, As = bound });
        return _facts.Imports.Count - 1;
    }

    /// <summary>A dotted name without blanks, as a file string.</summary>
    private int DottedText(int node)
    {
        var text = Text(node);
        if (text.IndexOfAny(" \t\r\n\\"u8) < 0) return _facts.Strings.Intern(text);
        string joined = string.Concat(Encoding.UTF8.GetString(text).Where(c => !char.IsWhiteSpace(c) && c != '\\'));
        return _facts.Strings.Intern(Encoding.UTF8.GetBytes(joined));
    }
}

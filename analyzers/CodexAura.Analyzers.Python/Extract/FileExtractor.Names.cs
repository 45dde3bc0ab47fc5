using System.Collections.Frozen;
using System.Text;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>
/// `try: text = unicode` and its like: code that asks whether Python has a builtin, by the NameError that it gets where it has none.
/// </summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>Builtins of every Python 3 that is maintained; those whose answer hangs on the version are left out.</summary>
    private static readonly FrozenSet<string> Builtins = Words(
        """
        abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec
        filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max
        memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super
        tuple type vars zip BaseException BaseExceptionGroup Exception ExceptionGroup ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError
        ChildProcessError ConnectionError ConnectionResetError EOFError EnvironmentError FileExistsError FileNotFoundError GeneratorExit IOError
        ImportError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError
        NotADirectoryError NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning
        RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError SystemExit TimeoutError TypeError UnicodeDecodeError
        UnicodeEncodeError UnicodeError ValueError Warning ZeroDivisionError
        """);

    /// <summary>Builtins that Python 2 alone had.</summary>
    private static readonly FrozenSet<string> FormerBuiltins = Words(
        "apply basestring buffer cmp coerce execfile file intern long raw_input reduce reload unichr unicode xrange StandardError");

    private static FrozenSet<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>Whether the body of a try that does nothing but name builtins gets through; null for any other body.</summary>
    private bool? NamesExist(int body)
    {
        bool? exist = null;
        for (int c = body + 1; c < _e[body].Next; c = _e[c].Next)
        {
            if (!_e[c].IsNamed || Kind(c) == PyKind.Comment) continue;
            int read = Kind(c) == PyKind.ExpressionStatement ? FirstNamed(c) : -1;
            if (read >= 0 && Kind(read) == PyKind.Assignment)
                read = Child(read, G.Left) is >= 0 and var target && Kind(target) == PyKind.Identifier ? Child(read, G.Right) : -1;
            if (read < 0 || Kind(read) != PyKind.Identifier || IsBound(Name(read))) return null;
            string name = Encoding.UTF8.GetString(Text(read));
            if (FormerBuiltins.Contains(name)) return false;
            if (!Builtins.Contains(name)) return null;
            exist = true;
        }
        return exist;
    }

    /// <summary>Whether something of the file may have bound a name before this point of the text.</summary>
    private bool IsBound(int name)
    {
        if (_facts.Imports.Exists(i => i.Kind == (int)ImportKind.Star)) return true;
        for (var s = _scope; s is not null; s = s.Parent)
            if (s.Variables.TryGetValue(name, out int variable) && (s != _scope || s.Kind != ScopeKind.Module || s.Env[variable] != Scope.Unbound || s.SharedWrites.Contains(variable)))
                return true;
        return false;
    }
}

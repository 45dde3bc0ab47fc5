using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using CodexAura.TreeSitter.Native;

namespace CodexAura.TreeSitter;

/// <summary>
/// A grammar: its symbols (the kinds of node) and fields (the roles of children). Immutable, safe to share
/// between threads, and never unloaded.
/// </summary>
public sealed class TreeSitterLanguage
{
    /// <summary>The symbol of nodes that stand for text the grammar could not read.</summary>
    public const ushort ErrorSymbol = ushort.MaxValue;

    private const int RegularSymbol = 0;
    private const int AnonymousSymbol = 1;
    private static readonly ConcurrentDictionary<(string Library, string Function), TreeSitterLanguage> Loaded = new();

    private readonly string[] _symbolNames;
    private readonly bool[] _isNamed;
    private readonly string?[] _fieldNames;
    private readonly Dictionary<string, ushort[]> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ushort[]> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte> _fields = new(StringComparer.Ordinal);

    private unsafe TreeSitterLanguage(nint pointer)
    {
        Pointer = pointer;
        SymbolCount = (ushort)NativeMethods.ts_language_symbol_count(pointer);
        _symbolNames = new string[SymbolCount];
        _isNamed = new bool[SymbolCount];
        Add("ERROR", true, ErrorSymbol);
        for (ushort symbol = 0; symbol < SymbolCount; symbol++)
        {
            int type = NativeMethods.ts_language_symbol_type(pointer, symbol);
            _symbolNames[symbol] = Marshal.PtrToStringUTF8((nint)NativeMethods.ts_language_symbol_name(pointer, symbol)) ?? "";
            _isNamed[symbol] = type == RegularSymbol;
            if (type is RegularSymbol or AnonymousSymbol && symbol != 0)
            {
                Add(_symbolNames[symbol], _isNamed[symbol], NativeMethods.codexaura_public_symbol(pointer, symbol));
            }
        }

        // The syntax table has one byte for a field.
        uint fieldCount = NativeMethods.ts_language_field_count(pointer);
        if (fieldCount > byte.MaxValue)
        {
            throw new NotSupportedException($"The grammar has {fieldCount} fields; at most {byte.MaxValue} are supported.");
        }
        _fieldNames = new string?[fieldCount + 1];
        for (ushort field = 1; field <= fieldCount; field++)
        {
            string name = Marshal.PtrToStringUTF8((nint)NativeMethods.ts_language_field_name_for_id(pointer, field)) ?? "";
            _fieldNames[field] = name;
            _fields[name] = (byte)field;
        }
    }

    /// <summary>How many symbols there are; all but <see cref="ErrorSymbol"/> are below it.</summary>
    public ushort SymbolCount { get; }

    internal nint Pointer { get; }

    /// <summary>Loads a grammar. Loading the same one again gives the same object.</summary>
    /// <param name="libraryName">
    /// The name of the shared library without prefix and extension, such as <c>tree-sitter-python</c>, looked for
    /// beside this assembly and the application (in <c>runtimes/&lt;rid&gt;/native</c>, <c>native</c> and the folder
    /// itself); or the full path of a file.
    /// </param>
    /// <param name="functionName">The function that returns the grammar, such as <c>tree_sitter_python</c>.</param>
    /// <exception cref="DllNotFoundException">The library can't be loaded; the message lists where it was looked for.</exception>
    /// <exception cref="EntryPointNotFoundException">The library has no such function.</exception>
    /// <exception cref="NotSupportedException">The grammar was generated for another version of tree-sitter.</exception>
    public static TreeSitterLanguage Load(string libraryName, string functionName)
    {
        ArgumentException.ThrowIfNullOrEmpty(libraryName);
        ArgumentException.ThrowIfNullOrEmpty(functionName);
        return Loaded.GetOrAdd((libraryName, functionName), static key => LoadNew(key.Library, key.Function));
    }

    private static unsafe TreeSitterLanguage LoadNew(string libraryName, string functionName)
    {
        nint library = NativeLocator.Load(libraryName);
        if (!NativeLibrary.TryGetExport(library, functionName, out nint function))
        {
            throw new EntryPointNotFoundException(
                $"The native library '{libraryName}' has no function '{functionName}': check the name, which is usually tree_sitter_<language>.");
        }
        return FromPointer(((delegate* unmanaged<nint>)function)(), libraryName);
    }

    internal static TreeSitterLanguage FromPointer(nint pointer, string libraryName)
    {
        NativeInfo info = NativeMethods.CheckedInfo();
        uint version = NativeMethods.ts_language_abi_version(pointer);
        if (version < info.MinLanguageAbi || version > info.MaxLanguageAbi)
        {
            throw new NotSupportedException(
                $"The grammar in '{libraryName}' has ABI version {version}; this tree-sitter reads versions {info.MinLanguageAbi} to {info.MaxLanguageAbi}. "
                + "Generate the grammar again with a matching tree-sitter.");
        }
        return new TreeSitterLanguage(pointer);
    }

    /// <summary>The name of a symbol, such as <c>function_definition</c> or <c>(</c>.</summary>
    public string SymbolName(ushort symbol) => symbol == ErrorSymbol ? "ERROR" : _symbolNames[Checked(symbol)];

    /// <summary>Whether nodes of the symbol are named, unlike punctuation and keywords.</summary>
    public bool IsNamed(ushort symbol) => symbol == ErrorSymbol || _isNamed[Checked(symbol)];

    /// <summary>
    /// The first symbol of that name that a node can have, or 0 if there is none. Rules that never make a node
    /// of their own (hidden rules and supertypes such as <c>expression</c>) have none.
    /// </summary>
    public ushort SymbolId(string name, bool named) => SymbolIds(name, named) is [ushort first, ..] ? first : (ushort)0;

    /// <summary>All symbols of that name that a node can have: a grammar may give one name to several.</summary>
    public IReadOnlyList<ushort> SymbolIds(string name, bool named) => (named ? _rules : _tokens).GetValueOrDefault(name, []);

    /// <summary>The number of a field, or 0 if the grammar has none of that name.</summary>
    public byte FieldId(string name) => _fields.GetValueOrDefault(name);

    /// <summary>The name of a field, or <see langword="null"/> for 0 and for numbers that are not in use.</summary>
    public string? FieldName(ushort field) => field < _fieldNames.Length ? _fieldNames[field] : null;

    /// <summary>Nearly every name has one symbol, so this is not slow; a parser is waited for, and LINQ over tuples would first be compiled.</summary>
    private void Add(string name, bool named, ushort symbol)
    {
        var symbols = named ? _rules : _tokens;
        if (!symbols.TryGetValue(name, out ushort[]? known)) symbols.Add(name, [symbol]);
        else if (Array.BinarySearch(known, symbol) is < 0 and var at)
        {
            ushort[] more = new ushort[known.Length + 1];
            known.AsSpan(0, ~at).CopyTo(more);
            more[~at] = symbol;
            known.AsSpan(~at).CopyTo(more.AsSpan(~at + 1));
            symbols[name] = more;
        }
    }

    private ushort Checked(ushort symbol)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(symbol, SymbolCount);
        return symbol;
    }
}

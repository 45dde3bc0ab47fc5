using CodexAura.Sdk.Graph;

namespace Sample.JavaScript;

/// <summary>A function or class.</summary>
internal sealed record Definition(NodeType Type, string Name, int Parent, int Line, int End, int Complexity, string? Signature);

/// <summary>An import or require of a module.</summary>
internal sealed record Import(string Specifier, int Line);

/// <summary>What an import brings in: a name of the module, <c>default</c>, or <c>*</c> for the module itself.</summary>
internal sealed record ImportedName(int Import, string Name);

/// <summary>What a name leads to.</summary>
internal enum TargetKind : byte
{
    /// <summary>Nothing that is known: a parameter, a variable, a global.</summary>
    Unknown,

    /// <summary>A definition of the same file.</summary>
    Definition,

    /// <summary>An imported name.</summary>
    Import,
}

/// <summary>What a name leads to, and the member of it that is meant; <c>""</c> for itself.</summary>
internal readonly record struct Target(TargetKind Kind, int Index, string Member);

/// <summary>What the module gives to others: <c>=</c> is all that <c>module.exports = …</c> assigns, <c>*</c> all names of an import.</summary>
internal sealed record Export(string Name, Target Target);

/// <summary>What a reference does.</summary>
internal enum Verb : byte
{
    Call,
    New,
    Extends,

    /// <summary>A call that begins its search at the base class.</summary>
    Super,
}

/// <summary>A place that refers to something. From is a definition, or -1 for the file.</summary>
internal sealed record Reference(Verb Verb, int From, int Line, Target Target);

/// <summary>All facts of one file, and their form as bytes.</summary>
internal sealed class Facts
{
    public List<Definition> Definitions { get; } = [];

    public List<Import> Imports { get; } = [];

    public List<ImportedName> Names { get; } = [];

    public List<Export> Exports { get; } = [];

    public List<Reference> References { get; } = [];

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var w = new BinaryWriter(stream))
        {
            Write(w, Definitions, d =>
            {
                w.Write((byte)d.Type);
                w.Write(d.Name);
                w.Write(d.Parent);
                w.Write(d.Line);
                w.Write(d.End);
                w.Write(d.Complexity);
                w.Write(d.Signature ?? "");
            });
            Write(w, Imports, i =>
            {
                w.Write(i.Specifier);
                w.Write(i.Line);
            });
            Write(w, Names, n =>
            {
                w.Write(n.Import);
                w.Write(n.Name);
            });
            Write(w, Exports, e =>
            {
                w.Write(e.Name);
                Write(w, e.Target);
            });
            Write(w, References, r =>
            {
                w.Write((byte)r.Verb);
                w.Write(r.From);
                w.Write(r.Line);
                Write(w, r.Target);
            });
        }
        return stream.ToArray();
    }

    public static Facts Read(ReadOnlyMemory<byte> body)
    {
        var facts = new Facts();
        using var r = new BinaryReader(new MemoryStream(body.ToArray()));
        Read(r, facts.Definitions, () => new Definition((NodeType)r.ReadByte(), r.ReadString(), r.ReadInt32(), r.ReadInt32(), r.ReadInt32(), r.ReadInt32(),
            r.ReadString() is { Length: > 0 } signature ? signature : null));
        Read(r, facts.Imports, () => new Import(r.ReadString(), r.ReadInt32()));
        Read(r, facts.Names, () => new ImportedName(r.ReadInt32(), r.ReadString()));
        Read(r, facts.Exports, () => new Export(r.ReadString(), ReadTarget(r)));
        Read(r, facts.References, () => new Reference((Verb)r.ReadByte(), r.ReadInt32(), r.ReadInt32(), ReadTarget(r)));
        return facts;
    }

    private static void Write<T>(BinaryWriter writer, List<T> items, Action<T> write)
    {
        writer.Write(items.Count);
        items.ForEach(write);
    }

    private static void Read<T>(BinaryReader reader, List<T> items, Func<T> read)
    {
        for (int i = reader.ReadInt32(); i > 0; i--) items.Add(read());
    }

    private static void Write(BinaryWriter writer, Target target)
    {
        writer.Write((byte)target.Kind);
        writer.Write(target.Index);
        writer.Write(target.Member ?? "");
    }

    private static Target ReadTarget(BinaryReader reader) => new((TargetKind)reader.ReadByte(), reader.ReadInt32(), reader.ReadString());
}

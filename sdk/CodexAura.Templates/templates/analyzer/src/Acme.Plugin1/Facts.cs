namespace Acme.Plugin1;

/// <summary>The statements of one file. Kept as bytes: the form in memory is the form in the host's cache.</summary>
internal sealed class Facts
{
    private readonly List<(string Kind, string Name, int Line)> _statements = [];

    public IReadOnlyList<(string Kind, string Name, int Line)> Statements => _statements;

    public void Add(string kind, string name, int line) => _statements.Add((kind, name, line));

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(_statements.Count);
            foreach (var (kind, name, line) in _statements)
            {
                writer.Write(kind);
                writer.Write(name);
                writer.Write(line);
            }
        }
        return stream.ToArray();
    }

    public static Facts Read(ReadOnlyMemory<byte> body)
    {
        var facts = new Facts();
        using var reader = new BinaryReader(new MemoryStream(body.ToArray()));
        for (int i = reader.ReadInt32(); i > 0; i--) facts.Add(reader.ReadString(), reader.ReadString(), reader.ReadInt32());
        return facts;
    }
}

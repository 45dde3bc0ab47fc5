using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace CodexAura.Engine.Analysis;

/// <summary>Hashes a sequence of values. Texts go in with their lengths, so that no two sequences run together.</summary>
internal sealed class Fingerprint
{
    private readonly XxHash64 _first = new(), _second = new(Digest.OtherSeed);

    public Digest Value => new(_first.GetCurrentHashAsUInt64(), _second.GetCurrentHashAsUInt64());

    public Fingerprint Add(string? text)
    {
        Add(text?.Length ?? -1);
        if (text is not null) Append(Encoding.UTF8.GetBytes(text));
        return this;
    }

    public Fingerprint Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Append(bytes);
        return this;
    }

    public Fingerprint Add(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        Append(bytes);
        return this;
    }

    public Fingerprint Add(IReadOnlyCollection<string> texts)
    {
        Add(texts.Count);
        foreach (string text in texts) Add(text);
        return this;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        _first.Append(bytes);
        _second.Append(bytes);
    }

    /// <summary>Stands for the code of an assembly: the same sources compiled the same way have the same one.</summary>
    public Fingerprint AddCode(Type type) => Add((ReadOnlySpan<byte>)type.Module.ModuleVersionId.ToByteArray());
}

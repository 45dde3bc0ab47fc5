using System.Buffers.Binary;
using System.IO.Hashing;
using CodexAura.Sdk.Storage;

namespace CodexAura.Engine.Analysis;

/// <summary>A hash of 128 bits.</summary>
/// <remarks>
/// Two words and not a <see cref="UInt128"/>: code that handles one is not compiled ahead of time, as the layout of that type may
/// change, and is then compiled anew at each start. For the same reason it is made of two runs of a hash that needs no vectors.
/// </remarks>
internal readonly record struct Digest(ulong High, ulong Low)
{
    public const int Length = 2 * sizeof(ulong);

    /// <summary>Starts the second of the two runs: any number but 0 will do.</summary>
    public const long OtherSeed = 0x2545F4914F6CDD1D;

    public static Digest Of(ReadOnlySpan<byte> bytes) => new(XxHash64.HashToUInt64(bytes), XxHash64.HashToUInt64(bytes, OtherSeed));

    /// <summary>The hash that facts are kept with.</summary>
    public static Digest Of(CachedFacts entry) => new((ulong)(entry.ContentHash >> 64), (ulong)entry.ContentHash);

    public static Digest Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, High);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[sizeof(ulong)..], Low);
    }

    /// <summary>An entry for the cache of facts.</summary>
    public CachedFacts Keep(Sdk.Analysis.FileFacts facts, long size, long modifiedTicks) => new(facts, size, modifiedTicks, new UInt128(High, Low));
}

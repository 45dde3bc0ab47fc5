using System.Buffers;

namespace CodexAura.Analyzers.Python.Facts;

/// <summary>Which texts may be names, or parts of names, of modules and what is in them.</summary>
internal static class NameText
{
    private static readonly SearchValues<byte> Bytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-"u8);

    public static bool IsPart(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(Bytes) < 0;
}

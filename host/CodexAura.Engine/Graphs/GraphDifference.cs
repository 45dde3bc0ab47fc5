using System.IO.Hashing;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Json;

namespace CodexAura.Engine.Graphs;

/// <summary>The first place where two graphs differ, in their JSON form.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Left">The line in the first graph; null past its end.</param>
/// <param name="Right">The line in the second graph; null past its end.</param>
public sealed record GraphDifference(int Line, string? Left, string? Right)
{
    /// <summary>Compares two graphs.</summary>
    /// <returns>Null when they are the same, byte for byte.</returns>
    public static async Task<GraphDifference?> FindAsync(CodeGraph left, CodeGraph right, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        // The text of a large graph has gigabytes, and nearly always only its hash is needed.
        return await HashAsync(left, cancellationToken).ConfigureAwait(false) == await HashAsync(right, cancellationToken).ConfigureAwait(false)
            ? null
            : await LocateAsync(left, right, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<UInt128> HashAsync(CodeGraph graph, CancellationToken cancellationToken)
    {
        using var stream = new HashingStream();
        await GraphJsonWriter.WriteAsync(stream, graph, DateTimeOffset.UnixEpoch, cancellationToken).ConfigureAwait(false);
        return stream.Hash.GetCurrentHashAsUInt128();
    }

    private static async Task<GraphDifference> LocateAsync(CodeGraph left, CodeGraph right, CancellationToken cancellationToken)
    {
        using var first = await LinesAsync(left, cancellationToken).ConfigureAwait(false);
        using var second = await LinesAsync(right, cancellationToken).ConfigureAwait(false);
        for (int line = 1; ; line++)
        {
            string? one = await first.ReadLineAsync(cancellationToken).ConfigureAwait(false);
            string? other = await second.ReadLineAsync(cancellationToken).ConfigureAwait(false);
            if (one != other || one is null) return new GraphDifference(line, one, other);
        }
    }

    private static async Task<StreamReader> LinesAsync(CodeGraph graph, CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await GraphJsonWriter.WriteAsync(file, graph, DateTimeOffset.UnixEpoch, cancellationToken).ConfigureAwait(false);
        file.Position = 0;
        return new StreamReader(file);
    }

    private sealed class HashingStream : Stream
    {
        public XxHash128 Hash { get; } = new();

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => Hash.Append(buffer.AsSpan(offset, count));
        public override void Write(ReadOnlySpan<byte> buffer) => Hash.Append(buffer);
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Hash.Append(buffer.Span);
            return default;
        }
    }
}

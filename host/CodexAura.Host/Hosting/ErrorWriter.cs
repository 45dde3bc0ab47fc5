using System.Text;

namespace CodexAura.Host.Hosting;

/// <summary>Writes to standard error, which is opened when something is written.</summary>
internal sealed class ErrorWriter : TextWriter
{
    public override Encoding Encoding => Console.Error.Encoding;

    public override void Write(char value) => Console.Error.Write(value);

    public override void Write(char[] buffer, int index, int count) => Console.Error.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => Console.Error.Write(buffer);

    public override void Write(string? value) => Console.Error.Write(value);

    public override void WriteLine(string? value) => Console.Error.WriteLine(value);

    public override void Flush() => Console.Error.Flush();
}

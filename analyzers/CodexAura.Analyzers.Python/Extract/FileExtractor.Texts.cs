using System.Buffers;
using System.Text;
using CodexAura.Analyzers.Python.Facts;

namespace CodexAura.Analyzers.Python.Extract;

/// <summary>Docstrings and signatures: text that is carried along for people.</summary>
internal sealed unsafe partial class FileExtractor
{
    /// <summary>The text number of the string a body starts with, or -1.</summary>
    private int Docstring(int body)
    {
        int first = FirstNamed(body);
        if (first < 0 || Kind(first) != PyKind.ExpressionStatement) return -1;
        int value = FirstNamed(first);
        if (value < 0 || Kind(value) is not (PyKind.String or PyKind.ConcatenatedString)) return -1;
        _text.ResetWrittenCount();
        for (int i = value, end = _e[value].Next; i < end; i++)
        {
            if (Kind(i) == PyKind.Interpolation) return -1;
            if (Kind(i) == PyKind.StringStart && Text(i).IndexOfAny((byte)'b', (byte)'B') >= 0) return -1;
            if (Kind(i) == PyKind.StringContent) StringText.Unescape(Text(i), IsRaw(i), _text);
        }
        _clean.ResetWrittenCount();
        StringText.CleanIndent(_text.WrittenSpan, _clean);
        return _clean.WrittenCount == 0 ? -1 : _facts.AddText(_clean.WrittenSpan);
    }

    // Used again and again: documentation is a third of some files.
    private readonly ArrayBufferWriter<char> _text = new(1 << 12);
    private readonly ArrayBufferWriter<char> _clean = new(1 << 12);

    private bool IsRaw(int content)
    {
        for (int i = content - 1; i >= 0; i--)
            if (Kind(i) == PyKind.StringStart) return Text(i).IndexOfAny((byte)'r', (byte)'R') >= 0;
        return false;
    }

    /// <summary>Parameters and return annotation as written, runs of white space made one blank.</summary>
    private int Signature(int node)
    {
        int parameters = Child(node, G.Parameters), returns = Child(node, G.ReturnType);
        if (parameters < 0) return -1;
        if (StringText.IsOneLine(Text(parameters)) && (returns < 0 || StringText.IsOneLine(Text(returns))))
            return returns < 0 ? _facts.AddText(Text(parameters)) : _facts.AddText(Text(parameters), " -> "u8, Text(returns));
        string text = StringText.OneLine(WithoutComments(parameters));
        if (returns >= 0) text += " -> " + StringText.OneLine(Text(returns));
        return _facts.AddText(Encoding.UTF8.GetBytes(text));
    }

    private byte[] WithoutComments(int node)
    {
        byte[] text = Text(node).ToArray();
        for (int i = node + 1; i < _e[node].Next; i++)
            if (Kind(i) == PyKind.Comment) text.AsSpan(_e[i].Start - _e[node].Start, _e[i].End - _e[i].Start).Fill((byte)' ');
        return text;
    }

    /// <summary>__all__.append("name"), __all__.extend(…); what any other call or function does with it is not followed.</summary>
    private void ChangeAll(int function, int arguments)
    {
        if (_facts.All is null || Kind(function) != PyKind.Attribute || Child(function, G.Object) is not (>= 0 and var list) || Kind(list) != PyKind.Identifier || !Text(list).SequenceEqual("__all__"u8)) return;
        if (_scope.Kind == ScopeKind.Module && arguments >= 0 && LastName(function) is "append" or "extend") CollectAll(list, arguments, append: true);
        else _facts.All = null;
    }

    /// <summary>Reads the names that __all__ lists, where it is written as literals.</summary>
    private void CollectAll(int left, int right, bool append)
    {
        if (_scope.Kind != ScopeKind.Module || right < 0 || Kind(left) != PyKind.Identifier || !Text(left).SequenceEqual("__all__"u8)) return;
        if (!append) _facts.All = [];
        if (_facts.All is null) return;
        for (int i = right, end = _e[right].Next; i < end; i++)
        {
            if (Kind(i) is PyKind.Identifier or PyKind.Call)
            {
                // Computed in part: what it holds can't be told, so that every public name counts.
                _facts.All = null;
                return;
            }
            if (Kind(i) == PyKind.StringContent) _facts.All.Add(_facts.Strings.Intern(Text(i)));
        }
    }
}

/// <summary>Python's rules for string text.</summary>
internal static class StringText
{
    /// <summary>Removes common indentation as inspect.cleandoc does.</summary>
    public static void CleanIndent(ReadOnlySpan<char> text, IBufferWriter<char> output)
    {
        if (text.IndexOfAny('\t', '\r') >= 0)
            text = text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\t", "        ", StringComparison.Ordinal);
        int margin = int.MaxValue, first = -1, last = -1, number = 0;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            int indent = line.Length - line.TrimStart().Length;
            if (indent < line.Length)
            {
                if (number > 0) margin = Math.Min(margin, indent);
                if (first < 0) first = number;
                last = number;
            }
            number++;
        }
        if (first < 0) return;
        number = 0;
        foreach (var range in text.Split('\n'))
        {
            var line = text[range];
            if (number >= first && number <= last)
            {
                if (number > first) output.Write("\n");
                output.Write((number > 0 && line.Length >= margin && margin < int.MaxValue ? line[margin..] : line.TrimStart()).TrimEnd());
            }
            number++;
        }
    }

    /// <summary>Whether <see cref="OneLine"/> would leave a text as it is: ASCII, and no white space but single blanks between words.</summary>
    public static bool IsOneLine(ReadOnlySpan<byte> utf8) => !utf8.ContainsAnyExceptInRange((byte)' ', (byte)'~') && utf8.IndexOf("  "u8) < 0
        && utf8.IndexOf("( "u8) < 0 && utf8.IndexOf(" )"u8) < 0 && !utf8.StartsWith(" "u8) && !utf8.EndsWith(" "u8);

    public static string OneLine(ReadOnlySpan<byte> utf8) =>
        string.Join(' ', Encoding.UTF8.GetString(utf8).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Replace("( ", "(", StringComparison.Ordinal).Replace(", )", ")", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);

    /// <summary>Replaces the escapes that occur in documentation; others are left as they are.</summary>
    public static void Unescape(ReadOnlySpan<byte> utf8, bool raw, IBufferWriter<char> output)
    {
        if (raw || !utf8.Contains((byte)'\\')) output.Advance(Encoding.UTF8.GetChars(utf8, output.GetSpan(Encoding.UTF8.GetMaxCharCount(utf8.Length))));
        else output.Write(Unescape(Encoding.UTF8.GetString(utf8)));
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }
            char next = text[++i];
            switch (next)
            {
                case 'n': result.Append('\n'); break;
                case 't': result.Append('\t'); break;
                case 'r': result.Append('\r'); break;
                case '\\' or '\'' or '"': result.Append(next); break;
                case '\n': break;
                case 'x' when Hex(text, i + 1, 2, out int code): result.Append((char)code); i += 2; break;
                case 'u' when Hex(text, i + 1, 4, out int code): result.Append((char)code); i += 4; break;
                default: result.Append('\\').Append(next); break;
            }
        }
        return result.ToString();
    }

    private static bool Hex(string text, int at, int digits, out int code)
    {
        code = 0;
        return at + digits <= text.Length
            && int.TryParse(text.AsSpan(at, digits), System.Globalization.NumberStyles.HexNumber, null, out code);
    }
}

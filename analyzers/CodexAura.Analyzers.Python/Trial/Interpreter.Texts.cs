namespace CodexAura.Analyzers.Python.Trial;

/// <summary>Methods of strings and generators.</summary>
internal sealed partial class Interpreter
{
    private object TextMethod(object self, string name, object[] a, Dictionary<string, object> named)
    {
        if (self is not string text) throw Stop("a text that nobody knows");
        Step(text.Length);
        switch (name)
        {
            case "upper": return text.ToUpperInvariant();
            case "lower" or "casefold": return text.ToLowerInvariant();
            case "capitalize": return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();
            case "title": return System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant());
            case "strip": return a.Length == 0 ? text.Trim() : text.Trim(((string)a[0]).ToCharArray());
            case "lstrip": return a.Length == 0 ? text.TrimStart() : text.TrimStart(((string)a[0]).ToCharArray());
            case "rstrip": return a.Length == 0 ? text.TrimEnd() : text.TrimEnd(((string)a[0]).ToCharArray());
            case "split" when a.Length == 0 || a.Length == 1 && ReferenceEquals(a[0], Py.None): return Texts(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            case "split" when a.Length == 1: return Texts(text.Split((string)a[0]));
            case "split" when a.Length == 2: return Texts(text.Split((string)a[0], (int)(long)a[1] + 1));
            case "splitlines": return Texts(text.Split('\n'));
            case "join":
                var parts = Iterate(a[0]).ToList();
                return Joined(parts.SelectMany((p, i) => i > 0 ? (object[])[text, p] : [p]));
            case "replace" when a.Length > 2: return Py.External;
            case "replace" when (long)text.Length * ((string)a[1]).Length > 1 << 18: throw Stop("a long text");
            case "replace": return Joined([text.Replace((string)a[0], (string)a[1], StringComparison.Ordinal)]);
            case "startswith" or "endswith" or "count" when a.Length > 1: return Py.External;
            case "startswith": return Options(a[0]).Any(s => text.StartsWith(s, StringComparison.Ordinal));
            case "endswith": return Options(a[0]).Any(s => text.EndsWith(s, StringComparison.Ordinal));
            case "find" or "index" when a.Length <= 2:
                int from = a.Length < 2 ? 0 : (int)Math.Clamp((long)a[1], 0, text.Length);
                return text.IndexOf((string)a[0], from, StringComparison.Ordinal) is >= 0 and var place ? place : name == "find" ? -1L : throw Raised("ValueError");
            case "rfind": return a.Length > 1 ? Py.External : (long)text.LastIndexOf((string)a[0], StringComparison.Ordinal);
            case "isidentifier": return text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => c == '_' || char.IsLetterOrDigit(c));
            case "zfill": return text.StartsWith('-') ? Py.External : text.PadLeft((int)Math.Clamp((long)a[0], 0, MaxText), '0');
            case "ljust" or "rjust" when a.Length == 1 && a[0] is long width:
                return name == "ljust" ? text.PadRight((int)Math.Clamp(width, 0, MaxText)) : text.PadLeft((int)Math.Clamp(width, 0, MaxText));
            case "format_map": return Filled(text, [], Entries(a[0]).ToDictionary(e => (string)e.Key, e => e.Value));
            case "count": return (long)text.Split((string)a[0]).Length - 1;
            case "isdigit": return text.Length > 0 && text.All(char.IsAsciiDigit);
            case "isalpha": return text.Length > 0 && text.All(char.IsLetter);
            case "isalnum": return text.Length > 0 && text.All(char.IsLetterOrDigit);
            case "isspace": return text.Length > 0 && text.All(char.IsWhiteSpace);
            case "isupper": return text.Any(char.IsUpper) && !text.Any(char.IsLower);
            case "islower": return text.Any(char.IsLower) && !text.Any(char.IsUpper);
            case "removeprefix": return text.StartsWith((string)a[0], StringComparison.Ordinal) ? text[((string)a[0]).Length..] : text;
            case "removesuffix": return text.EndsWith((string)a[0], StringComparison.Ordinal) ? text[..^((string)a[0]).Length] : text;
            case "partition":
                int at = text.IndexOf((string)a[0], StringComparison.Ordinal);
                return new PyTuple(at < 0 ? [text, "", ""] : [text[..at], a[0], text[(at + ((string)a[0]).Length)..]]);
            case "format": return Filled(text, a, named);
            default: return Py.External;
        }
    }

    private static IEnumerable<string> Options(object value) => value is PyTuple several ? several.Items.Cast<string>() : [(string)value];

    private static PyList Texts(IEnumerable<string> texts) => new([.. texts]);

    /// <summary>"{} {name}".format(…): plain fields are filled, of others what they show is asked and the text is unknown.</summary>
    private object Filled(string text, object[] a, Dictionary<string, object> named)
    {
        var parts = new List<object>();
        int next = 0;
        for (int i = 0; i < text.Length;)
        {
            int open = text.IndexOf('{', i);
            if (open < 0)
            {
                parts.Add(text[i..].Replace("}}", "}", StringComparison.Ordinal));
                break;
            }
            int close = text.IndexOf('}', open);
            parts.Add(text[i..open].Replace("}}", "}", StringComparison.Ordinal));
            if (open + 1 < text.Length && text[open + 1] == '{')
            {
                parts.Add("{");
                i = open + 2;
                continue;
            }
            if (close < 0) throw Stop("a format");
            string field = text[(open + 1)..close], specification = "";
            if (field.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon) (field, specification) = (field[..colon], field[(colon + 1)..]);
            bool isRepr = field.EndsWith("!r", StringComparison.Ordinal), isStr = field.EndsWith("!s", StringComparison.Ordinal);
            if (isRepr || isStr) field = field[..^2];
            string path = "";
            if (field.AsSpan().IndexOfAny('.', '[') is >= 0 and var end) (field, path) = (field[..end], field[end..]);
            object value = field.Length == 0 ? a[next++] : long.TryParse(field, out long number) ? a[number] : named[field];
            if (path.Contains('[', StringComparison.Ordinal)) throw Stop("a format");
            if (path.Length > 0) value = Path(value, path[1..]);
            if (isRepr) value = Repr(value);
            else if (isStr) value = Str(value);
            parts.Add(Format(value, specification));
            i = close + 1;
        }
        return Joined(parts);
    }

    private object GeneratorMethod(PyIterator generator, string name, object[] a)
    {
        switch (name)
        {
            case "__iter__" or "__aiter__": return generator;
            case "__anext__" or "asend" or "aclose" or "athrow":
                return new PyCoroutine(() => AwaitedMethod(generator, name, a));
            case "close":
                if (generator.IsStarted && !generator.IsDone)
                    try
                    {
                        var exit = new PyError(MakeError("GeneratorExit"), isRaised: true);
                        if (Resume(generator, Py.None, exit, out _)) throw Stop("a generator that goes on when it is closed");
                    }
                    catch (PyError error) when (IsOf(error, "GeneratorExit") || IsOf(error, "StopIteration"))
                    {
                        // That is how it ends.
                    }
                generator.IsDone = true;
                return Py.None;
            case "throw":
                var thrown = new PyError(a[0] is PyClass type ? Call(type, []) : a[0], isRaised: true);
                return Resume(generator, Py.None, thrown, out object caught) ? caught : throw Ended(generator);
            default:
                return Resume(generator, name == "send" ? a[0] : Py.None, null, out object value) ? value : throw Ended(generator);
        }
    }

    private object AwaitedMethod(PyIterator generator, string name, object[] a)
    {
        try
        {
            return GeneratorMethod(generator, name switch { "__anext__" => "__next__", "asend" => "send", "aclose" => "close", _ => "throw" }, a);
        }
        catch (PyError error) when (IsOf(error, "StopIteration"))
        {
            throw Raised("StopAsyncIteration");
        }
    }

    private PyError Ended(PyIterator generator)
    {
        var error = MakeError("StopIteration", generator.Env?.Returned ?? Py.None);
        error.Attributes["value"] = generator.Env?.Returned ?? Py.None;
        return new PyError(error, isRaised: true);
    }
}

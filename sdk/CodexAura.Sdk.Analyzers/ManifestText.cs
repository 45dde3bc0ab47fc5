using System;
using System.Collections.Generic;
using System.Text;

namespace CodexAura.Sdk.Analyzers;

/// <summary>A value in plugin.json, as far as the checks care for it.</summary>
internal readonly struct ManifestValue(int at, string? text, IReadOnlyList<string>? items)
{
    /// <summary>Where it starts.</summary>
    public int At => at;

    /// <summary>The string that it is, or null.</summary>
    public string? Text => text;

    /// <summary>The strings in the list that it is; null where it is no list, or one of something else.</summary>
    public IReadOnlyList<string>? Items => items;
}

/// <summary>
/// Reads JSON with comments and trailing commas, as the host does. By hand, since an analyzer should bring no libraries into the
/// compiler.
/// </summary>
internal sealed class ManifestText
{
    private readonly string _json;
    private readonly Dictionary<string, ManifestValue> _values = new(StringComparer.Ordinal);
    private int _at;

    private ManifestText(string json) => _json = json;

    /// <exception cref="FormatException">It is no JSON object; <c>Data["at"]</c> says where.</exception>
    public static ManifestText Parse(string json)
    {
        var text = new ManifestText(json);
        text.Skip();
        if (text.Peek != '{') throw text.Wrong("a manifest is an object { … }");
        text.Object((name, value) => text._values[name] = value);
        text.Skip();
        return text._at < json.Length ? throw text.Wrong("there is something after the object") : text;
    }

    public bool TryGet(string name, out ManifestValue value) => _values.TryGetValue(name, out value);

    private char Peek => _at < _json.Length ? _json[_at] : '\0';

    private ManifestValue Value()
    {
        Skip();
        int start = _at;
        switch (Peek)
        {
            case '"': return new ManifestValue(start, String(), null);
            case '{':
                Object((_, _) => { });
                return new ManifestValue(start, null, null);
            case '[': return new ManifestValue(start, null, List());
        }
        while (char.IsLetterOrDigit(Peek) || Peek is '-' or '+' or '.') _at++;
        string word = _json.Substring(start, _at - start);
        return word is "true" or "false" or "null" || double.TryParse(word, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? new ManifestValue(start, null, null)
            : throw Wrong("a value is missing here");
    }

    private void Object(Action<string, ManifestValue> add)
    {
        _at++;
        for (Skip(); Peek != '}'; Skip())
        {
            if (Peek != '"') throw Wrong("a name in quotes is missing here");
            string name = String();
            Skip();
            if (Peek != ':') throw Wrong("':' is missing here");
            _at++;
            add(name, Value());
            Separator('}');
        }
        _at++;
    }

    private List<string>? List()
    {
        _at++;
        List<string>? items = [];
        for (Skip(); Peek != ']'; Skip())
        {
            if (Value().Text is { } text) items?.Add(text);
            else items = null;
            Separator(']');
        }
        _at++;
        return items;
    }

    private void Separator(char end)
    {
        Skip();
        if (Peek == ',') _at++;
        else if (Peek != end) throw Wrong($"',' or '{end}' is missing here");
    }

    private string String()
    {
        var text = new StringBuilder();
        for (_at++; Peek != '"'; _at++)
        {
            if (Peek is '\0' or '\n') throw Wrong("a string does not end");
            if (Peek == '\\') _at++;
            text.Append(Peek);
        }
        _at++;
        return text.ToString();
    }

    private void Skip()
    {
        while (_at < _json.Length)
        {
            if (char.IsWhiteSpace(_json[_at]) || _json[_at] == '\uFEFF') _at++;
            else if (string.CompareOrdinal(_json, _at, "//", 0, 2) == 0) _at = End("\n", 1);
            else if (string.CompareOrdinal(_json, _at, "/*", 0, 2) == 0) _at = End("*/", 2);
            else return;
        }
    }

    private int End(string mark, int length) => _json.IndexOf(mark, _at, StringComparison.Ordinal) is >= 0 and var end ? end + length : _json.Length;

    private FormatException Wrong(string what)
    {
        var thrown = new FormatException(what);
        thrown.Data["at"] = _at;
        return thrown;
    }
}

using System.Security;
using System.Text;
using System.Xml;
using CodexAura.Sdk.Context;

namespace CodexAura.Plugins.Context.Basic.Formatting;

/// <summary>XML elements; code as character data, which leaves it readable.</summary>
internal sealed class XmlFormat : ITextFormat
{
    public string Begin(Frame frame) => frame.Graph is { } graph
        ? $"<context graph=\"{Attribute(graph.Id)}\"{(graph.Sha is { } sha ? $" sha=\"{Attribute(sha)}\"" : "")} stale_files=\"{graph.StaleFiles.Count}\">\n"
        : "<context>\n";

    public string Item(Block block, bool first)
    {
        string head = $"<item path=\"{Attribute(block.Node.Path)}\" lines=\"{block.Node.LineStart}-{block.Node.LineEnd}\" name=\"{Attribute(block.Name)}\" reason=\"{Attribute(block.Reason)}\" detail=\"{Word(block.Detail)}\"";
        return block.Code is { } code ? $"{head}><![CDATA[\n{Clean(code).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}\n]]></item>\n" : head + "/>\n";
    }

    public string End(Frame frame) => (frame.Omitted == 0 ? "" : $"<omitted count=\"{frame.Omitted}\" next_tokens=\"{frame.NextCost}\"/>\n") + "</context>\n";

    private static string Attribute(string text) => SecurityElement.Escape(Clean(text))!;

    private static string Word(ContextDetail detail) => detail.ToString().ToLowerInvariant();

    /// <summary>Control characters and lone surrogates have no place in XML, not even escaped.</summary>
    private static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool pair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            if (pair || XmlConvert.IsXmlChar(text[i]))
            {
                clean?.Append(text[i]);
                if (pair) clean?.Append(text[++i]);
                else continue;
                if (clean is null) i++;
                continue;
            }
            (clean ??= new StringBuilder(text, 0, i, text.Length)).Append('\uFFFD');
        }
        return clean?.ToString() ?? text;
    }
}

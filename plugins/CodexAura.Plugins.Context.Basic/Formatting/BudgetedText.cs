using System.Text;
using CodexAura.Plugins.Context.Basic.Ranking;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Formatting;

/// <summary>
/// Fills a budget of tokens: whole code for the most relevant, then signatures, then names. The result is counted as it stands,
/// and shortened by whole items until it fits, so that it holds whatever the tokenizer makes of the seams.
/// </summary>
internal sealed class BudgetedText
{
    private const int SmallClass = 250;
    private const int MaxOmitted = 50;
    private const double ShareForCode = 0.9, ShareForSignatures = 0.96, LargestItem = 0.45, LargestClass = 0.12;
    private const double LeastForCode = 0.05, LeastForSignature = 0.04;

    /// <summary>How much relevance counts less with length: a definition of twice the usual lines has to be 1.3 times as relevant as one of the usual.</summary>
    private const double PriceOfLength = 0.6, UsualLines = 30;

    /// <summary>Code has some 10 tokens a line. What doesn't fit with so few is not worth counting.</summary>
    private const int FewTokensInLine = 4;
    private readonly CodeGraph _graph;
    private readonly ContextRequest _request;
    private readonly TokenCounter _counter;
    private readonly NodeText _texts;
    private readonly ITextFormat _format;
    private readonly List<(Candidate Candidate, Block Block, int Tokens)> _items = [];
    private readonly HashSet<int> _shownWhole = [];
    private readonly List<Candidate> _omitted = [];

    public BudgetedText(CodeGraph graph, ContextRequest request, ISourceReader sources)
    {
        (_graph, _request) = (graph, request);
        (_counter, _texts) = (TokenCounter.Get(request.Tokenizer), new NodeText(graph, sources));
        _format = request.Format switch { ContextFormat.Xml => new XmlFormat(), ContextFormat.Json => new JsonTextFormat(), _ => new MarkdownFormat() };
    }

    public ContextResult Write(IReadOnlyList<Candidate> candidates, IReadOnlyList<RankedFile> files)
    {
        var empty = new Frame(_request.Graph, 9999, 99999);
        int room = _request.MaxTokens - _counter.Count(_format.Begin(empty)) - _counter.Count(_format.End(empty));
        Fill(candidates, room);
        string text = Assemble();
        int tokens = _counter.Count(text);
        while (tokens > _request.MaxTokens && _items.Count > 0)
        {
            _omitted.Insert(0, _items[^1].Candidate);
            _items.RemoveAt(_items.Count - 1);
            text = Assemble();
            tokens = _counter.Count(text);
        }
        // Not even the frame fits.
        if (tokens > _request.MaxTokens) (text, tokens) = ("", 0);
        return new ContextResult([.. _items.Select(Item)], files, text, tokens) { Omitted = [.. _omitted.Take(MaxOmitted).Select(Omitted)] };
    }

    private void Fill(IReadOnlyList<Candidate> candidates, int room)
    {
        var whole = ChooseWhole(candidates, room);
        int used = whole.Values.Sum(w => w.Tokens);
        foreach (var candidate in candidates)
        {
            if (whole.TryGetValue(candidate.Node, out var code))
            {
                _items.Add((candidate, code.Block, code.Tokens));
                continue;
            }
            if (IsInsideShown(candidate.Node)) continue;
            if (Fold(candidate, room, used) is not { } folded)
            {
                _omitted.Add(candidate);
                continue;
            }
            _items.Add((candidate, folded.Block, folded.Tokens));
            used += folded.Tokens;
        }
    }

    /// <summary>
    /// What is shown whole. A long definition takes the place of several short ones, so that relevance counts less the longer it is.
    /// </summary>
    private Dictionary<int, (Block Block, int Tokens)> ChooseWhole(IReadOnlyList<Candidate> candidates, int room)
    {
        var whole = new Dictionary<int, (Block Block, int Tokens)>();
        if (_request.Code != CodeMode.Full) return whole;
        int used = 0;
        var around = new HashSet<int>();
        foreach (var candidate in candidates.Where(c => c.Relevance >= LeastForCode).OrderByDescending(Worth))
        {
            var type = _graph.Node(candidate.Node).Type;
            if ((type == NodeType.File && !candidate.Requested) || IsInsideShown(candidate.Node) || around.Contains(candidate.Node)) continue;
            if (!candidate.Requested && LinesOf(candidate) * FewTokensInLine > (ShareForCode * room) - used) continue;
            if (Measure(candidate, ContextDetail.Full) is not { } code || code.Tokens > Largest(candidate, type, room) || used + code.Tokens > ShareForCode * room) continue;
            whole.Add(candidate.Node, code);
            _shownWhole.Add(candidate.Node);
            used += code.Tokens;
            // What a method stands in would show it once more.
            for (int at = _graph.Node(candidate.Node).Parent; at >= 0; at = _graph.Node(at).Parent) around.Add(at);
        }
        return whole;
    }

    private double Worth(Candidate candidate) =>
        candidate.Requested ? 1 + candidate.Relevance : candidate.Relevance / Math.Pow(1 + (LinesOf(candidate) / UsualLines), PriceOfLength);

    private int LinesOf(Candidate candidate) => _graph.Node(candidate.Node).LineEnd - _graph.Node(candidate.Node).LineStart + 1;

    private (Block Block, int Tokens)? Fold(Candidate candidate, int room, int used)
    {
        if (_request.Code != CodeMode.None && candidate.Relevance >= LeastForSignature && Measure(candidate, ContextDetail.Signature) is { } signature
            && signature.Tokens <= LargestItem * room && used + signature.Tokens <= ShareForSignatures * room) return signature;
        return Measure(candidate, ContextDetail.Name) is { } name && used + name.Tokens <= room ? name : null;
    }

    /// <summary>
    /// What is asked for may take all. A large class is better folded, with room for those of its methods that matter, which are candidates
    /// themselves.
    /// </summary>
    private static double Largest(Candidate candidate, NodeType type, int room) =>
        candidate.Requested ? room : type == NodeType.Class ? Math.Clamp(LargestClass * room, SmallClass, Math.Max(SmallClass, LargestItem * room)) : LargestItem * room;

    private (Block Block, int Tokens)? Measure(Candidate candidate, ContextDetail detail)
    {
        string? code = detail switch
        {
            ContextDetail.Full => _texts.Whole(candidate.Node),
            ContextDetail.Signature => _texts.Signature(candidate.Node),
            _ => null,
        };
        if (detail != ContextDetail.Name && string.IsNullOrEmpty(code)) return null;
        var block = new Block(_graph.Node(candidate.Node), candidate.Reason, detail, code);
        return (block, _counter.Count(_format.Item(block, false)));
    }

    /// <summary>Whether its code is already there as part of something larger.</summary>
    private bool IsInsideShown(int node)
    {
        for (int at = node; at >= 0; at = _graph.Node(at).Parent)
            if (_shownWhole.Contains(at)) return true;
        return false;
    }

    private string Assemble()
    {
        var frame = new Frame(_request.Graph, _omitted.Count, _omitted.Count == 0 ? 0 : Cost(_omitted[0]));
        var text = new StringBuilder(_format.Begin(frame));
        for (int i = 0; i < _items.Count; i++) text.Append(_format.Item(_items[i].Block, i == 0));
        return text.Append(_format.End(frame)).ToString();
    }

    private int Cost(Candidate candidate) =>
        ((_request.Code == CodeMode.Full ? Measure(candidate, ContextDetail.Full) : null)
        ?? (_request.Code != CodeMode.None ? Measure(candidate, ContextDetail.Signature) : null)
        ?? Measure(candidate, ContextDetail.Name)!.Value).Tokens;

    private static ContextItem Item((Candidate Candidate, Block Block, int Tokens) item) =>
        new(item.Candidate.Node, item.Candidate.Relevance, item.Tokens, item.Candidate.Reason) { Detail = item.Block.Detail, Code = item.Block.Code };

    private OmittedItem Omitted(Candidate candidate) => new(candidate.Node, candidate.Relevance, Cost(candidate), candidate.Reason);
}

using System.Text.Json;
using System.Xml.Linq;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;
using CsCheck;
using Microsoft.ML.Tokenizers;

namespace CodexAura.Plugins.Context.Basic.Tests;

/// <summary>Whatever is asked: never a token too many, never half a line, and the same each time.</summary>
public sealed class BudgetTests
{
    private static readonly TiktokenTokenizer _tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    private static readonly Gen<ContextRequest> _requests =
        from budget in Gen.OneOf(Gen.Int[0, 60], Gen.Int[60, 600], Gen.Const(1_000_000))
        from format in Gen.Enum<ContextFormat>()
        from code in Gen.Enum<CodeMode>()
        from task in Gen.OneOf(Repositories.Choice("parse the header", "function_0_0 fails", "", "error message here"), Gen.String[0, 200])
        from symbol in Repositories.Choice("function_0_0", "function_1_2", "")
        from depth in Gen.Int[0, 5]
        from graph in Gen.Bool
        select new ContextRequest
        {
            MaxTokens = budget, Format = format, Code = code, Task = task, Depth = depth,
            Symbols = symbol.Length > 0 ? [symbol] : [], Files = ["pkg/file0.py"],
            Graph = graph ? new GraphState("0123456789abcdef", null, ["pkg/file0.py"]) : null,
        };

    [Fact]
    public void The_text_never_exceeds_the_budget() => Gen.Select(Repositories.Random, _requests).Sample((repository, request) =>
    {
        var result = repository.Ask(request);
        Assert.InRange(_tokenizer.CountTokens(result.Text), 0, request.MaxTokens);
        Assert.InRange(result.TotalTokens, _tokenizer.CountTokens(result.Text), request.MaxTokens);
    }, iter: 150);

    [Fact]
    public void Code_is_whole_lines_of_the_file() => Gen.Select(Repositories.Random, _requests).Sample((repository, request) =>
    {
        var graph = repository.Graph();
        foreach (var item in repository.Ask(request).Items.Where(i => i.Detail == ContextDetail.Full))
            Assert.Contains("\n" + item.Code + "\n", "\n" + repository.Read(graph.Node(item.Node).Path) + "\n", StringComparison.Ordinal);
    }, iter: 60);

    [Fact]
    public void The_same_request_gives_the_same_answer() => Gen.Select(Repositories.Random, _requests).Sample((repository, request) =>
    {
        ContextResult one = repository.Ask(request), other = repository.Ask(request);
        Assert.Equal(one.Text, other.Text);
        Assert.Equal(one.Items, other.Items);
        Assert.Equal(one.Files, other.Files);
        Assert.Equal(one.Omitted, other.Omitted);
    }, iter: 60);

    [Fact]
    public void Xml_and_json_can_be_read_whatever_the_code_is() => Gen.Select(Repositories.Random, _requests).Sample((repository, request) =>
    {
        string text = repository.Ask(request).Text;
        if (text.Length == 0) return;
        if (request.Format == ContextFormat.Xml) Assert.Equal("context", XDocument.Parse(text).Root!.Name.LocalName);
        if (request.Format == ContextFormat.Json) Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(text).RootElement.GetProperty("items").ValueKind);
    }, iter: 100);

    [Fact]
    public void Removing_an_unrelated_file_changes_nothing() => Gen.Select(Repositories.Random, Gen.Int[50, 2000]).Sample((repository, budget) =>
    {
        var request = new ContextRequest { Files = ["pkg/file0.py"], MaxTokens = budget };
        var before = repository.Ask(request);
        repository.File("other/unrelated.py", "def unrelated():\n    pass\n");
        var after = repository.Ask(request);
        Assert.Equal(before.Text, after.Text);
        Assert.Equal(before.Files, after.Files);
    }, iter: 60);

    [Fact]
    public void A_budget_too_small_for_anything_is_explained()
    {
        var result = Repositories.Shop().Ask(new ContextRequest { Task = "Cart.add is wrong", MaxTokens = 1 });

        Assert.Equal("", result.Text);
        Assert.Empty(result.Items);
        Assert.NotEmpty(result.Omitted);
        Assert.Contains("1 tokens are too few", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Detail_falls_from_code_to_signature_to_name()
    {
        var body = string.Join('\n', Enumerable.Range(0, 60).Select(i => $"    value_{i} = compute_the_thing({i})"));
        var repository = new TestRepository().File("pkg/a.py", $"def first(x):\n    return second(x)\ndef second(y):\n{body}\ndef third(z):\n{body}\n")
            .Edge("pkg/a.py::function::first", "pkg/a.py::function::second", EdgeTypes.Calls)
            .Edge("pkg/a.py::function::second", "pkg/a.py::function::third", EdgeTypes.Calls);

        var result = repository.Ask(new ContextRequest { Symbols = ["first"], MaxTokens = 260 });

        Assert.Equal(["first:Full", "second:Signature", "third:Signature"], result.Items.Select(i => repository.Graph().Node(i.Node).Name + ":" + i.Detail));
        Assert.Equal("def second(y)", result.Items[1].Code);
        Assert.DoesNotContain("value_0", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_can_be_left_out()
    {
        var none = Repositories.Shop().Ask(new ContextRequest { Symbols = ["Cart.total"], Code = CodeMode.None });
        var signatures = Repositories.Shop().Ask(new ContextRequest { Symbols = ["Cart.total"], Code = CodeMode.Signatures });

        Assert.All(none.Items, item => Assert.Null(item.Code));
        Assert.Equal("def total(self)", signatures.Items[0].Code);
    }

    [Fact]
    public void What_is_left_out_is_named_with_its_cost()
    {
        var repository = Repositories.Shop();
        var all = repository.Ask(new ContextRequest { Files = ["src/shop/cart.py"], MaxTokens = 100_000 });
        var few = repository.Ask(new ContextRequest { Files = ["src/shop/cart.py"], MaxTokens = all.TotalTokens / 3 });

        Assert.Empty(all.Omitted);
        Assert.NotEmpty(few.Omitted);
        Assert.All(few.Omitted, o => Assert.True(o.Tokens > 0));
        Assert.Contains($"{few.Omitted.Count} more are relevant; the next one takes {few.Omitted[0].Tokens} tokens", few.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_tokenizer_is_refused_with_those_there_are()
    {
        var thrown = Assert.Throws<ContextException>(() => Repositories.Shop().Ask(new ContextRequest { Task = "x", Tokenizer = "p50k" }));

        Assert.Equal("context.unknown_tokenizer", thrown.Code);
        Assert.Contains("o200k_base", thrown.Message, StringComparison.Ordinal);
    }
}

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
    private static readonly Dictionary<string, TiktokenTokenizer> _tokenizers =
        new[] { "o200k_base", "cl100k_base" }.ToDictionary(name => name, name => TiktokenTokenizer.CreateForEncoding(name));

    private static readonly Gen<ContextRequest> _requests =
        from budget in Gen.OneOf(Gen.Int[0, 60], Gen.Int[60, 600], Gen.Const(1_000_000))
        from format in Gen.Enum<ContextFormat>()
        from code in Gen.Enum<CodeMode>()
        from task in Repositories.Tasks
        from tokenizer in Repositories.Choice("o200k_base", "cl100k_base")
        from symbol in Repositories.Choice("function_0_0", "function_1_2", "")
        from depth in Gen.Int[0, 5]
        from graph in Gen.Bool
        select new ContextRequest
        {
            MaxTokens = budget, Format = format, Code = code, Task = task, Depth = depth, Tokenizer = tokenizer,
            Symbols = symbol.Length > 0 ? [symbol] : [], Files = ["pkg/file0.py"],
            Graph = graph ? new GraphState("0123456789abcdef", null, ["pkg/file0.py"]) : null,
        };

    [Fact]
    public void The_text_never_exceeds_the_budget() => Gen.Select(Repositories.Random, _requests).Sample((repository, request) =>
    {
        var result = repository.Ask(request);
        int tokens = _tokenizers[request.Tokenizer!].CountTokens(result.Text);
        Assert.InRange(tokens, 0, request.MaxTokens);
        Assert.InRange(result.TotalTokens, tokens, request.MaxTokens);
    }, iter: 400);

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
    public void Removing_a_file_that_has_nothing_to_do_with_a_task_changes_nothing() =>
        Gen.Select(Repositories.Random, Repositories.Tasks, Gen.Int[50, 2000]).Sample((repository, task, budget) =>
        {
            var request = new ContextRequest { Task = task, MaxTokens = budget };
            var before = repository.Ask(request);
            // A name that no task generated here can have a word of.
            repository.File("zzqqvv/zzqqvv.py", "def zzqqvv():\n    return zzqqvv\n" + string.Concat(Enumerable.Repeat("# zzqqvv\n", 200)));
            var after = repository.Ask(request);
            Assert.Equal(before.Text, after.Text);
            Assert.Equal(before.Files, after.Files);
        }, iter: 100);

    [Fact]
    public void A_large_class_is_folded_around_what_matters_in_it()
    {
        string filler = string.Concat(Enumerable.Range(0, 40).Select(i => $"    def step_{i}(self):\n        return self.advance({i}) + self.retreat({i}, by={i})\n"));
        var repository = new TestRepository().File("pkg/machine.py", "class Machine:\n" + filler + "    def overheat(self):\n        return self.temperature > 90\n");

        var result = repository.Ask(new ContextRequest { Task = "`Machine.overheat` compares the wrong temperature", MaxTokens = 1500 });

        var graph = repository.Graph();
        Assert.Equal(ContextDetail.Full, result.Items.Single(i => graph.Node(i.Node).Name == "overheat").Detail);
        Assert.DoesNotContain(result.Items, i => graph.Node(i.Node).Name == "Machine" && i.Detail == ContextDetail.Full);
    }

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

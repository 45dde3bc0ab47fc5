using CodexAura.Sdk.Context;
using CodexAura.Sdk.Graph;

namespace CodexAura.Plugins.Context.Basic.Tests;

/// <summary>Which file comes first for what a task says.</summary>
public sealed class TaskRankingTests
{
    [Theory]
    [InlineData("`Cart.add` takes anything", "src/shop/cart.py")]
    [InlineData("round_half_even() rounds down", "src/shop/money.py")]
    [InlineData("In shop/basket.py the list is never made", "src/shop/basket.py")]
    [InlineData("Wrong error\n\nValueError: quantity has to be at least one", "src/shop/cart.py")]
    [InlineData("Printing of receipts is broken", "src/shop/printing/receipt.py")]
    [InlineData("It fails\n```\nTraceback (most recent call last):\n  File \"x.py\", line 3, in <module>\n  File \"/usr/lib/site-packages/shop/money.py\", line 3, in sum\nTypeError: no\n```", "src/shop/money.py")]
    [InlineData("Clearing\n```python\nfrom shop.basket import Basket\nBasket().clear()\n```\nleaves something behind", "src/shop/basket.py")]
    public void The_file_that_is_meant_comes_first(string task, string expected)
    {
        var result = Repositories.Shop().Ask(new ContextRequest { Task = task });

        Assert.Equal(expected, result.Files[0].Path);
        Assert.Equal(1, result.Files[0].Relevance);
    }

    [Fact]
    public void What_a_package_passes_on_is_followed_to_where_it_is_defined()
    {
        var repository = new TestRepository()
            .File("src/bank/__init__.py", "from bank.core import *\n")
            .File("src/bank/core.py", "class Account:\n    def close(self):\n        pass\n")
            .File("src/bank/legacy.py", "class Account:\n    def close(self):\n        pass\n")
            .Edge("src/bank/__init__.py::file", "src/bank/core.py::file", EdgeTypes.Imports);

        string First(string code) => repository.Ask(new ContextRequest { Task = "It is wrong\n```python\n" + code + "\n```" }).Files[0].Path;

        Assert.Equal("src/bank/core.py", First("import bank as b\nb.Account().close()"));
        Assert.Equal("src/bank/core.py", First("from bank import Account as A\nA().close()"));
        Assert.Equal("src/bank/core.py", First("from bank import *\nAccount().close()"));
        Assert.Equal("src/bank/legacy.py", First("from bank.legacy import Account\nAccount().close()"));
    }

    [Fact]
    public void Words_with_a_hyphen_are_looked_for_together()
    {
        var repository = new TestRepository()
            .File("lint/a.py", "def check(node):\n    return 'member no'\n")
            .File("lint/b.py", "def check(node):\n    return 'no-member'\n");

        Assert.Equal("lint/b.py", repository.Ask(new ContextRequest { Task = "False positive for no-member" }).Files[0].Path);
    }

    [Fact]
    public void What_a_program_printed_leads_to_the_code_that_prints_it()
    {
        var repository = new TestRepository()
            .File("docs_tool/options.py", "def description(text):\n    return text\n\ndef option(text):\n    return text\n")
            .File("docs_tool/standard.py", "def parse(sig):\n    warn('Malformed line %r, should look like \"opt\" or \"-opt args\"', sig)\n");

        Assert.Equal("docs_tool/standard.py", repository.Ask(new ContextRequest
        {
            Task = "It complains since the last release\n```\nindex.rst:4:Malformed line '[enable=]X', should look like \"opt\" or \"-opt args\"\n```",
        }).Files[0].Path);
    }

    [Fact]
    public void Frames_in_a_file_that_was_renamed_are_known_by_their_function_and_lines()
    {
        var repository = new TestRepository()
            .File("plots/grid.py", "def draw(hue):\n    return hue\n\ndef grid(hue):\n    return draw(hue)\n")
            .File("plots/_new_core.py", "class Mapping:\n    def _lookup_single(self, key):\n        return self.norm(key)\n");
        const string Trace = "It fails for some data\n```\n~/site-packages/PACKAGE/_core.py in _lookup_single(self, key)\n    149   \n```";

        Assert.Equal("plots/_new_core.py", repository.Ask(new ContextRequest { Task = Trace.Replace("PACKAGE", "plots", StringComparison.Ordinal) }).Items[0] is { } item
            ? repository.Graph().Node(item.Node).Path : null);
        Assert.Contains(repository.Ask(new ContextRequest { Task = Trace.Replace("PACKAGE", "pandas", StringComparison.Ordinal) }).Items, i => i.Reason != "in the stack trace");
    }

    [Fact]
    public void A_name_behind_a_dot_means_a_member_and_one_without_a_function()
    {
        var repository = new TestRepository()
            .File("algebra/a.py", "def expand(expression):\n    pass\n")
            .File("algebra/b.py", "class Expression:\n    def expand(self):\n        pass\n");

        string First(string task) => repository.Ask(new ContextRequest { Task = task }).Files[0].Path;

        Assert.Equal("algebra/a.py", First("`expand(x)` is slow"));
        Assert.Equal("algebra/b.py", First("`x.expand()` is slow"));
    }

    [Fact]
    public void An_option_of_one_word_is_looked_for_with_its_dashes()
    {
        var repository = new TestRepository()
            .File("runner/a.py", "def fixtures(config):\n    return 'fixtures'\n")
            .File("runner/b.py", "def add(parser):\n    parser.add('--fixtures')\n");
        var scan = repository.Ask(new ContextRequest { Task = "Show more with --fixtures" });

        Assert.Contains(scan.Files, f => f.Path == "runner/b.py");
        Assert.Contains(("--", "fixtures"), Tasks.TaskQuery.Parse("Show more with --fixtures").Pairs);
    }

    [Fact]
    public void What_was_changed_before_for_a_similar_reason_comes_earlier()
    {
        var repository = new TestRepository();
        for (int i = 0; i < 5; i++) repository.File($"pkg/module{i}.py", $"def handle_{i}(payload):\n    return payload\n");
        var history = new History(new PastChange("Keep the payload of a proxy that redirects", ["pkg/module3.py", "CHANGES"]), new PastChange("Say hello", ["pkg/module1.py"]));
        var request = new ContextRequest { Task = "payload is lost when the proxy redirects" };

        Assert.Equal("pkg/module0.py", repository.Ask(request).Files[0].Path);
        Assert.Equal("pkg/module3.py", repository.Ask(request with { History = history }).Files[0].Path);
    }

    [Fact]
    public void Reasons_say_what_counted()
    {
        var repository = Repositories.Shop();
        var graph = repository.Graph();

        string Reason(ContextRequest request, string id) => repository.Ask(request).Items.Single(i => graph.Node(i.Node).Id == id).Reason;

        Assert.Equal("'round_half_even' is named", Reason(new ContextRequest { Task = "`round_half_even` rounds down" }, "src/shop/money.py::function::round_half_even"));
        Assert.Equal("asked for", Reason(new ContextRequest { Symbols = ["Cart.total"] }, "src/shop/cart.py::function::Cart.total"));
        Assert.Equal("called by total", Reason(new ContextRequest { Symbols = ["Cart.total"] }, "src/shop/money.py::function::Money.sum"));
        Assert.Equal("caller of total", Reason(new ContextRequest { Symbols = ["Cart.total"] }, "src/shop/printing/receipt.py::function::render"));
        Assert.Equal("base of Cart", Reason(new ContextRequest { Symbols = ["Cart"] }, "src/shop/basket.py::class::Basket"));
    }

    [Fact]
    public void Tests_come_after_what_they_test()
    {
        var files = Repositories.Shop().Ask(new ContextRequest { Task = "cart add sku quantity" }).Files.Select(f => f.Path).ToList();

        Assert.True(files.IndexOf("src/shop/cart.py") < files.IndexOf("tests/test_cart.py"));
    }

    [Fact]
    public void Depth_limits_how_far_edges_are_followed()
    {
        var repository = Repositories.Shop();
        var graph = repository.Graph();

        string[] Names(int depth) => [.. repository.Ask(new ContextRequest { Symbols = ["render"], Depth = depth }).Items.Select(i => graph.Node(i.Node).QualifiedName)];

        Assert.Equal(["render"], Names(0));
        Assert.Equal(["render", "Cart.total"], Names(1));
        Assert.Contains("Money.sum", Names(2));
        Assert.DoesNotContain("round_half_even", Names(2));
    }

    [Fact]
    public void Files_are_ranked_whatever_the_budget()
    {
        var repository = new TestRepository();
        for (int i = 0; i < 80; i++) repository.File($"pkg/module{i}.py", $"def handle_{i}(payload):\n    return payload\n");

        var result = repository.Ask(new ContextRequest { Task = "payload is lost", MaxTokens = 10 });

        Assert.True(result.Files.Count >= 50);
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        var result = Repositories.Shop().Ask(new ContextRequest { Files = ["nowhere.py"], Symbols = ["Nothing"] });

        Assert.Empty(result.Items);
        Assert.Equal(["The graph has no file 'nowhere.py'.", "The graph has no symbol 'Nothing'.",
            "Nothing in the graph fits: no file, name or word of the request occurs in the repository."], result.Notes);
    }

    [Fact]
    public async Task A_file_that_changed_since_gives_no_wrong_lines()
    {
        var repository = Repositories.Shop();
        var graph = repository.Graph();
        repository.File("src/shop/money.py", "# a new first line\n# and another\nAMOUNT = 1\n# nothing of it is left\n");

        var result = await new BasicContextProvider().GetContextAsync(
            new ContextRequest { Symbols = ["round_half_even"], Depth = 0 }, graph, repository, TestContext.Current.CancellationToken);

        var item = Assert.Single(result.Items);
        Assert.Equal(ContextDetail.Signature, item.Detail);
        Assert.Equal("round_half_even(amounts)", item.Code);
    }

    private sealed class History(params PastChange[] changes) : IChangeHistory
    {
        public Task<IReadOnlyList<PastChange>> ReadAsync(int limit, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<PastChange>>(changes);
    }
}

using CodexAura.Engine.Graphs;
using CodexAura.Engine.Tests.Support;
using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Graphs;

public sealed class SymbolSearchTests
{
    private readonly CodeGraph _graph = Make();

    [Theory]
    [InlineData("src/shop/cart.py::function::Cart.add", SymbolFit.Exact, "src/shop/cart.py::function::Cart.add")]
    [InlineData("src/shop/cart.py", SymbolFit.Exact, "src/shop/cart.py::file")]
    [InlineData("Cart.add", SymbolFit.Exact, "src/shop/cart.py::function::Cart.add")]
    [InlineData("Cart.add()", SymbolFit.Exact, "src/shop/cart.py::function::Cart.add")]
    [InlineData("shop.cart.Cart.add", SymbolFit.Qualified, "src/shop/cart.py::function::Cart.add")]
    [InlineData("src/shop/cart.py:Cart.add", SymbolFit.Exact, "src/shop/cart.py::function::Cart.add")]
    [InlineData("cart.py::add", SymbolFit.Name, "src/shop/cart.py::function::Cart.add")]
    [InlineData("cart.py", SymbolFit.Qualified, "src/shop/cart.py::file")]
    [InlineData("shop.orders", SymbolFit.Qualified, "src/shop/orders/__init__.py::file")]
    [InlineData("Inner.add", SymbolFit.Qualified, "src/shop/orders/__init__.py::function::Outer.Inner.add")]
    [InlineData("place_order", SymbolFit.Exact, "src/shop/orders/__init__.py::function::place_order")]
    [InlineData("CART.ADD", SymbolFit.IgnoringCase, "src/shop/cart.py::function::Cart.add")]
    [InlineData("plOrd", SymbolFit.Words, "src/shop/orders/__init__.py::function::place_order")]
    [InlineData("ord_line", SymbolFit.Words, "src/shop/cart.py::class::OrderedHTTPLine")]
    [InlineData("ace_ord", SymbolFit.Contains, "src/shop/orders/__init__.py::function::place_order")]
    public void The_best_match_comes_first(string text, SymbolFit fit, string id)
    {
        var found = SymbolSearch.Find(_graph, new SymbolQuery(text));
        Assert.Equal((fit, id), (found.Matches[0].Fit, _graph.Node(found.Matches[0].Node).Id));
        Assert.InRange(found.Total, 1, 10);
    }

    [Fact]
    public void Of_equal_matches_the_most_used_comes_first_and_tests_last() =>
        Assert.Equal(["tests/test_cart.py::function::add", "src/shop/cart.py::function::Cart.add", "src/shop/orders/__init__.py::function::Outer.Inner.add"],
            SymbolSearch.Find(_graph, new SymbolQuery("add")).Matches.Select(m => _graph.Node(m.Node).Id));

    [Fact]
    public void Kind_path_and_limit_narrow_it_down()
    {
        Assert.All(SymbolSearch.Find(_graph, new SymbolQuery("cart") { Type = NodeType.Class }).Matches, m => Assert.Equal(NodeType.Class, _graph.Node(m.Node).Type));
        Assert.All(SymbolSearch.Find(_graph, new SymbolQuery("add") { Path = "src/shop/orders/" }).Matches, m => Assert.StartsWith("src/shop/orders/", _graph.Node(m.Node).Path, StringComparison.Ordinal));
        Assert.Empty(SymbolSearch.Find(_graph, new SymbolQuery("Cart.add") { Path = "src/sho" }).Matches);
        var one = SymbolSearch.Find(_graph, new SymbolQuery("add") { Limit = 1 });
        Assert.Single(one.Matches);
        Assert.Equal(3, one.Total);
    }

    [Theory]
    [InlineData("Cart.ad", "Cart.add")]
    [InlineData("palce_order", "place_order")]
    [InlineData("order_place", "place_order")]
    [InlineData("OrderdHttpLine", "OrderedHTTPLine")]
    [InlineData("Basket.add", "Cart.add")]
    public void What_is_misspelled_finds_its_neighbours(string text, string nearest)
    {
        var found = SymbolSearch.Nearest(_graph, text);
        Assert.InRange(found.Count, 1, SymbolSearch.Suggestions);
        Assert.Contains(nearest, found.Select(n => _graph.Node(n).QualifiedName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("::")]
    [InlineData("....")]
    [InlineData("()")]
    [InlineData("zzzzzzzzzzzzqqqqqqq")]
    public void What_is_like_nothing_finds_nothing(string text) =>
        Assert.Equal(0, SymbolSearch.Find(_graph, new SymbolQuery(text)).Total);

    [Theory]
    [InlineData("HTTPServer_v2", "http,server,v2")]
    [InlineData("__init__", "init")]
    [InlineData("getUserName", "get,user,name")]
    [InlineData("Übergröße2X", "übergröße2,x")]
    [InlineData("a.b_C", "a,b,c")]
    [InlineData("", "")]
    public void Identifiers_are_taken_apart_into_words(string identifier, string words) =>
        Assert.Equal(words, string.Join(',', IdentifierWords.Split(identifier)));

    private static CodeGraph Make()
    {
        var builder = new GraphBuilder();
        int cart = builder.AddFile("src/shop/cart.py", 50);
        int cartClass = builder.AddDefinition(NodeType.Class, cart, "Cart", 1, 20);
        int add = builder.AddDefinition(NodeType.Function, cartClass, "Cart.add", 2, 5, 1);
        builder.AddDefinition(NodeType.Class, cart, "OrderedHTTPLine", 30, 40);
        int orders = builder.AddFile("src/shop/orders/__init__.py", 50);
        int outer = builder.AddDefinition(NodeType.Class, orders, "Outer", 1, 20);
        int inner = builder.AddDefinition(NodeType.Class, outer, "Outer.Inner", 2, 20);
        builder.AddDefinition(NodeType.Function, inner, "Outer.Inner.add", 3, 5, 1);
        int place = builder.AddDefinition(NodeType.Function, orders, "place_order", 30, 35, 1);
        int tests = builder.AddFile("tests/test_cart.py", 10);
        builder.AddDefinition(NodeType.Function, tests, "add", 1, 2, 1);
        builder.AddEdge(place, add, EdgeTypes.Calls, 31, Confidence.Exact);
        return builder.Build(Support.Graphs.Repository);
    }
}

using CodexAura.Sdk.Graph;

namespace CodexAura.Engine.Tests.Support;

/// <summary>Small graphs for tests.</summary>
internal static class Graphs
{
    public static readonly RepositoryInfo Repository = new("/src/shop", "shop", "0123456789abcdef0123456789abcdef01234567");

    /// <summary>Two files, a class with a base, a method of complexity 6 that four others call.</summary>
    public static CodeGraph Shop(RepositoryInfo? repository = null)
    {
        var builder = new GraphBuilder();
        int cart = builder.AddFile("shop/cart.py", 40, "Carts — für alle.");
        int money = builder.AddFile("shop/money.py", 20);
        int cartClass = builder.AddDefinition(NodeType.Class, cart, "Cart", 3, 40, docstring: "A \"cart\".\nOf things.");
        int add = builder.AddDefinition(NodeType.Function, cartClass, "Cart.add", 5, 20, 6, "Adds.", "(self, x: int) -> str");
        int[] users = [.. Enumerable.Range(0, 4).Select(i => builder.AddDefinition(NodeType.Function, cart, $"use{i}", 21 + i, 21 + i, 1, signature: "()"))];
        int moneyClass = builder.AddDefinition(NodeType.Class, money, "Money", 1, 10);
        builder.AddEdge(cart, money, EdgeTypes.Imports, 1, Confidence.Exact);
        builder.AddEdge(cartClass, moneyClass, EdgeTypes.Extends, 3, Confidence.Inferred);
        foreach (int user in users) builder.AddEdge(user, add, EdgeTypes.Calls, 21, Confidence.Heuristic);
        builder.AddEdge(add, moneyClass, EdgeTypes.Calls, 9, Confidence.Exact);
        builder.AddEdge(add, moneyClass, EdgeTypes.Calls, 7, Confidence.Inferred);
        builder.AddDiagnostic(new Diagnostic("CA2001", DiagnosticSeverity.Warning, "shop/cart.py", 3, "Odd."));
        builder.AddUnresolved(EdgeTypes.Calls, "external", 7);
        builder.AddUnresolved(EdgeTypes.Calls, "unknown receiver", 2);
        builder.AddUnresolved(EdgeTypes.Imports, "external", 3);
        return builder.Build(repository ?? Repository);
    }
}

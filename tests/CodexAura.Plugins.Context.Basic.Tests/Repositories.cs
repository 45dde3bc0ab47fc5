using CodexAura.Sdk.Graph;
using CsCheck;

namespace CodexAura.Plugins.Context.Basic.Tests;

/// <summary>Repositories to test with.</summary>
internal static class Repositories
{
    private static readonly string[] _words =
        ["parse", "header", "Request", "session", "<|endoftext|>", "```", "]]>", "\"quote\"", "é", "日本語", "🎈🎈", "\ud83c", "\udf88x", "\u0001", "\u2028", "\ufeff", "<|endofprompt|>", "a\u0301\u0300", "]]]]>", "&amp;", "x", "error message here", "\t", "___", "{}"];

    /// <summary>Random files with random functions, odd text in them, and random edges.</summary>
    public static readonly Gen<TestRepository> Random =
        from files in Gen.Int[1, 6]
        from functions in Gen.Int[0, 8].Array[files]
        from text in Choice(_words).Array[1, 60]
        from edges in Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]).Array[0, 20]
        select Make(functions, text, edges);

    /// <summary>A small shop with a package, a re-export, a base class and a test.</summary>
    public static TestRepository Shop() => new TestRepository()
        .File("src/shop/__init__.py", "from shop.cart import Cart\n")
        .File("src/shop/cart.py", """
            from shop.money import Money

            class Cart(Basket):
                def add(self, sku, quantity=1):
                    if quantity < 1:
                        raise ValueError("quantity has to be at least one")
                    self.lines.append(sku)

                def total(self):
                    return Money.sum(line.price for line in self.lines)
            """)
        .File("src/shop/basket.py", """
            class Basket:
                def clear(self):
                    self.lines = []
            """)
        .File("src/shop/money.py", """
            class Money:
                def sum(amounts):
                    return round_half_even(amounts)

            def round_half_even(amounts):
                return sorted(amounts)
            """)
        .File("src/shop/printing/receipt.py", """
            def render(cart):
                return cart.total()
            """)
        .File("tests/test_cart.py", """
            def test_add_quantity():
                cart = Cart()
                cart.add("sku", quantity=0)
            """)
        .Edge("src/shop/__init__.py::file", "src/shop/cart.py::file", EdgeTypes.Imports)
        .Edge("src/shop/cart.py::file", "src/shop/money.py::file", EdgeTypes.Imports)
        .Edge("src/shop/cart.py::class::Cart", "src/shop/basket.py::class::Basket", EdgeTypes.Extends)
        .Edge("src/shop/cart.py::function::Cart.total", "src/shop/money.py::function::Money.sum", EdgeTypes.Calls)
        .Edge("src/shop/money.py::function::Money.sum", "src/shop/money.py::function::round_half_even", EdgeTypes.Calls)
        .Edge("src/shop/printing/receipt.py::function::render", "src/shop/cart.py::function::Cart.total", EdgeTypes.Calls)
        .Edge("tests/test_cart.py::function::test_add_quantity", "src/shop/cart.py::function::Cart.add", EdgeTypes.Calls);

    /// <summary>Tasks in words, code and noise.</summary>
    public static readonly Gen<string> Tasks = Gen.OneOf(
        Choice("parse the header", "function_0_0 fails", "", "error message here", "from pkg.file0 import *\nfunction_0_1()", "`no-header` and --no-header", "File \"pkg/file1.py\", line 2, in function_1_0"),
        Gen.String[0, 200],
        Choice(_words).Array[0, 30].Select(words => string.Join(' ', words)));

    /// <summary>One of these.</summary>
    public static Gen<string> Choice(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static TestRepository Make(int[] functions, string[] words, (int From, int To)[] edges)
    {
        var repository = new TestRepository();
        var ids = new List<string>();
        int next = 0;
        for (int f = 0; f < functions.Length; f++)
        {
            var lines = new List<string> { "# " + words[f % words.Length] };
            for (int i = 0; i < functions[f]; i++)
            {
                lines.Add($"def function_{f}_{i}(a, b):");
                for (int l = 0; l <= (i * 3) + f; l++) lines.Add("    " + words[next++ % words.Length] + " " + words[next++ % words.Length]);
                ids.Add($"pkg/file{f}.py::function::function_{f}_{i}");
            }
            repository.File($"pkg/file{f}.py", string.Join('\n', lines));
        }
        foreach (var (from, to) in edges)
            if (from < ids.Count && to < ids.Count && from != to) repository.Edge(ids[from], ids[to], EdgeTypes.Calls);
        return repository;
    }
}

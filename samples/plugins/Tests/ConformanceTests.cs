using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Context;
using CodexAura.Sdk.Impact;
using CodexAura.Sdk.Storage;
using CodexAura.Sdk.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Sample.ChurnContext;
using Sample.JavaScript;
using Sample.TestNames;

namespace Sample.Tests;

public sealed class JavaScriptTests : LanguageAnalyzerConformance
{
    protected override IReadOnlyList<SourceFile> Sample =>
    [
        Source("src/money.mjs", "export class Money { constructor() {} }\nexport const round = x => helper(x);\nfunction helper(x) { return x; }\n"),
        Source("src/cart.mjs", "import { round as r, Money } from './money.mjs';\nexport class Cart extends Money {\n  total() { return r(this.sum()); }\n  sum() { return 1; }\n}\n"),
        Source("test.js", "const cart = require('./src/cart.mjs');\nfunction run() { return new cart.Cart(); }\n"),
    ];

    protected override ILanguageAnalyzer Create() => new JavaScriptAnalyzer();

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);

    [Fact]
    public void A_call_leads_through_an_import() => AnalyzerFixture.Check(new JavaScriptAnalyzer(), """
        //- src/money.mjs
        export function round(x) { return x; }
        //- main.mjs
        import { round as r } from './src/money.mjs';
        //                         ^^^^^^^^^^^^^^^^^ imports src/money.mjs
        function run() { return r(1); }
        //                      ^ calls round
        """, new FixtureOptions { Comment = "//" });
}

public sealed class FolderStoreTests : GraphStoreConformance
{
    protected override StoreCapabilities Capabilities => StoreCapabilities.Durable;

    protected override IGraphStore Open(StoreLocation location) => new FolderStore.FolderStore(location);

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}

public sealed class ChurnContextTests : ContextProviderConformance
{
    protected override IContextProvider Create() => new ChurnContextProvider(NullLogger<ChurnContextProvider>.Instance);

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}

public sealed class TestNamesTests : ImpactAnalyzerConformance
{
    protected override IImpactAnalyzer Create() => new TestNamesImpactAnalyzer();

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}

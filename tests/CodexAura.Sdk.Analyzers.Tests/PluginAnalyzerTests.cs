using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CodexAura.Sdk.Storage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CodexAura.Sdk.Analyzers.Tests;

/// <summary>Mistakes of authors, as the compiler sees them.</summary>
public sealed class PluginAnalyzerTests
{
    private const string Good = """
        [ExportGraphStore("shelf"), Shared]
        public sealed class Shelf : StoreBase;
        """;

    private const string Manifest = """{ "id": "acme.shelf", "version": "1.0.0", "assembly": "Acme.dll", "sdk": "[0.1,1.0)", "kinds": ["store"], }""";

    [Fact]
    public async Task A_plugin_without_mistakes_has_none() => await ExpectAsync(Good, Manifest);

    [Theory]
    [InlineData("AURA2001 Shelf", "[ExportGraphStore(\"shelf\")] public sealed class Shelf : StoreBase;")]
    [InlineData("AURA2002 Shelf", "public sealed class Shelf : StoreBase;")]
    [InlineData("AURA2003 Shelf", "[ExportGraphStore(\"shelf\"), Shared] public sealed class Shelf;")]
    [InlineData("AURA2004 Shelf", "[ExportGraphStore(\"shelf\"), Shared] public sealed class Shelf(StoreLocation location) : StoreBase { public string F = location.Directory; }")]
    [InlineData("AURA2005 Shelf", "[ExportGraphStore(\"shelf\"), Shared] public abstract class Shelf : StoreBase;")]
    [InlineData("AURA2005 Shelf", "[ExportGraphStore(\"shelf\"), Shared] public class Shelf<T> : StoreBase;")]
    [InlineData("AURA2006 Console.Out", Good + "class Talks { void Say() => Console.Out.Flush(); }")]
    [InlineData("AURA2006 Console.WriteLine(1)", Good + "class Talks { void Say() => Console.WriteLine(1); }")]
    [InlineData("AURA2006 System.Console.OpenStandardOutput()", Good + "class Talks { object Say() => System.Console.OpenStandardOutput(); }")]
    public async Task A_mistake_is_reported_where_it_is(string expected, string source) => await ExpectAsync(source, null, expected);

    [Theory]
    [InlineData("[ExportGraphStore(\"shelf\"), Shared] [method: ImportingConstructor] public sealed class Shelf(StoreLocation location) : StoreBase { public string F = location.Directory; }")]
    [InlineData(Good + "public sealed class Wrapper : StoreBase;")]
    [InlineData(Good + "class Quiet { void Say() => Console.Error.WriteLine(1); }")]
    [InlineData(Good + "static class Console2 { public static void WriteLine() { } } class Other { void Say() => Console2.WriteLine(); }")]
    public async Task What_is_right_is_not_reported(string source) => await ExpectAsync(source, Manifest);

    [Theory]
    [InlineData("AURA2011", """{ "id": "acme.shelf" "version": "1.0.0" }""")]
    [InlineData("AURA2011", "[]")]
    [InlineData("AURA2011", """{ "id": "acme.shelf""")]
    [InlineData("AURA2011", "{} {}")]
    [InlineData("AURA2012", """{ "id": "../up", "version": "1.0.0", "assembly": "Acme.dll", "sdk": "[0.1,1.0)", "kinds": ["store"] }""")]
    [InlineData("AURA2012", """{ "id": "a", "version": "one", "assembly": "Acme.dll", "sdk": "[0.1,1.0)", "kinds": ["store"] }""")]
    [InlineData("AURA2012", """{ "id": "a", "version": "1.0.0", "assembly": "Acme.dll", "sdk": "any", "kinds": ["store"] }""")]
    [InlineData("AURA2012", """{ "id": "a", "version": "1.0.0", "assembly": "Acme.dll", "sdk": "[0.1,1.0)", "kinds": ["shop"] }""")]
    [InlineData("AURA2012", """{ "id": "a", "version": "1.0.0", "sdk": "[0.1,1.0)", "kinds": ["store"] }""")]
    [InlineData("AURA2013", """{ "id": "a", "version": "1.0.0", "assembly": "Other.dll", "sdk": "[0.1,1.0)", "kinds": ["store"] }""")]
    [InlineData("AURA2014", """{ "id": "a", "version": "1.0.0", "assembly": "Acme.dll", "sdk": "[0.1,1.0)", "kinds": ["store", "impact"] }""")]
    [InlineData("AURA2015", """{ "id": "a", "version": "1.0.0", "assembly": "Acme.dll", "sdk": "[0.1,1.0)", "kinds": ["impact"] }""", "AURA2014")]
    public async Task A_manifest_is_checked(string expected, string manifest, string? also = null)
    {
        var found = await FindAsync(Good, manifest, isPlugin: true);
        Assert.Equal(new[] { expected, also }.OfType<string>().Order(StringComparer.Ordinal), found.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.All(found, d => Assert.Equal("/acme/plugin.json", d.Location.GetLineSpan().Path));
    }

    [Fact]
    public async Task A_mistake_in_the_manifest_has_its_line()
    {
        var found = Assert.Single(await FindAsync(Good, "{ // a comment\n  \"id\": \"a\",\n  \"version\": \"one\", \"assembly\": \"Acme.dll\", \"sdk\": \"0.1\", \"kinds\": [\"store\"] }", isPlugin: true));
        Assert.Equal((2, 13), (found.Location.GetLineSpan().StartLinePosition.Line, found.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Fact]
    public async Task Projects_that_are_no_plugins_are_left_alone() =>
        Assert.Empty(await FindAsync("public sealed class Shelf : StoreBase { void Say() => Console.WriteLine(1); }", null, isPlugin: false));

    private static async Task ExpectAsync(string source, string? manifest, params string[] expected)
    {
        var found = await FindAsync(source, manifest, isPlugin: true);
        Assert.Equal(expected, found.Select(d => $"{d.Id} {d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}"));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string source, string? manifest, bool isPlugin)
    {
        const string Usings = "using System; using System.Collections.Generic; using System.Composition; using System.Threading; using System.Threading.Tasks; using CodexAura.Sdk.Graph; using CodexAura.Sdk.Storage;\n";
        const string Base = """
            public abstract class StoreBase : IGraphStore
            {
                public Task SaveAsync(GraphInfo info, CodeGraph graph, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public Task<CodeGraph?> LoadAsync(string graphId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public Task<IReadOnlyList<GraphInfo>> ListAsync(string? repositoryPath = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public Task<bool> DeleteAsync(string graphId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Console.dll" or "System.Composition.AttributedModel.dll" or "netstandard.dll")
            .Append(typeof(IGraphStore).Assembly.Location).Distinct().Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("Acme", [CSharpSyntaxTree.ParseText(Usings + source + Base, cancellationToken: TestContext.Current.CancellationToken)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error));
        AdditionalText[] files = manifest is null ? [] : [new Text("/acme/plugin.json", manifest)];
        var options = new AnalyzerOptions([.. files], new Properties(isPlugin));
        var found = await compilation.WithAnalyzers([new PluginAnalyzer()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(found, d => d.Id.StartsWith("AD", StringComparison.Ordinal));
        return found;
    }

    private sealed class Text(string path, string content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }

    private sealed class Properties(bool isPlugin) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => new Global(isPlugin);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Global(bool isPlugin) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.IsCodexAuraPlugin" && isPlugin ? "true" : null;
            return value is not null;
        }
    }
}

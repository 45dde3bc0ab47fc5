using System.Composition;
using System.Composition.Hosting;
using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Graph;
using CodexAura.Sdk.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.Composition.Tests;

/// <summary>Parts that are made without MEF's container are what MEF would have made.</summary>
public sealed class PlainPartsTests
{
    [Theory]
    [InlineData(typeof(Once))]
    [InlineData(typeof(EachTime))]
    [InlineData(typeof(Twice))]
    [InlineData(typeof(WithService))]
    public void A_plain_part_is_exported_shared_and_disposed_as_by_mef(Type type)
    {
        var part = PlainPart.Read(type, [.. ExportScan.Of(type)]);
        Assert.NotNull(part);

        Assert.Equal(Describe(Composed(type)), Describe(Plain(type)));
    }

    [Theory]
    [InlineData(typeof(ByProperty))]
    [InlineData(typeof(ByName))]
    [InlineData(typeof(AfterImports))]
    [InlineData(typeof(WithMetadata))]
    [InlineData(typeof(Bounded))]
    [InlineData(typeof(ExportsProperty))]
    [InlineData(typeof(NamedParameter))]
    [InlineData(typeof(NoConstructor))]
    [InlineData(typeof(OtherContract))]
    [InlineData(typeof(Undiscoverable))]
    public void What_asks_for_more_is_left_to_mef(Type type) => Assert.Null(PlainPart.Read(type, [.. ExportScan.Of(type)]));

    [Fact]
    public void A_part_that_needs_what_the_plugin_exports_is_left_to_mef() =>
        Assert.Null(PlainParts.Of([typeof(Itself), typeof(NeedsItself)], [.. ExportScan.Of(typeof(Itself)), .. ExportScan.Of(typeof(NeedsItself))], Bridge(typeof(Itself)), () => throw new InvalidOperationException()));

    [Fact]
    public void What_the_host_does_not_offer_is_told_by_mef()
    {
        // One each: a container that failed to compose says nothing the second time.
        using var asked = Unsatisfied();
        using var made = Unsatisfied();

        Assert.Throws<CompositionFailedException>(() => asked.Exports<IMark, IDictionary<string, object>>().ToArray());
        Assert.Throws<CompositionFailedException>(() => made.Make(typeof(IMark)));

        static PlainParts Unsatisfied() => PlainParts.Of([typeof(NeedsAnother)], [.. ExportScan.Of(typeof(NeedsAnother))], Bridge(typeof(NeedsAnother)), () => Container(typeof(NeedsAnother)))!;
    }

    [Fact]
    public void Metadata_that_is_missing_takes_the_default_or_is_an_error()
    {
        using var plain = Plain(typeof(Once));
        using var mef = Composed(typeof(Once));
        foreach (var parts in (IPluginParts[])[plain, mef])
        {
            Assert.Equal("nothing", parts.Exports<IMark, Defaulted>().Single().Metadata.Other);
            Assert.Throws<CompositionFailedException>(() => parts.Exports<IMark, Lacking>().Single().Metadata);
        }
    }

    [Fact]
    public void Nothing_is_made_before_it_is_asked_for_nor_after_the_end()
    {
        int before = Once.Count;
        var parts = Plain(typeof(Once));
        var export = parts.Exports<IMark, IDictionary<string, object>>().Single();
        Assert.Equal(before, Once.Count);
        Assert.Equal(before + 1, export.Value is Once ? Once.Count : 0);
        parts.Dispose();
        parts.Dispose();
        Assert.Throws<ObjectDisposedException>(() => parts.Exports<IMark, IDictionary<string, object>>());
    }

    private static List<string> Describe(IPluginParts parts)
    {
        var said = new List<string>();
        var made = new List<object>();
        foreach (int turn in (int[])[1, 2])
        {
            foreach (var export in parts.Exports<IMark, IDictionary<string, object>>()) Add("mark", export.Value, export.Metadata);
            foreach (var export in parts.Exports<IGraphStore, IDictionary<string, object>>()) Add("store", export.Value, export.Metadata);
            foreach (var export in parts.Exports<ILanguageAnalyzer, AnalyzerMetadata>())
                Add($"{export.Metadata.Language} {string.Join(' ', export.Metadata.Extensions)}", export.Value, new Dictionary<string, object>());
        }
        parts.Make(typeof(IMark));
        parts.Dispose();
        said.AddRange(made.Distinct().OfType<Once>().Select(part => "disposed " + part.IsDisposed));
        return said;

        void Add(string what, object part, IDictionary<string, object> metadata)
        {
            int seen = made.FindIndex(other => ReferenceEquals(other, part));
            if (seen < 0) made.Add(part);
            string data = string.Join(' ', metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value}"));
            said.Add($"{what} {part.GetType().Name} {(seen < 0 ? "new" : "the same")} {data} {(part as WithService)?.Time}");
        }
    }

    private static ServiceBridge Bridge(params Type[] types) =>
        new(static () => new ServiceCollection().AddSingleton("noon").BuildServiceProvider(), types.SelectMany(type => type.GetCustomAttributes(false).OfType<ExportAttribute>().Select(export => export.ContractType ?? type)).ToHashSet());

    private static CompositionHost Container(Type type) => new ContainerConfiguration().WithParts(type).WithProvider(Bridge(type)).CreateContainer();

    private static ComposedParts Composed(Type type) => new(Container(type));

    private static PlainParts Plain(Type type) => PlainParts.Of([type], [.. ExportScan.Of(type)], Bridge(type), () => throw new InvalidOperationException("It is not plain."))!;

    public interface IMark;

    public sealed class Defaulted
    {
        [System.ComponentModel.DefaultValue("nothing")]
        public string Other { get; set; } = "";
    }

    public sealed class Lacking
    {
        public string Other { get; set; } = "";
    }

    [Export(typeof(IMark)), Shared]
    public sealed class Once : IMark, IDisposable
    {
        public Once() => Count++;

        public static int Count { get; private set; }

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    [Export(typeof(IMark))]
    public sealed class EachTime : IMark;

    [Export(typeof(IMark)), ExportAnalyzer("odd", ".odd", ".od"), Shared]
    public sealed class Twice : IMark, ILanguageAnalyzer
    {
        public string FactsVersion => "1";

        public FileFacts Extract(SourceFile source, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Resolve(IReadOnlyList<FileFacts> files, GraphBuilder graph, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    [Export(typeof(IMark)), Shared]
    [method: ImportingConstructor]
    public sealed class WithService(string time) : IMark
    {
        public string Time => time;
    }

    [Export(typeof(IMark))]
    [method: ImportingConstructor]
    public sealed class NeedsAnother(Once other) : IMark
    {
        public Once Other => other;
    }

    [Export]
    public sealed class Itself;

    [Export(typeof(IMark))]
    [method: ImportingConstructor]
    public sealed class NeedsItself(Itself other) : IMark
    {
        public Itself Other => other;
    }

    [Export(typeof(IMark))]
    public sealed class ByProperty : IMark
    {
        [Import]
        public string Time { get; set; } = "";
    }

    [Export("a name", typeof(IMark))]
    public sealed class ByName : IMark;

    [Export(typeof(IMark))]
    public sealed class AfterImports : IMark
    {
        [OnImportsSatisfied]
        public void Ready() => GC.KeepAlive(this);
    }

    [Export(typeof(IMark)), ExportMetadata("Other", "x")]
    public sealed class WithMetadata : IMark;

    [Export(typeof(IMark)), Shared("request")]
    public sealed class Bounded : IMark;

    [Export(typeof(IMark))]
    public sealed class ExportsProperty : IMark
    {
        [Export]
        public string Time => "noon";
    }

    [Export(typeof(IMark))]
    [method: ImportingConstructor]
    public sealed class NamedParameter([Import("a name")] string time) : IMark
    {
        public string Time => time;
    }

    [Export(typeof(IMark))]
    public sealed class NoConstructor(string time) : IMark
    {
        public string Time => time;
    }

    [Export(typeof(IDisposable))]
    public sealed class OtherContract : IMark;

    [Export(typeof(IMark)), PartNotDiscoverable]
    public sealed class Undiscoverable : IMark;
}

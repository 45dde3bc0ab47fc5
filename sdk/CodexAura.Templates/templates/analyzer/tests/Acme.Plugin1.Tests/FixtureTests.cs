using CodexAura.Sdk.Testing;

namespace Acme.Plugin1.Tests;

/// <summary>Source with the expected edges written under it. What nobody annotated fails the test.</summary>
public sealed class FixtureTests
{
    [Fact]
    public void A_call_leads_to_the_imported_function() => Check("""
        #- lib/util.toyext
        function load
        #- main.toyext
        import lib/util.toyext
        #      ^^^ imports lib/util.toyext
        function run
        call load
        #    ^^^^ calls load from run
        """);

    [Fact]
    public void The_file_itself_calls_what_stands_outside_of_functions() => Check("""
        #- main.toyext
        call run
        #    ^^^ calls run from main.toyext
        function run
        """);

    private static void Check(string fixture) => AnalyzerFixture.Check(new PluginAnalyzer(), fixture);
}

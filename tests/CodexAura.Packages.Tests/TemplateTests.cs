using System.Text.RegularExpressions;
using CodexAura.EndToEnd.Tests;

namespace CodexAura.Packages.Tests;

/// <summary>What a new author gets: a solution that builds, with its tests green, and a plugin that can be installed.</summary>
public sealed class TemplateTests(PackedSamples packed) : IDisposable
{
    private readonly Aura _aura = new();

    public void Dispose() => _aura.Dispose();

    [Fact]
    public async Task Every_template_builds_passes_its_suite_and_is_installed()
    {
        string hive = _aura.In("hive"), work = _aura.In("work");
        Directory.CreateDirectory(work);
        await File.WriteAllTextAsync(Path.Join(work, "nuget.config"),
            $"<configuration><packageSources><add key=\"codex-aura\" value=\"{packed.Packages}\" /></packageSources></configuration>", TestContext.Current.CancellationToken);
        await PackedSamples.RunAsync(work, "dotnet", "new", "install", Path.Join(packed.Packages, $"CodexAura.Templates.{packed.Version}.nupkg"), "--debug:custom-hive", hive);
        // As the pages about writing plugins say, with another name.
        string[] kinds = ["analyzer", "store", "context", "impact", "module"];
        foreach (string kind in kinds)
        {
            string page = await File.ReadAllTextAsync(Path.Join(Aura.RepositoryRoot, "docs", "plugins", kind + ".md"), TestContext.Current.CancellationToken);
            string options = Assert.Single(Regex.Matches(page, $@"^dotnet new codexaura-{kind} -n \S+(.*)$", RegexOptions.Multiline)).Groups[1].Value;
            await PackedSamples.RunAsync(work, "dotnet", ["new", "codexaura-" + kind, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "-n", $"My.{kind}", "-o", kind, "--debug:custom-hive", hive]);
        }
        // One build for all: starting one costs more than the compilation.
        await File.WriteAllTextAsync(Path.Join(work, "All.proj"), """
            <Project>
              <ItemGroup><P Include="*/*.slnx" /><L Include="*/src/*/*.csproj" /></ItemGroup>
              <Target Name="Build">
                <MSBuild Projects="@(P)" Targets="Restore" Properties="Configuration=Release" />
                <MSBuild Projects="@(P)" Targets="Build" Properties="Configuration=Release;Restored=true" />
                <MSBuild Projects="@(L)" Targets="PackPlugin" Properties="Configuration=Release;Restored=true;NoBuild=true" />
              </Target>
            </Project>
            """, TestContext.Current.CancellationToken);
        string built = await PackedSamples.RunAsync(work, "dotnet", "msbuild", "All.proj", "-nologo", "-v:m");
        Assert.DoesNotContain("warning", built, StringComparison.OrdinalIgnoreCase);
        foreach (string kind in kinds)
        {
            string tests = await PackedSamples.RunAsync(work, Path.Join(work, kind, "tests", $"My.{kind}.Tests", "bin", "Release", "net10.0", $"My.{kind}.Tests"));
            Assert.Contains("Failed: 0", tests, StringComparison.Ordinal);
            Assert.DoesNotContain("Total: 0", tests, StringComparison.Ordinal);
            string zip = Assert.Single(Directory.EnumerateFiles(Path.Join(work, kind, "src", $"My.{kind}", "bin", "plugins"), $"my.{kind}.0.1.0.zip"));
            (await _aura.RunAsync("plugins", "install", zip)).Exits(0);
        }
        var list = (await _aura.RunAsync("plugins", "list", "--json")).Exits(0).Json.EnumerateArray().Where(p => p.GetProperty("id").GetString()!.StartsWith("my.", StringComparison.Ordinal));
        Assert.Equal(kinds.Select(k => $"my.{k} active").Order(StringComparer.Ordinal), list.Select(p => $"{p.GetProperty("id").GetString()} {p.GetProperty("state").GetString()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_tool_is_installed_from_its_package_and_works()
    {
        string config = _aura.Write("nuget.config", $"<configuration><packageSources><clear /><add key=\"codex-aura\" value=\"{packed.Packages}\" /></packageSources></configuration>");
        await PackedSamples.RunAsync(_aura.Folder, "dotnet", "tool", "install", "codex-aura", "--tool-path", _aura.In("tools"), "--version", packed.Version, "--configfile", config);
        var run = (await _aura.RunUnderAsync(_aura.In("tools/codex-aura"), "analyze", Aura.Shop)).Exits(0);
        Assert.Contains("Most connected", run.Output, StringComparison.Ordinal);
    }
}

using System.IO.Compression;
using CodexAura.Composition.Installation;
using CodexAura.Sdk.Analysis;

namespace CodexAura.Composition.Tests;

/// <summary>Installing, replacing and removing plugins in a user's folder.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly PluginSandbox _sandbox = new();
    private readonly PluginInstaller _installer;

    public InstallTests() => _installer = new PluginInstaller(_sandbox.Data);

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void A_folder_is_installed_and_found_before_the_bundled_plugins()
    {
        var (plugin, replaced) = _installer.Install(_sandbox.Add("GoodAnalyzer", "source"));
        _sandbox.Add("GoodAnalyzer", "bundled/Good");

        var catalog = Load();

        Assert.Null(replaced);
        Assert.Equal(Path.Combine(_installer.Folder, "test.good-analyzer"), plugin.Folder);
        Assert.Equal([plugin.Folder, Path.Combine(_sandbox.Folder, "bundled", "Good")], catalog.Entries.Select(e => e.Folder));
        Assert.Equal([PluginState.Active, PluginState.Disabled], catalog.Entries.Select(e => e.State));
        Assert.Equal("helped at 1999", Assert.Single(catalog.GetExports<ILanguageAnalyzer, AnalyzerMetadata>()).Value.FactsVersion);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Good/")]
    public void A_zip_file_is_installed_from_its_root_or_its_only_folder(string prefix)
    {
        string folder = _sandbox.Add("GoodAnalyzer", "source");
        string zip = Zip(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (prefix + Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes(f))));

        _installer.Install(zip);

        Assert.Equal(PluginState.Active, Assert.Single(Load().Entries).State);
    }

    [Fact]
    public void One_of_the_same_id_is_replaced_whole()
    {
        string source = _sandbox.Add("GoodAnalyzer", "source");
        File.WriteAllText(Path.Combine(source, "old.txt"), "");
        _installer.Install(source);
        File.Delete(Path.Combine(source, "old.txt"));
        PluginSandbox.SetManifest(source, "version", "2.0.0");
        PluginSandbox.SetManifest(source, "id", "TEST.good-analyzer");

        var (plugin, replaced) = _installer.Install(source);

        Assert.Equal(("2.0.0", "1.2.3"), (plugin.Version, replaced));
        Assert.Equal("2.0.0", Assert.Single(_installer.All()).Version);
        Assert.False(File.Exists(Path.Combine(plugin.Folder, "old.txt")));
        Assert.Empty(Hidden());
    }

    [Theory]
    [InlineData("../evil.dll")]
    [InlineData("a/../../evil.dll")]
    [InlineData("/evil.dll")]
    [InlineData("..\\evil.dll")]
    [InlineData("C:/evil.dll")]
    [InlineData("a/./evil.dll")]
    [InlineData("a//evil.dll")]
    [InlineData("evil.dll:stream")]
    [InlineData("evil\u0000.dll")]
    [InlineData("sub./evil.dll")]
    public void Names_that_lead_out_of_the_folder_are_refused(string name)
    {
        string zip = Zip([("plugin.json", Manifest()), ("GoodAnalyzer.dll", [1]), (name, [2])]);

        Refused(() => _installer.Install(zip), PluginCodes.NotInstalled);
        Assert.Equal([zip], Directory.EnumerateFileSystemEntries(_sandbox.Folder));
    }

    [Fact]
    public void Links_are_refused_in_zip_files_and_in_folders()
    {
        string zip = Path.Combine(_sandbox.Folder, "links.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            Write(archive, "plugin.json", Manifest());
            var link = archive.CreateEntry("GoodAnalyzer.dll");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var target = new StreamWriter(link.Open());
            target.Write("/etc/passwd");
        }
        Assert.Contains("is a link", Refused(() => _installer.Install(zip), PluginCodes.NotInstalled));

        string folder = _sandbox.Add("GoodAnalyzer", "source");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        File.CreateSymbolicLink(Path.Combine(folder, "passwd"), "/etc/passwd");
        Assert.Contains("is a link", Refused(() => _installer.Install(folder), PluginCodes.NotInstalled));
        File.Delete(Path.Combine(folder, "passwd"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "etc"), "/etc");
        Assert.Contains("is a link", Refused(() => _installer.Install(folder), PluginCodes.NotInstalled));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("ends.")]
    public void Ids_that_are_no_names_of_folders_are_refused(string id)
    {
        string source = _sandbox.Add("GoodAnalyzer", "source");
        PluginSandbox.SetManifest(source, "id", id);

        Refused(() => _installer.Install(source), PluginCodes.ManifestInvalid);
    }

    [Fact]
    public void What_is_no_plugin_is_refused_and_the_one_before_stays()
    {
        string source = _sandbox.Add("GoodAnalyzer", "source");
        _installer.Install(source);
        Directory.CreateDirectory(Path.Combine(_sandbox.Folder, "empty"));
        string text = Path.Combine(_sandbox.Folder, "text.zip");
        File.WriteAllText(text, "no zip file");

        Refused(() => _installer.Install(Path.Combine(_sandbox.Folder, "missing")), PluginCodes.NotInstalled);
        Refused(() => _installer.Install(Path.Combine(_sandbox.Folder, "empty")), PluginCodes.ManifestMissing);
        Refused(() => _installer.Install(text), PluginCodes.NotInstalled);
        Refused(() => _installer.Install(Zip([("a/plugin.json", Manifest()), ("b/x", [1])])), PluginCodes.ManifestMissing);
        Refused(() => _installer.Install(Zip([("plugin.json", Manifest()), ("GoodAnalyzer.dll", [1])])), PluginCodes.NotAnAssembly);
        Refused(() => _installer.Install(Zip([("plugin.json", Manifest())])), PluginCodes.AssemblyMissing);
        Refused(() => _installer.Install(Zip([("plugin.json", Manifest()), ("GoodAnalyzer.dll", [1]), ("goodanalyzer.DLL", [2])])), PluginCodes.NotInstalled);
        PluginSandbox.SetManifest(source, "sdk", "[99.0,100.0)");
        Refused(() => _installer.Install(source), PluginCodes.SdkOutOfRange);

        Assert.Equal("1.2.3", Assert.Single(_installer.All()).Version);
        Assert.Equal(PluginState.Active, Assert.Single(Load().Entries).State);
    }

    [Fact]
    public void What_a_killed_process_left_is_cleaned_up()
    {
        _installer.Install(_sandbox.Add("GoodAnalyzer", "source"));
        string installed = _installer.All()[0].Folder;
        // Cut off while copying, and between the two renames of a replacement.
        Directory.CreateDirectory(Path.Combine(_installer.Folder, ".incoming-" + Guid.NewGuid().ToString("N")));
        Directory.Move(installed, Path.Combine(_installer.Folder, $".replaced-{Guid.NewGuid():N}test.good-analyzer"));
        Assert.Empty(Load().Entries);

        _installer.Install(_sandbox.Add("GoodStore", "other"));

        Assert.Equal(["test.good-analyzer", "test.good-store"], _installer.All().Select(e => e.Id));
        Assert.Empty(Hidden());
    }

    [Fact]
    public void Removing_takes_it_away_and_forgets_that_it_was_switched_off()
    {
        _installer.Install(_sandbox.Add("GoodAnalyzer", "source"));
        Assert.True(_installer.Switches.Set("test.good-analyzer", disabled: true));
        Assert.False(_installer.Switches.Set("TEST.good-analyzer", disabled: true));
        Assert.Equal(PluginState.Disabled, Assert.Single(Load().Entries).State);

        Assert.True(_installer.Remove("TEST.good-analyzer"));

        Assert.False(_installer.Remove("test.good-analyzer"));
        Assert.Empty(_installer.All());
        Assert.Empty(_installer.Switches.Disabled());
    }

    [Fact]
    public void A_file_of_switches_that_is_damaged_says_so()
    {
        File.WriteAllText(Path.Combine(_sandbox.Data, "plugins.json"), "{ nonsense");

        Assert.Contains("plugins.json", Refused(() => _installer.Switches.Disabled(), PluginCodes.SwitchesUnreadable));
    }

    private PluginCatalog Load() => _sandbox.Load(options =>
    {
        options.InstalledFolder = _installer.Folder;
        options.Disabled.UnionWith(_installer.Switches.Disabled());
        options.BundledFolder = Path.Combine(_sandbox.Folder, "bundled");
    });

    private IEnumerable<string> Hidden() => Directory.EnumerateDirectories(_installer.Folder, ".*");

    private string Zip(IEnumerable<(string Name, byte[] Content)> files)
    {
        string path = Path.Combine(_sandbox.Folder, $"{Guid.NewGuid():N}.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in files) Write(archive, name, content);
        return path;
    }

    private static void Write(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }

    private static byte[] Manifest() => """{ "id": "test.zip", "version": "1.0.0", "assembly": "GoodAnalyzer.dll", "sdk": "[0.1,1.0)", "kinds": ["analyzer"] }"""u8.ToArray();

    private static string Refused(Action action, string code)
    {
        var thrown = Assert.Throws<PluginInstallException>(action);
        Assert.Equal(code, thrown.Code);
        Assert.DoesNotContain(".incoming-", thrown.Message, StringComparison.Ordinal);
        return thrown.Message;
    }
}

namespace CodexAura.Composition.Tests;

public sealed class ManifestTests : IDisposable
{
    private const string Valid = """
        {
          "id": "acme.ruby",
          "version": "1.2.0-beta.1",
          "assembly": "Acme.Ruby.dll",
          "sdk": "[0.1,1.0)",
          "kinds": ["analyzer", "store"],
          "description": "Reads Ruby."
        }
        """;

    private readonly PluginSandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Everything_is_read()
    {
        var manifest = Read(Valid).Manifest!;

        Assert.Equal(("acme.ruby", "Acme.Ruby.dll", "Reads Ruby.", true), (manifest.Id, manifest.Assembly, manifest.Description, manifest.Enabled));
        Assert.Equal("1.2.0-beta.1", manifest.Version.ToString());
        Assert.Equal("[0.1,1.0)", manifest.Sdk.OriginalString);
        Assert.Equal(["analyzer", "store"], manifest.Kinds);
    }

    [Theory]
    [InlineData("{", "{ \"$schema\": \"x\", \"later\": { \"id\": 5 },")]
    [InlineData("{", "{ // a comment\n")]
    [InlineData("\"Reads Ruby.\"", "\"Reads Ruby.\",")]
    [InlineData("{", "\uFEFF{")]
    [InlineData("\"Reads Ruby.\"", "null")]
    public void Unknown_properties_comments_trailing_commas_and_byte_order_marks_do_no_harm(string find, string replace)
    {
        string json = Valid.Remove(Valid.IndexOf(find, StringComparison.Ordinal), find.Length)
            .Insert(Valid.IndexOf(find, StringComparison.Ordinal), replace);

        Assert.Equal("acme.ruby", Read(json).Manifest?.Id);
    }

    [Theory]
    [InlineData("\"id\": \"acme.ruby\",", "", 1, "\"id\" is missing")]
    [InlineData("\"acme.ruby\"", "7", 2, "\"id\" is 7")]
    [InlineData("\"acme.ruby\"", "\"../up\"", 2, "\"id\" is \"../up\"")]
    [InlineData("\"acme.ruby\"", "\"\"", 2, "\"id\" is \"\"")]
    [InlineData("1.2.0-beta.1", "one", 3, "\"version\" is \"one\"; it must be a version such as")]
    [InlineData("Acme.Ruby.dll", "../Acme.Ruby.dll", 4, "\"assembly\" is \"../Acme.Ruby.dll\"")]
    [InlineData("Acme.Ruby.dll", "/tmp/Acme.Ruby.dll", 4, "\"assembly\" is")]
    [InlineData("Acme.Ruby.dll", "Acme.Ruby", 4, "\"assembly\" is")]
    [InlineData("[0.1,1.0)", "(1.0", 5, "\"sdk\" is \"(1.0\"; it must be a range of versions")]
    [InlineData("\"analyzer\", \"store\"", "", 6, "\"kinds\" is an empty list")]
    [InlineData("[\"analyzer\", \"store\"]", "\"analyzer\"", 6, "\"kinds\" is \"analyzer\"; it must be a list")]
    [InlineData("\"store\"", "\"storage\"", 6, "\"kinds\" has \"storage\"; it must be a list with at least one of \"analyzer\", \"store\"")]
    [InlineData("\"Reads Ruby.\"", "[]", 7, "\"description\" is an empty list")]
    [InlineData("\"Reads Ruby.\"", "\"\", \"enabled\": \"no\"", 7, "\"enabled\" is \"no\"; it must be true or false")]
    public void What_is_wrong_is_told_with_file_and_line(string find, string replace, int line, string reason)
    {
        var entry = Read(Valid.Replace(find, replace));

        Assert.Equal((PluginState.Failed, PluginCodes.ManifestInvalid), (entry.State, entry.Code));
        Assert.StartsWith($"{Path.Combine(entry.Folder, "plugin.json")}:{line}: ", entry.Reason);
        Assert.Contains(reason, entry.Reason);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\n  \"id\": \"acme\n}", 2)]
    [InlineData("{\n\n\n  id: 1 }", 4)]
    [InlineData("{}\n{}", 2)]
    public void Malformed_json_is_told_with_file_and_line(string json, int line)
    {
        var entry = Read(json);

        Assert.Equal((PluginState.Failed, PluginCodes.ManifestMalformed), (entry.State, entry.Code));
        Assert.StartsWith($"{Path.Combine(entry.Folder, "plugin.json")}:{line}: this is not valid JSON", entry.Reason);
        Assert.DoesNotContain("BytePositionInLine", entry.Reason);
    }

    [Fact]
    public void A_list_is_no_manifest()
    {
        Assert.Equal(PluginCodes.ManifestInvalid, Read("[]").Code);
    }

    [Fact]
    public void Without_a_readable_manifest_the_folder_gives_the_name()
    {
        var entry = Read("nonsense");

        Assert.Equal(("Plugin", "", null), (entry.Id, entry.Version, entry.Manifest));
    }

    private PluginEntry Read(string json)
    {
        string folder = _sandbox.AddManifest("Plugin", json);
        File.WriteAllText(Path.Combine(folder, "Acme.Ruby.dll"), "");
        return Assert.Single(_sandbox.Load().Entries);
    }
}

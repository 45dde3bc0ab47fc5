using CodexAura.Sdk.Graph;
using CsCheck;

namespace CodexAura.Sdk.Tests;

public class NodeIdTests
{
    [Theory]
    [InlineData("src/utils.py::file", NodeType.File, "src/utils.py", "")]
    [InlineData("src/utils.py::class::Helper", NodeType.Class, "src/utils.py", "Helper")]
    [InlineData("src/utils.py::function::Helper.run#2", NodeType.Function, "src/utils.py", "Helper.run#2")]
    [InlineData("my file.py::function::f", NodeType.Function, "my file.py", "f")]
    [InlineData("odd::name.py::file", NodeType.File, "odd::name.py", "")]
    [InlineData("x::class::y.py::function::f", NodeType.Function, "x::class::y.py", "f")]
    [InlineData("utils.py::function::file", NodeType.Function, "utils.py", "file")]
    [InlineData("utils.py::class::file", NodeType.Class, "utils.py", "file")]
    [InlineData("function::file", NodeType.File, "function", "")]
    public void Ids_come_apart_and_together_again(string id, NodeType type, string path, string name)
    {
        Assert.True(NodeId.TryParse(id, out var actualType, out string actualPath, out string actualName));
        Assert.Equal((type, path, name), (actualType, actualPath, actualName));
        Assert.Equal(id, NodeId.Format(type, path, name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("utils.py")]
    [InlineData("::file")]
    [InlineData("::class::C")]
    [InlineData("a.py::class::")]
    [InlineData("a.py::method::f")]
    [InlineData("a.py::class")]
    [InlineData("a.py::function::f::")]
    public void What_is_no_id_is_not_parsed(string text) => Assert.False(NodeId.TryParse(text, out _, out _, out _));

    [Fact]
    public void Any_path_and_name_make_the_round_trip() =>
        Gen.Select(Gen.OneOf(NodeType.Class, NodeType.Function), Gen.OneOf("a", ":", "::", "/", " ", "é", "::file", "class").Array[1, 6],
            Gen.OneOf("a", ".b", "#2", "file", "é").Array[1, 4]).Sample((type, path, name) =>
        {
            string id = NodeId.Format(type, string.Concat(path), string.Concat(name));
            return NodeId.TryParse(id, out var t, out string p, out string n) && (t, p, n) == (type, string.Concat(path), string.Concat(name));
        });

    [Theory]
    [InlineData("f", "f")]
    [InlineData("Helper.run", "run")]
    [InlineData("Helper#2.run#3", "run")]
    public void The_simple_name_is_the_last_part(string qualified, string name) => Assert.Equal(name, NodeId.SimpleName(qualified));

    [Fact]
    public void A_graph_is_named_by_its_repository_and_commit()
    {
        string id = GraphInfo.MakeId(new RepositoryInfo("/home/me/flask", "flask", "abc"));

        Assert.Matches("^[0-9a-f]{16}$", id);
        Assert.Equal(id, GraphInfo.MakeId(new RepositoryInfo("/home/me/flask", "renamed", "abc")));
        Assert.NotEqual(id, GraphInfo.MakeId(new RepositoryInfo("/home/me/flask", "flask", "abd")));
        Assert.NotEqual(id, GraphInfo.MakeId(new RepositoryInfo("/home/me/flask2", "flask", "abc")));
    }

    [Fact]
    public void The_id_of_a_graph_is_the_beginning_of_the_sha_256_of_path_and_commit()
    {
        for (int length = 0; length < 200; length++)
        {
            string path = "/" + new string('é', length % 7) + new string('d', length), commit = length % 3 == 0 ? "" : "c0ffee";
            byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(path + "\0" + commit));

            Assert.Equal(Convert.ToHexStringLower(hash)[..16], GraphInfo.MakeId(new RepositoryInfo(path, "d", commit)));
        }
    }
}

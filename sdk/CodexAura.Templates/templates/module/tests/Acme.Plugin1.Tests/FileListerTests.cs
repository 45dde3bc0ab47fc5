using CodexAura.Sdk.Graph;

namespace Acme.Plugin1.Tests;

public sealed class FileListerTests
{
    [Fact]
    public void Files_with_most_definitions_come_first()
    {
        var builder = new GraphBuilder();
        builder.AddFile("a.py", 1);
        int file = builder.AddFile("b.py", 9);
        builder.AddDefinition(NodeType.Function, file, "f", 1, 2);
        var graph = builder.Build(new RepositoryInfo("/repository", "repository", null));

        Assert.Equal([new FileSize("b.py", 1), new FileSize("a.py", 0)], new FileLister().List(graph));
    }
}

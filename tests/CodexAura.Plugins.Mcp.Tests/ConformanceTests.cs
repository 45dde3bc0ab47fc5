using CodexAura.Plugins.Mcp.Hosting;
using CodexAura.Plugins.Mcp.Tests.Support;
using CodexAura.Sdk.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.AspNetCore;

namespace CodexAura.Plugins.Mcp.Tests;

/// <summary>The protocol's own conformance suite, over HTTP: against the server with the suite's fixtures beside our tools.</summary>
public sealed class ConformanceTests
{
    [Fact]
    public async Task The_conformance_suite_passes_as_far_as_it_applies()
    {
        await using var app = await StartAsync();
        string url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/mcp";
        // What a server may ask of a client (sampling, elicitation), logging and resumed streams are none of this server's features.
        var (exit, output) = await NodeClients.RunAsync("@modelcontextprotocol/conformance/dist/index.js", null,
            "server", "--url", url, "--expected-failures", Path.Join(NodeClients.Folder, "conformance.yml"));
        Assert.True(exit == 0, output);
        Assert.Contains("dns-rebinding-protection", output, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var nothing = new NoServices();
        builder.Services.AddSingleton<IAnalysisService>(nothing).AddSingleton<IGraphService>(nothing).AddSingleton<IContextService>(nothing).AddSingleton<IImpactService>(nothing);
        new McpHostModule().ConfigureServices(builder.Services);
        builder.Services.Configure<HttpServerTransportOptions>(http =>
        {
            var ours = http.ConfigureSessionOptions!;
            http.ConfigureSessionOptions = async (context, options, token) =>
            {
                await ours(context, options, token);
                ConformanceFixtures.AddTo(options);
            };
        });
        var app = builder.Build();
        new McpRoutes().AddRoutes(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace CodexAura.Web.Tests.Support;

internal static class HttpExtensions
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string url, HttpStatusCode expected = HttpStatusCode.OK) =>
        await (await client.GetAsync(url, TestContext.Current.CancellationToken)).JsonAsync(expected);

    public static async Task<JsonElement> PostJsonAsync(this HttpClient client, string url, object body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await (await client.PostAsync(url, Workspace.Body(body), TestContext.Current.CancellationToken)).JsonAsync(expected);

    /// <summary>Asks for the plugins until one is in a state, which takes a few seconds.</summary>
    public static async Task<JsonElement> PluginAsync(this HttpClient client, string id, string state)
    {
        var plugins = await client.PluginsAsync(plugins => plugins.EnumerateArray().Any(plugin => plugin.Text("id") == id && plugin.Text("state") == state));
        return plugins.EnumerateArray().First(plugin => plugin.Text("id") == id);
    }

    /// <summary>Asks for the plugins until they are as wanted.</summary>
    public static async Task<JsonElement> PluginsAsync(this HttpClient client, Func<JsonElement, bool> areThere)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var plugins = (await client.GetJsonAsync("/api/v1/plugins")).GetProperty("plugins");
            if (areThere(plugins)) return plugins;
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), plugins.GetRawText());
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static string[] Ids(this JsonElement element, string property, string id = "id") => [.. element.GetProperty(property).EnumerateArray().Select(item => item.Text(id))];
}

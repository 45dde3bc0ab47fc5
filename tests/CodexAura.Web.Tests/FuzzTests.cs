using System.Text;
using CodexAura.Web.Tests.Support;
using CsCheck;

namespace CodexAura.Web.Tests;

/// <summary>Random and malformed requests: the server says what is wrong with them, and never that something is wrong with itself.</summary>
public sealed class FuzzTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private const long Requests = 600;

    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.String[Gen.Char, 0, 40],
        Gen.String[Gen.Char.AlphaNumeric, 0, 12],
        OneOf("", " ", ".", "..", "/", "../../etc/passwd", "%2e%2e%2f", "\0", "\\\\server\\share", "Cart", "src/shop/cart.py", "src/shop/cart.py::file", "::class::", "::",
            "-1", "0", "1", "999999999999", "1e9", "NaN", "true", "null", "incoming", "CALLS", "CALLS,,", ",", "file,class", "\uD800", "é\u0301", "𝔘", "' OR 1=1 --", "<script>", "${jndi:x}", "{0}"),
        Gen.Int[4000, 5000].Select(length => new string('a', length)));

    private static readonly Gen<string> _json = Gen.Recursive<string>((depth, inner) => depth > 3
        ? OneOf("1", "null")
        : Gen.OneOf(
            OneOf("null", "true", "false", "0", "-1", "1e400", "1.5", "99999999999999999999", "\"\"", "[]", "{}", "{", "[", "\"", "nul", "{\"a\":}"),
            _text.Select(text => System.Text.Json.JsonSerializer.Serialize(text)),
            inner.List[0, 3].Select(items => "[" + string.Join(',', items) + "]")));

    private static readonly Gen<string> _name = OneOf("graph_id", "files", "symbols", "task", "depth", "max_tokens", "include_code", "format", "provider", "tokenizer", "storage",
        "changed_files", "changed_symbols", "history", "analyzer", "edge_types", "exclude", "wait", "repo_path", "node_id", "direction", "page", "page_size", "node_types", "max_edges", "x");

    private static readonly Gen<string> _body = Gen.OneOf(_json, Gen.Select(_name, _json, (name, value) => $"\"{name}\":{value}").List[0, 6].Select(fields => "{" + string.Join(',', fields) + "}"),
        _text);

    private static readonly Gen<string> _query = Gen.Select(_name, _text, (name, value) => name + "=" + Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value))))
        .List[0, 5].Select(fields => string.Join('&', fields));

    private static readonly Gen<string> _path = Gen.OneOf(
        OneOf("/api/v1/graphs", "/api/v1/graph/{id}", "/api/v1/graph/{id}/node", "/api/v1/graph/{id}/dependencies", "/api/v1/graph/{id}/impact", "/api/v1/context", "/api/v1/analyze", "/api/v1/jobs"),
        Gen.Select(OneOf("/api/v1/graph/", "/api/v1/jobs/", "/", "/docs/", "/openapi/", "/metrics/"), _text, (prefix, text) => prefix + Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)))));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public async Task No_request_makes_it_fail()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<int, int>();
        await Gen.Select(OneOf("GET", "GET", "POST", "POST", "DELETE", "PUT", "HEAD", "OPTIONS", "PATCH", "ODD"), _path, _query, _body, OneOf("application/json", "application/json", "application/json", "text/plain"))
            .SampleAsync(async (method, path, query, body, type) =>
            {
                // The one graph that is there must stay, and the tests' own folder must not fill up.
                // The test server itself can't take one; Kestrel refuses it, as ExecutableTests show.
                if (path.Contains("%00", StringComparison.Ordinal)) return;
                bool real = path.Contains("{id}", StringComparison.Ordinal) && method != "DELETE";
                string url = path.Replace("{id}", real ? shop.GraphId : "0000000000000000", StringComparison.Ordinal) + (query.Length > 0 ? "?" + query : "");
                using var request = new HttpRequestMessage(new HttpMethod(method), url);
                if (method is "POST" or "PUT" or "PATCH") request.Content = Workspace.RawBody(body, type);
                using var response = await shop.Client.SendAsync(request, TestContext.Current.CancellationToken);
                int status = (int)response.StatusCode;
                seen.AddOrUpdate(status, 1, (_, count) => count + 1);
                if (status >= 500) throw new InvalidOperationException($"{method} {url}\n{body}\n{status} {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }, iter: Requests, threads: 2);

        // Requests that never get anywhere would prove little.
        Assert.Contains(200, seen.Keys);
        Assert.Contains(400, seen.Keys);
        Assert.Contains(404, seen.Keys);
    }
}

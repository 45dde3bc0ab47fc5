using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CodexAura.Plugins.Context.Basic.Tests;

/// <summary>An OpenAI-compatible service of embeddings on this machine. Its vectors say which of some topics a text is about.</summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly string[][] _topics;
    private readonly Task _serving;

    /// <summary>Starts it.</summary>
    /// <param name="topics">For each dimension the words that are about it.</param>
    public EmbeddingServer(params string[][] topics)
    {
        _topics = topics;
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Url = $"http://127.0.0.1:{port}/v1";
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>What is given instead of vectors.</summary>
    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    /// <summary>Whether an answer never comes.</summary>
    public bool Hangs { get; set; }

    /// <summary>Whether vectors are lists of numbers, as some services give them whatever is asked for.</summary>
    public bool Numbers { get; set; }

    public List<string> Texts { get; } = [];

    public List<string?> Keys { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Close();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                // A listener that is closed just then may never say so.
                context = await _listener.GetContextAsync().WaitAsync(_stop.Token);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
            if (Hangs) continue;
            await AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var request = await JsonDocument.ParseAsync(context.Request.InputStream);
        Keys.Add(context.Request.Headers["Authorization"]);
        string[] inputs = [.. request.RootElement.GetProperty("input").EnumerateArray().Select(i => i.GetString()!)];
        Texts.AddRange(inputs);
        context.Response.StatusCode = context.Request.Url!.AbsolutePath == "/v1/embeddings" ? (int)Status : 404;
        object body = context.Response.StatusCode != 200 ? new { error = new { message = "out of order" } } : new
        {
            @object = "list",
            model = request.RootElement.GetProperty("model").GetString(),
            data = inputs.Select((text, index) => new { @object = "embedding", index, embedding = Vector(text) }).ToArray(),
            usage = new { prompt_tokens = 1, total_tokens = 1 },
        };
        context.Response.ContentType = "application/json";
        context.Response.Close(JsonSerializer.SerializeToUtf8Bytes(body), willBlock: true);
    }

    private object Vector(string text)
    {
        float[] values = [0.1f, .. _topics.Select(words => words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) ? 1f : 0f)];
        return Numbers ? values : Convert.ToBase64String(MemoryMarshal.AsBytes(values.AsSpan()));
    }
}

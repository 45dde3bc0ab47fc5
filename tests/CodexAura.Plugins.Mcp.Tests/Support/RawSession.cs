using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CodexAura.Plugins.Mcp.Tests.Support;

/// <summary>
/// A client that knows nothing but lines of JSON: what it sees is what really stands on standard output. A line that is not JSON
/// fails whatever waits.
/// </summary>
internal sealed class RawSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _waiting = new();
    private readonly ConcurrentQueue<JsonObject> _notifications = new();
    private readonly StringWriter _error = new();
    private readonly Lock _write = new();
    private Exception? _broken;
    private int _id;

    private RawSession(Process process)
    {
        Process = process;
        _ = ReadAsync();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_error) _error.WriteLine(line.Data);
        };
        process.BeginErrorReadLine();
    }

    public Process Process { get; }

    /// <summary>What the server said without being asked.</summary>
    public IReadOnlyList<JsonObject> Notifications => [.. _notifications];

    public string Error
    {
        get
        {
            lock (_error) return _error.ToString();
        }
    }

    public static RawSession Start(Shop shop, params string[] arguments) => Start(shop.Data, shop.Folder, ["mcp", shop.Root, .. arguments]);

    public static RawSession Start(string data, string workingDirectory, string[] arguments)
    {
        var start = new ProcessStartInfo(Executable.Path, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = workingDirectory,
        };
        start.Environment["CODEX_AURA_HOME"] = data;
        foreach (string name in (string[])["CODEX_AURA_DATA", "CODEX_AURA_PLUGINS", "CODEX_AURA_STORAGE"]) start.Environment.Remove(name);
        return new RawSession(Process.Start(start)!);
    }

    /// <summary>Starts, shakes hands, and is ready for calls.</summary>
    public static async Task<RawSession> OpenAsync(Shop shop, params string[] arguments)
    {
        var session = Start(shop, arguments);
        await session.InitializeAsync("2025-11-25");
        return session;
    }

    public async Task<JsonObject> InitializeAsync(string version)
    {
        var result = await RequestAsync("initialize", new JsonObject
        {
            ["protocolVersion"] = version, ["capabilities"] = new JsonObject(), ["clientInfo"] = new JsonObject { ["name"] = "raw", ["version"] = "1" },
        });
        Notify("notifications/initialized", null);
        return result;
    }

    /// <summary>Sends a request; the answer's result, or its error as an exception.</summary>
    public async Task<JsonObject> RequestAsync(string method, JsonObject? parameters)
    {
        var answer = await AnswerAsync(method, parameters).Task;
        return answer["result"] as JsonObject ?? throw new RpcException((int)answer["error"]!["code"]!, (string)answer["error"]!["message"]!);
    }

    /// <summary>Sends a request and gives the number to cancel it by.</summary>
    public (int Id, Task<JsonObject> Task) AnswerAsync(string method, JsonObject? parameters)
    {
        int id = Interlocked.Increment(ref _id);
        var done = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = done;
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] });
        if (_broken is not null) done.TrySetException(_broken);
        return (id, done.Task.WaitAsync(Patience));
    }

    public Task<JsonObject> CallAsync(string tool, JsonObject? arguments = null) =>
        RequestAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments ?? [] });

    public void Notify(string method, JsonObject? parameters) =>
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters ?? [] });

    public void SendLine(string line)
    {
        lock (_write)
        {
            Process.StandardInput.Write(line + "\n");
            Process.StandardInput.Flush();
        }
    }

    /// <summary>Goes away, and expects the server to end by itself.</summary>
    public async Task<int> EndAsync()
    {
        Process.StandardInput.Close();
        await Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return Process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.StandardInput.Close();
            try
            {
                await Process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
            }
            catch (TimeoutException)
            {
                Process.Kill(entireProcessTree: true);
            }
        }
        Process.Dispose();
    }

    private void Send(JsonObject message) => SendLine(message.ToJsonString());

    private async Task ReadAsync()
    {
        try
        {
            while (await Process.StandardOutput.ReadLineAsync() is { } line)
            {
                var message = JsonNode.Parse(line) as JsonObject ?? throw new JsonException("no object: " + line);
                if (message["id"] is { } id && message["method"] is null) _waiting.GetValueOrDefault((int)id)?.TrySetResult(message);
                else _notifications.Enqueue(message);
            }
            throw new EndOfStreamException("The server ended. " + Error);
        }
        catch (Exception e)
        {
            _broken = e;
            foreach (var waiting in _waiting.Values) waiting.TrySetException(e);
        }
    }
}

/// <summary>An error of the protocol, not of a tool.</summary>
internal sealed class RpcException(int code, string message) : Exception($"{code}: {message}")
{
    public int Code { get; } = code;
}

/// <summary>Reads results of tools.</summary>
internal static class ToolResults
{
    public static string Text(this JsonObject result) => string.Join('\n', result["content"]!.AsArray().Select(c => (string?)c!["text"]));

    public static JsonObject Data(this JsonObject result) => result["structuredContent"]!.AsObject();

    /// <summary>Expects an answer; the failure shows what the tool said.</summary>
    public static JsonObject Succeeds(this JsonObject result)
    {
        Assert.False((bool?)result["isError"] == true, result.Text());
        return result;
    }

    /// <summary>Expects a tool error that says this.</summary>
    public static string Fails(this JsonObject result, string expected)
    {
        Assert.True((bool?)result["isError"] == true, "No error: " + result.Text());
        Assert.Contains(expected, result.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Text(), StringComparison.Ordinal);
        return result.Text();
    }
}

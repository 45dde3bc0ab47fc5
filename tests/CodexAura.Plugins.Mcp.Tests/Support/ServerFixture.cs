namespace CodexAura.Plugins.Mcp.Tests.Support;

/// <summary>One running server over one repository, for the tests that change nothing.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly Shop _shop = new();
    private RawSession? _session;

    internal Shop Shop => _shop;

    internal RawSession Session => _session!;

    public async ValueTask InitializeAsync() => _session = await RawSession.OpenAsync(_shop);

    public async ValueTask DisposeAsync()
    {
        if (_session is not null) await _session.DisposeAsync();
        _shop.Dispose();
    }
}

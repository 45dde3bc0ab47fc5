using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CodexAura.Web.Security;

/// <summary>Lets in who gives a key, as <c>Authorization: Bearer KEY</c> or as <c>X-Api-Key: KEY</c>.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ServerOptions server)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string Header = "X-Api-Key";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (server.ApiKeys.Count == 0 || Given() is not { } given) return Task.FromResult(AuthenticateResult.NoResult());
        if (ApiKey.Find(server.ApiKeys, given) is not { } key) return Task.FromResult(AuthenticateResult.Fail("unknown key"));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, key.Name)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer realm=\"codex-aura\"";
        return Task.CompletedTask;
    }

    private string? Given()
    {
        string? authorization = Request.Headers.Authorization;
        if (authorization?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true) return authorization[Bearer.Length..].Trim();
        return Request.Headers[Header] is [{ Length: > 0 } key] ? key : null;
    }
}

using CodexAura.Sdk.Services;

namespace CodexAura.Web;

/// <summary>The server can't or must not start with what it was told. The message says why and what to do.</summary>
public sealed class ServerOptionsException(string message) : CodexAuraException("server.options", message, FailureKind.Invalid);

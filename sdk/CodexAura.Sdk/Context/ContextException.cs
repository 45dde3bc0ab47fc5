using CodexAura.Sdk.Services;

namespace CodexAura.Sdk.Context;

/// <summary>A request for context can't be answered as it stands. The message says what is wrong and what to give instead.</summary>
/// <param name="code">Stable code, such as <c>context.unknown_tokenizer</c>.</param>
/// <param name="message">What is wrong, and what to do.</param>
public sealed class ContextException(string code, string message) : CodexAuraException(code, message, FailureKind.Invalid);

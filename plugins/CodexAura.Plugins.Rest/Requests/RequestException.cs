namespace CodexAura.Plugins.Rest.Requests;

/// <summary>A request can't be answered as it stands.</summary>
internal sealed class RequestException : CodexAuraException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="code">Stable code.</param>
    /// <param name="message">What is wrong, and what to give instead.</param>
    /// <param name="field">The field that is to blame, or null.</param>
    /// <param name="kind">What sort of failure it is.</param>
    public RequestException(string code, string message, string? field = null, FailureKind kind = FailureKind.Invalid) : base(code, message, kind)
    {
        // The web host puts it into the problem details.
        if (field is not null) Data["field"] = field;
    }

    /// <summary>The same failure with the field that is to blame.</summary>
    public static CodexAuraException WithField(CodexAuraException thrown, string field)
    {
        thrown.Data["field"] = field;
        return thrown;
    }
}

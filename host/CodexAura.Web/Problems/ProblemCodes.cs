namespace CodexAura.Web.Problems;

/// <summary>Codes and sentences for failures that the pipeline itself finds. Others come from what failed.</summary>
internal static class ProblemCodes
{
    public const string Invalid = "request.invalid";
    public const string TooLarge = "request.too_large";
    public const string Limited = "request.too_many";
    public const string Internal = "internal";

    public static string Of(int status) => status switch
    {
        400 => Invalid,
        401 => "auth.required",
        403 => "auth.forbidden",
        404 => "route.not_found",
        405 => "route.method_not_allowed",
        406 => "request.not_acceptable",
        408 => "request.timeout",
        413 => TooLarge,
        414 => "request.uri_too_long",
        415 => "request.unsupported_media_type",
        429 => Limited,
        431 => "request.headers_too_large",
        503 => "unavailable",
        >= 400 and < 500 => Invalid,
        _ => Internal,
    };

    public static string Sentence(int status) => status switch
    {
        400 => "The request can't be understood. A wrong Host header, path or body is the usual cause.",
        401 => "This server wants an API key: send it as 'Authorization: Bearer KEY'.",
        403 => "This is not allowed here.",
        404 => "There is nothing under this path; /openapi/v1.json lists what there is.",
        405 => "This path knows other methods; the Allow header names them.",
        413 => "The request's body is larger than this server takes.",
        415 => "The body must be JSON, with 'Content-Type: application/json'.",
        429 => "Too many requests; the Retry-After header says when to come back.",
        503 => "The server can't answer this now; try again later.",
        >= 500 => "Something unexpected went wrong. The server's log has more under the request_id.",
        _ => "The request can't be answered as it stands.",
    };
}

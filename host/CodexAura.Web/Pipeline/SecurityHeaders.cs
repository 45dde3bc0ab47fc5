using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CodexAura.Web.Pipeline;

/// <summary>Headers that tell browsers to do nothing with an answer but show it.</summary>
internal static class SecurityHeaders
{
    /// <summary>Name of the policy for the page that shows the OpenAPI document: it runs scripts and styles of its own.</summary>
    public const string Docs = "docs";

    public static IServiceCollection AddSecurityHeaderRules(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(headers => Common(headers).AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddFrameAncestors().None();
                csp.AddBaseUri().None();
                csp.AddFormAction().None();
            }))
            .AddPolicy(Docs, headers => Common(headers).AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self().UnsafeInline();
                csp.AddStyleSrc().Self().UnsafeInline();
                csp.AddFontSrc().Self().Data();
                csp.AddImgSrc().Self().Data();
                csp.AddConnectSrc().Self();
                csp.AddFrameAncestors().None();
                csp.AddBaseUri().None();
                csp.AddFormAction().None();
            }));
        return services;
    }

    private static HeaderPolicyCollection Common(HeaderPolicyCollection headers) => headers
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyNoReferrer()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .RemoveServerHeader();
}

using Microsoft.AspNetCore.Antiforgery;

namespace Kith.Shared;

/// <summary>Proof that a request which changes something comes from a page of ours: the antiforgery token, as a form field or a header.</summary>
public static class SecurityTokens
{
    /// <summary>The header in which a script sends the token.</summary>
    public const string Header = "X-CSRF-TOKEN";

    /// <summary>Adds the tokens.</summary>
    public static IServiceCollection AddTokens(this IServiceCollection services) => services.AddAntiforgery(options =>
    {
        options.HeaderName = Header;
        options.Cookie.Name = "kith-antiforgery";
        // Not strict: a link from elsewhere must find the cookie, or it would replace it under every other open page.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    });

    /// <summary>
    /// Refuses what changes something without a token, whatever its content type. An endpoint that says <c>DisableAntiforgery</c> answers for
    /// itself.
    /// </summary>
    public static async Task Demand(HttpContext http, RequestDelegate next)
    {
        if (IsSafe(http.Request.Method) || http.GetEndpoint() is not { } endpoint || Waived(endpoint) || await IsProven(http))
            await next(http);
        else
            await Refusals.Say(
                http, StatusCodes.Status400BadRequest, "This page was out of date",
                "Nothing was saved. Go back, reload the page and try again.", "token.missing");
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool Waived(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: false };

    private static async Task<bool> IsProven(HttpContext http) =>
        http.Features.Get<IAntiforgeryValidationFeature>() is { } checkedBefore
            ? checkedBefore.IsValid
            : await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
}

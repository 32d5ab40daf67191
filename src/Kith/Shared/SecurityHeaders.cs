namespace Kith.Shared;

/// <summary>What every answer tells the browser: run and load only what is our own, keep nothing, let nobody frame us.</summary>
public static class SecurityHeaders
{
    /// <summary>No inline script or style stands in any page, so the policy needs no exception.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'";

    private const string Permissions = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";

    /// <summary>Puts the headers on as the answer starts, so that answers to errors carry them too.</summary>
    public static Task Add(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state => Write((HttpResponse)state), http.Response);
        return next(http);
    }

    private static Task Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = ContentPolicy;
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        // Other people's data must not lie in the cache of a browser or proxy; static files say themselves how long they keep.
        if (headers.CacheControl.Count == 0 || response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}

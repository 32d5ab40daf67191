using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kith.Accounts;

/// <summary>Keeps light or dark in this browser, where no script does it.</summary>
public static class SetTheme
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/settings/theme", Handle);

    public static RedirectHttpResult Handle([FromForm] string? theme, HttpContext http)
    {
        // Readable by script, which changes it without a round trip.
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), Secure = http.Request.IsHttps };
        if (theme is "light" or "dark")
            http.Response.Cookies.Append("kith-theme", theme, options);
        else
            http.Response.Cookies.Delete("kith-theme", options);
        return TypedResults.LocalRedirect("/settings");
    }
}

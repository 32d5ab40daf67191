using System.Text;
using System.Text.Json;

namespace Kith.Shared.Ui;

/// <summary>Carries a <see cref="Toast"/> over the redirect that follows a form post.</summary>
public static class Flash
{
    private const string Cookie = "kith-toast";

    /// <summary>Shows the toast on the next page.</summary>
    public static void Say(this HttpContext http, Toast toast) =>
        http.Response.Cookies.Append(
            Cookie,
            Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(toast)),
            Options(http));

    /// <summary>Takes the toast, so that it shows once.</summary>
    public static Toast? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } carried || http.Response.HasStarted)
            return null;

        http.Response.Cookies.Delete(Cookie, Options(http));
        return Read(carried);
    }

    private static Toast? Read(string carried)
    {
        // The browser holds it, so it may be anything; a toast nobody can read is no toast.
        var bytes = new byte[carried.Length];
        if (!Convert.TryFromBase64String(carried, bytes, out var length))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Toast>(Encoding.UTF8.GetString(bytes, 0, length));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromMinutes(1),
    };
}

using System.Net;

namespace Kith.Accounts;

/// <summary>Whether a request comes from the machine itself.</summary>
public static class Local
{
    // A reverse proxy on the same machine speaks from loopback for everybody, and says so in these.
    private static readonly string[] proxied = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    /// <summary>True for loopback without a proxy in between.</summary>
    public static bool Is(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !proxied.Any(http.Request.Headers.ContainsKey);
}

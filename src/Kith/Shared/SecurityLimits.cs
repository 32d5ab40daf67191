using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Kith.Shared;

/// <summary>How often and how much one client may send.</summary>
public static class SecurityLimits
{
    /// <summary>The policy of endpoints that take a password, a passkey or a code: so many tries a minute.</summary>
    public const string Credentials = "credentials";

    /// <summary>The policy of the public pages, of cards and of feedback links: as much as a full room behind one address reads, and few words written.</summary>
    public const string Cards = "cards";

    /// <summary>Public pages a client may read in a minute.</summary>
    public const int CardsPerMinute = 240;

    /// <summary>Tries a client has in a minute.</summary>
    public const int TriesPerMinute = 10;

    /// <summary>The largest request that is read, unless an endpoint sets its own limit.</summary>
    public const long Body = 1024 * 1024;

    private static readonly TimeSpan window = TimeSpan.FromMinutes(1);

    /// <summary>Adds the limiter, which ends with the installation: that of the framework's middleware never ends, and its timer keeps all it can reach.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddSingleton(_ => PartitionedRateLimiter.Create<HttpContext, (string Policy, bool Reads, string Client)>(http =>
    {
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var policy = http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
        return Permits(policy, reads) is { } permits
            ? RateLimitPartition.GetFixedWindowLimiter((policy!, reads, Client(http.Connection.RemoteIpAddress)), _ => new() { PermitLimit = permits, Window = window })
            : RateLimitPartition.GetNoLimiter(("", reads, ""));
    }));

    /// <summary>Lets a request through that its client may still send, and tells another when to try again.</summary>
    public static async Task Hold(HttpContext http, RequestDelegate next)
    {
        using var lease = http.RequestServices.GetRequiredService<PartitionedRateLimiter<HttpContext>>().AttemptAcquire(http);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Refusals.Say(http, StatusCodes.Status429TooManyRequests, "That was too fast", $"There were too many tries in a minute. Wait {seconds} seconds and try again.", "tries.many");
    }

    private static int? Permits(string? policy, bool reads) => (policy, reads) switch
    {
        (null, _) or (Credentials, true) => null,
        (Cards, true) => CardsPerMinute,
        (Credentials or Cards, false) => TriesPerMinute,
        _ => throw new InvalidOperationException($"There is no policy {policy}."),
    };

    // One subscriber of IPv6 has a whole /64, so that is one client.
    private static string Client(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";
}

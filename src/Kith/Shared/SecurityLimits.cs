using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

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

    /// <summary>Adds the limiter.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Credentials, http => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(Client(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1) }));
        options.AddPolicy(Cards, http =>
        {
            var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            return RateLimitPartition.GetFixedWindowLimiter((reads, Client(http.Connection.RemoteIpAddress)), _ => new() { PermitLimit = reads ? CardsPerMinute : TriesPerMinute, Window = TimeSpan.FromMinutes(1) });
        });
        options.OnRejected = async (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await Refusals.Say(context.HttpContext, StatusCodes.Status429TooManyRequests, "That was too fast", $"There were too many tries in a minute. Wait {seconds} seconds and try again.", "tries.many");
        };
    });

    // One subscriber of IPv6 has a whole /64, so that is one client.
    private static string Client(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.MapToIPv4().ToString() ?? "";
}

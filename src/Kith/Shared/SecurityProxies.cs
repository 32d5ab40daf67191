using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Kith.Shared;

/// <summary>Which reverse proxies may say for whom they speak; without any named, their headers are ignored.</summary>
public static class SecurityProxies
{
    /// <summary>The setting that names them: addresses or networks, separated by commas.</summary>
    public const string Setting = "KITH_PROXIES";

    /// <summary>Believes the forwarded headers of the named proxies and of nobody else.</summary>
    public static void UseProxies(this WebApplication app, string? named)
    {
        if (string.IsNullOrWhiteSpace(named))
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (name.Contains('/', StringComparison.Ordinal))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(name));
            else
                options.KnownProxies.Add(IPAddress.Parse(name));
        app.UseForwardedHeaders(options);
    }
}

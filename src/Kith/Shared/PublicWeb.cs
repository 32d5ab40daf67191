using System.Net;
using System.Net.Sockets;
using Kith.Domain;

namespace Kith.Shared;

/// <summary>
/// Reads one address of the public web because the user asked for it. It sends nothing but the request: no cookie, no credential, no proxy. It never calls
/// the machine itself or its network, whatever a name or a redirect points to, because the page that is asked for may be a stranger's.
/// </summary>
public sealed class PublicWeb : IDisposable
{
    /// <summary>Bytes of a page at most.</summary>
    public const int MostBytes = 1 << 20;

    private const int MostRedirects = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient client;

    /// <param name="mayCall">Which addresses may be called; the public ones unless another rule is given.</param>
    public PublicWeb(Func<IPAddress, bool>? mayCall = null)
    {
        var allowed = mayCall ?? PublicAddress.IsPublic;
        client = new(new SocketsHttpHandler
        {
            MaxAutomaticRedirections = MostRedirects,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = Patience,
            // Every connection passes here, those of redirects too, and what was checked is what is called.
            ConnectCallback = (call, ct) => Connect(call.DnsEndPoint, allowed, ct),
        })
        {
            Timeout = Patience,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Kith");
    }

    /// <summary>What the address holds and of which media type it says it is; refuses with a sentence where that cannot be read.</summary>
    public async Task<(byte[] Content, string? Type)> Read(string address, CancellationToken ct)
    {
        var typed = address.StartsWith("webcal://", StringComparison.OrdinalIgnoreCase) ? $"https{address["webcal".Length..]}" : address;
        var uri = new Uri(WebAddress.Checked(typed) ?? throw new RefusedException("address.missing", "Give the address of a web page."));
        try
        {
            using var answer = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!answer.IsSuccessStatusCode)
                throw new RefusedException("page.failed", $"{uri.Host} answered {(int)answer.StatusCode}. Open the page in your browser and paste its text, or save its calendar file.");
            await using var body = await answer.Content.ReadAsStreamAsync(ct);
            return (await Bounded(body, uri.Host, ct), answer.Content.Headers.ContentType?.MediaType);
        }
        catch (HttpRequestException broken) when (broken.InnerException is RefusedException refused)
        {
            throw refused;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw new RefusedException("page.failed", $"{uri.Host} could not be read. Open the page in your browser and paste its text, or save its calendar file.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static async Task<byte[]> Bounded(Stream body, string host, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
        {
            if (content.Length + read > MostBytes)
                throw new RefusedException("page.large", $"The page at {host} is larger than 1 MiB.");
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint to, Func<IPAddress, bool> mayCall, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, ct);
        if (addresses.Length == 0 || !addresses.All(mayCall))
            throw new RefusedException("address.private", $"{to.Host} is not an address of the public web.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

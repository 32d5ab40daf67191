using System.Net;
using Kith.Accounts;
using Kith.App.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Kith.App.Tests.Accounts;

/// <summary>Somebody who sets an installation up through its first page.</summary>
internal static class Owner
{
    public const string Email = "ada@example.com";

    public const string Password = "harbor lights at dawn";

    /// <summary>The code the process prints.</summary>
    public static string Code(World world) => world.Services.GetRequiredService<FirstRun>().Code;

    /// <summary>Fills the first page and sends it.</summary>
    public static Task<HttpResponseMessage> SetUp(World world, string? code = null, string? password = Password, HttpClient? visitor = null) =>
        (visitor ?? world.Client).Submit(
            "/welcome", "welcome", ("Form.Code", code ?? Code(world)), ("Form.Name", "Ada Harbor"), ("Form.Email", Email), ("Form.Password", password), ("Form.TimeZone", "Europe/Berlin"));

    /// <summary>Sets the installation up and leaves again.</summary>
    public static async Task Create(World world)
    {
        using var visitor = From(world, "127.0.0.9");
        (await SetUp(world, visitor: visitor)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>A visitor at another address of this machine, whose tries are counted apart.</summary>
    public static HttpClient From(World world, string address)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new(),
            ConnectCallback = async (context, ct) =>
            {
                var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.InterNetwork, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                await socket.ConnectAsync(context.DnsEndPoint, ct);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        return new(handler) { BaseAddress = world.Address };
    }
}

using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Kith.Data;
using Kith.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kith.Benchmarks;

/// <summary>How many pages a second the whole product serves to a signed-in user, and the memory it holds. Client and server share the machine.</summary>
internal static class WebBench
{
    private const int Visitors = 8;

    private static readonly Option<int> People = Arguments.People(10_000);

    private static readonly Option<int> Seconds = new("--seconds") { Description = "How long to ask", HelpName = "S", DefaultValueFactory = _ => 15 };

    internal static Command Command() => new Command("web", "Ask for Today, the list, a search and people over HTTP") { People, Seconds }.Measures(Run);

    private static async Task<object> Run(ParseResult parsed, CancellationToken ct)
    {
        await using var bed = await Bed.Make(ct);
        await Population.Settle(bed, parsed.GetValue(People), ct);
        await using var app = Hosting.Build(bed.Storage, "http://127.0.0.1:0");
        await app.StartAsync(ct);
        var cookie = await Session(app, ct);
        var paths = await Paths(bed, ct);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All };
        using var client = new HttpClient(handler) { BaseAddress = new(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        foreach (var path in paths.Take(40))
            await Get(client, path, ct);
        var rest = Memory.Resident();
        var timings = await Load(client, paths, TimeSpan.FromSeconds(parsed.GetValue(Seconds)), ct);
        var all = new Timings();
        timings.ForEach(all.Add);
        await app.StopAsync(ct);
        return new
        {
            requestsPerSecond = Print.Round(all.Count / (double)parsed.GetValue(Seconds), 1),
            p50ms = all.Percentile(0.5),
            p95ms = all.Percentile(0.95),
            requests = all.Count,
            rssAtRestMb = Print.Round(rest / 1e6, 1),
            rssUnderLoadMb = Print.Round(Memory.Resident() / 1e6, 1),
        };
    }

    private static async Task<List<double>> Load(HttpClient client, List<string> paths, TimeSpan time, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var visitors = Enumerable.Range(0, Visitors).Select(visitor => Task.Run(
            async () =>
            {
                var own = new List<double>();
                for (var i = visitor; Stopwatch.GetElapsedTime(started) < time; i += Visitors)
                {
                    var asked = Stopwatch.GetTimestamp();
                    await Get(client, paths[i % paths.Count], ct);
                    own.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }
                return own;
            },
            ct));
        return [.. (await Task.WhenAll(visitors)).SelectMany(own => own)];
    }

    private static async Task Get(HttpClient client, string path, CancellationToken ct)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), ct);
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        await answer.Content.ReadAsByteArrayAsync(ct);
    }

    private static Task<List<string>> Paths(Bed bed, CancellationToken ct) => bed.Within(async (db, _) =>
    {
        var people = await db.People.OrderBy(p => p.Id).Take(500).Select(p => new { p.Id, p.FamilyName }).ToListAsync(ct);
        return people.SelectMany((p, i) => (string[])["/", $"/people/{p.Id}", $"/people?page={1 + (i % 20)}", $"/people/rows?q={p.FamilyName![..Math.Min(3, p.FamilyName!.Length)]}"]).ToList();
    });

    // The session is made as sign-in makes it, without typing a password first.
    private static async Task<string> Session(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var workspace = await services.GetRequiredService<KithDb>().Workspaces.SingleAsync(ct);
        var account = new Account { Id = Ids.New(TimeProvider.System), WorkspaceId = workspace.Id, UserName = "bench" };
        await services.GetRequiredService<UserManager<Account>>().CreateAsync(account);
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}

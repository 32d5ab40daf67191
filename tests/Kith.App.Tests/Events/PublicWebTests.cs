using System.Net;
using System.Text;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Events;
using Kith.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kith.App.Tests.Events;

public sealed class PublicWebTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("8.8.8.8", true)]
    public void Only_the_public_internet_may_be_called(string address, bool isPublic) => PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public async Task The_machine_itself_is_never_called()
    {
        await using var site = await Site.Start();
        using var web = new PublicWeb();

        (await Code(() => web.Read($"{site.Address}/event", Ct))).ShouldBe("address.private");
        (await Code(() => web.Read("file:///etc/passwd", Ct))).ShouldBe("address.invalid");
        site.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_missing_too_large_or_goes_round_in_circles_is_told()
    {
        await using var site = await Site.Start();
        using var web = new PublicWeb(_ => true);

        (await Code(() => web.Read($"{site.Address}/nothing", Ct))).ShouldBe("page.failed");
        (await Code(() => web.Read($"{site.Address}/large", Ct))).ShouldBe("page.large");
        (await Code(() => web.Read($"{site.Address}/circle", Ct))).ShouldBe("page.failed");
    }

    [Theory, OnBothDatabases]
    public async Task The_page_of_an_event_becomes_its_agenda_and_its_list(Database database)
    {
        await using var site = await Site.Start();
        using var web = new PublicWeb(_ => true);
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var added = await desk.Ask((db, clock, _) => AddEvent.Handle(new("Data Night"), db, clock, Ct));

        var taken = await desk.Ask((db, clock, _) => TakeAgenda.FromWeb(new(added.Event, $"{site.Address}/event"), db, clock, web, Ct));
        var shown = await desk.Ask((db, clock, _) => ShowEvent.Handle(added.Event, 1, db, clock, Ct));

        (shown.Agenda, shown.Place, shown.At).ShouldBe(("Ports and pipelines", "Great Hall", new DateTime(2030, 3, 4, 17, 0, 0)));
        shown.List.Select(l => (l.Name, l.Person)).ShouldBe([("Ana Kovač", ana)]);
        (await desk.World.Ask(db => db.Batches.OrderByDescending(b => b.At).ThenByDescending(b => b.Id).Select(b => b.Title).FirstAsync(Ct))).ShouldContain($"{site.Address}/event");
        await desk.Undo(taken.Batch!.Value);
        (await desk.Ask((db, clock, _) => ShowEvent.Handle(added.Event, 1, db, clock, Ct))).Agenda.ShouldBeNull();

        await desk.Ask((db, clock, _) => TakeAgenda.FromWeb(new(added.Event, $"{site.Address}/calendar"), db, clock, web, Ct));
        (await desk.Ask((db, clock, _) => ShowEvent.Handle(added.Event, 1, db, clock, Ct))).Agenda.ShouldBe("Doors at six");
    }

    private static async Task<string> Code<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;

    /// <summary>A site on this machine that counts who calls it.</summary>
    private sealed class Site(WebApplication app) : IAsyncDisposable
    {
        private int calls;

        internal string Address => app.Urls.Single();

        internal int Calls => calls;

        public async ValueTask DisposeAsync() => await app.DisposeAsync();

        internal static async Task<Site> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var site = new Site(app);
            app.Use((context, next) =>
            {
                Interlocked.Increment(ref site.calls);
                return next(context);
            });
            app.MapGet("/event", () => Results.Content(
                """<script type="application/ld+json">{"@type":"Event","startDate":"2030-03-04T17:00:00Z","location":"Great Hall","description":"Ports and pipelines","performer":{"@type":"Person","name":"Ana Kovač"}}</script>""",
                "text/html", Encoding.UTF8));
            app.MapGet("/calendar", () => Results.Content("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20300304T170000Z\r\nSUMMARY:Data Night\r\nDESCRIPTION:Doors at six\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "text/calendar"));
            app.MapGet("/large", () => Results.Text(new string('x', PublicWeb.MostBytes + 1)));
            app.MapGet("/circle", () => Results.Redirect("/circle"));
            await app.StartAsync(Ct);
            return site;
        }
    }
}

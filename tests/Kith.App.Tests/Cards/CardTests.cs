using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Cards;
using Kith.Domain;
using Kith.Events;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Cards;

public sealed class CardTests(Product product)
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[Card.MostPhotoBytes - 8]];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_public_page_is_small_needs_no_script_and_shows_only_what_is_on_the_card(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Ada Harbor", p => p.Notes = "secret note", isSelf: true);
        var card = await Make(desk, new("Port people", "Ada <Harbor>", "Planner", Line: "I help ports", Email: "ada@example.com", Photo: Png));
        var given = await Give(desk, new(card, await desk.Person("Ana Kovač"), Label: "private label"));
        using var visitor = new HttpClient { BaseAddress = desk.World.Address };

        var answer = await visitor.GetAsync(new Uri(given.Path, UriKind.Relative), Ct);
        var html = await answer.Content.ReadAsStringAsync(Ct);
        var photo = await visitor.GetAsync(new Uri($"{given.Path}/photo", UriKind.Relative), Ct);
        var style = await visitor.GetByteArrayAsync(new Uri("/card.css", UriKind.Relative), Ct);

        (html.Length + style.Length + (await photo.Content.ReadAsByteArrayAsync(Ct)).Length).ShouldBeLessThan(20 * 1024);
        photo.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        html.ShouldContain("Ada &lt;Harbor&gt;");
        foreach (var kept in new[] { "<script", "Port people", "secret", "Ana", "private label", "tel:" })
            html.ShouldNotContain(kept, Case.Insensitive);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await visitor.GetStringAsync(new Uri($"{given.Path}/vcard", UriKind.Relative), Ct)).ShouldSatisfyAllConditions(
            v => v.ShouldContain("VERSION:3.0"), v => v.ShouldContain("EMAIL"), v => v.ShouldNotContain("TEL"));
    }

    [Theory, OnBothDatabases]
    public async Task Opening_saving_and_writing_back_are_counted_against_the_person_and_the_event(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var card = await Make(desk, new("Everybody", "Ada Harbor"));
        var conference = (await desk.Ask((db, clock, _) => AddEvent.Handle(new("DataConf"), db, clock, Ct))).Event;
        var given = await Give(desk, new(card, await desk.Person("Ana Kovač"), conference));
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.World.Address };

        await visitor.GetAsync(new Uri(given.Path, UriKind.Relative), Ct);
        await visitor.GetAsync(new Uri(given.Path, UriKind.Relative), Ct);
        desk.World.Clock.Pass(TimeSpan.FromHours(1));
        await visitor.GetAsync(new Uri(given.Path, UriKind.Relative), Ct);
        await visitor.GetAsync(new Uri($"{given.Path}/vcard", UriKind.Relative), Ct);
        (await Write(visitor, given.Path, ("Name", "Ana Kovač"), ("Email", "ana@zagora.example"), ("Note", "Call me"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var list = await List(desk);
        var row = list.HandOuts.Single();
        (row.Name, row.Event, row.Openings, row.Saved, row.Replies).ShouldBe(("Ana Kovač", "DataConf", 2, 1, 1));
        list.Cards.Single().ShouldSatisfyAllConditions(c => (c.Given, c.Opened, c.Saved, c.CameBack).ShouldBe((1, 1, 1, 1)));
        (await desk.World.Ask(db => db.Exchanges.Select(e => new { e.Tactic, e.EventId }).SingleAsync(Ct))).ShouldBe(new { Tactic = Tactic.CardGiven, EventId = (Guid?)conference });
        list.Replies.Single().ShouldSatisfyAllConditions(r => r.Known.ShouldBe("Ana Kovač"), r => r.Event.ShouldBe("DataConf"));
        (await desk.World.Ask(db => db.Emails.CountAsync(Ct))).ShouldBe(0, "nothing follows from a reply before it is accepted");

        var accepted = await desk.Ask((db, clock, _) => AnswerReply.Handle(new(list.Replies[0].Id, true), db, clock, Ct));
        (await desk.World.Ask(db => db.Emails.Select(e => e.Value).SingleAsync(Ct))).ShouldBe("ana@zagora.example");
        (await desk.World.Ask(db => db.People.CountAsync(Ct))).ShouldBe(1, "she was known");
        (await desk.World.Ask(db => db.Exchanges.CountAsync(e => e.Tactic == Tactic.CardReceived && e.EventId == conference, Ct))).ShouldBe(1);
        await desk.Undo(accepted.Batch);
        (await List(desk)).Replies.Count.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_an_unknown_and_another_workspaces_address_look_the_same(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var card = await Make(desk, new("Everybody", "Ada Harbor"));
        var given = await Give(desk, new(card));
        var other = await desk.World.AddWorkspace("Other");
        using var visitor = new HttpClient { BaseAddress = desk.World.Address };
        await desk.Ask((db, clock, _) => SaveCard.Withdraw(card, true, db, clock, Ct));

        foreach (var path in new[] { given.Path, "/c/x", $"/c/{SecretAddress.New(desk.World.Workspace.Id)}", $"/c/{SecretAddress.New(other.Id)}", $"/c/{SecretAddress.New(Guid.Empty)}", $"{given.Path}/photo", $"{given.Path}/vcard" })
        {
            var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Ct);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await answer.Content.ReadAsStringAsync(Ct)).ShouldNotContain("Ada");
        }
        (await desk.World.Ask(db => db.CardVisits.CountAsync(Ct))).ShouldBe(0);
        (await Code(() => desk.Ask((db, clock, _) => GiveCard.Handle(new(card), db, clock, Ct)))).ShouldBe("card.withdrawn");
        await desk.Ask((db, clock, _) => SaveCard.Withdraw(card, false, db, clock, Ct));
        (await visitor.GetAsync(new Uri(given.Path, UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnBothDatabases]
    public async Task The_owner_looking_and_programs_filling_the_trap_leave_no_trace(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await Give(desk, new(await Make(desk, new("Everybody", "Ada Harbor"))));
        using var ada = await desk.World.SignIn();
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = desk.World.Address };

        await ada.Read(given.Path);
        (await Write(visitor, given.Path, ("Name", "Best Offers"), ("Company", "Spam Ltd"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Write(visitor, given.Path, ("Name", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Write(visitor, given.Path, ("Name", new string('x', 201)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await desk.World.Ask(db => db.CardVisits.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.CardReplies.CountAsync(Ct))).ShouldBe(0);
    }

    [Fact]
    public async Task So_many_replies_a_minute_are_enough()
    {
        await using var world = await product.Start(Database.Sqlite);
        var desk = new Desk(world);
        var given = await Give(desk, new(await Make(desk, new("Everybody", "Ada Harbor"))));
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = world.Address };

        var answers = new List<HttpStatusCode>();
        for (var number = 0; number < Kith.Shared.SecurityLimits.TriesPerMinute + 1; number++)
            answers.Add((await Write(visitor, given.Path, ("Name", $"Guest {number}"))).StatusCode);

        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        answers.Count(a => a == HttpStatusCode.Redirect).ShouldBe(Kith.Shared.SecurityLimits.TriesPerMinute);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_on_a_card_is_refused(Database database)
    {
        await using var desk = await Desk.Of(product, database);

        (await Code(() => Make(desk, new("Everybody", "Ada", Photo: [.. Png, 0])))).ShouldBe("card.photo-large");
        (await Code(() => Make(desk, new("Everybody", "Ada", Photo: "<svg onload=alert(1)>"u8.ToArray())))).ShouldBe("card.photo-kind");
        (await Code(() => Make(desk, new("Everybody", "Ada", Website: "javascript:alert(1)")))).ShouldBe("address.invalid");
        (await Code(() => Make(desk, new("Everybody", "Ada", LinkedIn: "in/a\"b")))).ShouldBe("card.linkedin");
        (await Code(() => Make(desk, new("Everybody", " ")))).ShouldBe("input.invalid");
    }

    [Theory, OnBothDatabases]
    public async Task A_card_received_joins_whoever_is_known_and_makes_whoever_is_not(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.World.Change(db => db.Add(new PersonEmail { Id = db.NewId(), PersonId = ana, Value = "ana@zagora.example" }));

        var known = await desk.Ask((db, clock, _) => ReceiveCard.Handle(new("A. Kovač", "Head of data", "Zagora", "ana@zagora.example", "+44 20 7946 0123", "zagora.example"), db, clock, Ct));
        var fresh = await desk.Ask((db, clock, _) => ReceiveCard.Handle(new("Ben Okafor", Note: "wants the deck"), db, clock, Ct));

        (known.Person, known.IsNew, fresh.IsNew).ShouldBe((ana, false, true));
        (await desk.World.Ask(db => db.People.Where(p => p.Id == ana).Select(p => p.Headline).SingleAsync(Ct))).ShouldBe("Head of data, Zagora");
        (await desk.World.Ask(db => db.Loops.CountAsync(l => l.Kind == LoopKind.FollowUp && l.State == LoopState.Open, Ct))).ShouldBe(2);
        await desk.Undo(fresh.Batch);
        (await desk.World.Ask(db => db.People.CountAsync(Ct))).ShouldBe(1);
    }

    [Fact]
    public async Task The_pages_make_give_and_take_in_cards()
    {
        await using var world = await product.Start(Database.Sqlite);
        var desk = new Desk(world);
        var ana = await desk.Person("Ana Kovač");
        using var ada = await world.SignIn();

        (await ada.Read("/cards")).Body!.TextContent.ShouldContain("Your card, one tap away");
        await ada.Submit("/cards/new", "card", ("Form.Variant", "Everybody"), ("Form.FullName", "Ada Harbor"), ("Form.TakesReplies", "true"));
        var given = await ada.Submit($"/cards/give?person={ana}", "give", ("Form.Name", "Ana Kovač"));
        var shown = await ada.Read(new Uri(world.Address, given.Headers.Location!).PathAndQuery);
        shown.QuerySelector("svg.qr path")!.GetAttribute("d").ShouldStartWith("M");
        shown.QuerySelector("code.address")!.TextContent.ShouldStartWith($"http://{world.Address.Authority}/c/");

        var read = await ada.Submit("/cards/received", "read", ("Paste", "Ben Okafor\nPlanner\nZagora Ltd\nben@zagora.example"));
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await read.Content.ReadAsStringAsync(Ct), Ct);
        page.QuerySelector("input[name='Form.Name']")!.GetAttribute("value").ShouldBe("Ben Okafor");
        await ada.Submit("/cards/received", "received", ("Form.Name", "Ben Okafor"), ("Form.Email", "ben@zagora.example"));

        var list = await ada.Read("/cards");
        list.QuerySelector(".sub")!.TextContent.ShouldContain("1 given, 0 of them opened, 0 came back; 1 received");
    }

    [Fact]
    public async Task The_verb_gives_and_lists()
    {
        await using var world = await product.Start(Database.Sqlite);
        var desk = new Desk(world);
        await desk.Person("Ana Kovač");
        await Make(desk, new("Port people", "Ada Harbor"));

        (await world.Run("card", "give", "port people", "--to", "Ana Kovač")).Output.ShouldContain(": /c/");
        (await world.Run("card")).Output.ShouldContain("Port people: 1 given, 0 opened");
        (await world.Run("card", "give", "nothing")).Exit.ShouldBe(1);
    }

    private static async Task<Guid> Make(Desk desk, SaveCard.Command command) => (await desk.Ask((db, clock, _) => SaveCard.Handle(command, db, clock, Ct))).Card;

    private static Task<GiveCard.Given> Give(Desk desk, GiveCard.Command command) => desk.Ask((db, clock, _) => GiveCard.Handle(command, db, clock, Ct));

    private static Task<ListCards.Shown> List(Desk desk) => desk.Ask((db, clock, _) => ListCards.Handle(1, db, clock, Ct));

    private static Task<HttpResponseMessage> Write(HttpClient visitor, string path, params (string Field, string Value)[] fields) =>
        visitor.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Field, f.Value))), Ct);

    private static async Task<string> Code<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;
}

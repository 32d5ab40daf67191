using System.Net;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Cards;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Cards;

/// <summary>The page of a card as strangers meet it.</summary>
public sealed class PublicCardTests(Product product)
{
    private const int Most = 20 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task With_the_largest_photo_and_its_style_the_page_stays_under_20_KiB_and_has_no_script(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        byte[] photo = [0xFF, 0xD8, 0xFF, .. new byte[Card.MostPhotoBytes - 3]];
        new Random(1).NextBytes(photo.AsSpan(3));
        var given = await desk.Give(await desk.Card(photo), label: "Sign");

        var page = await desk.World.Client.Read(given.Path);

        var parts = page.QuerySelectorAll("link[rel=stylesheet], img").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        parts.ShouldBe(["/card.css", $"{given.Path}/photo"]);
        var bytes = 0;
        foreach (var part in parts.Prepend(given.Path))
            bytes += (await desk.World.Client.GetByteArrayAsync(new Uri(part, UriKind.Relative), Ct)).Length;
        bytes.ShouldBeInRange(Card.MostPhotoBytes, Most, "uncompressed");
        page.QuerySelectorAll("script, style, iframe, [style], [onclick]").ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task It_says_what_is_on_the_card_and_nothing_else(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.Person("Ada Harbor", p => (p.Birthday, p.Notes) = ("1980-01-01", "Secret note"), isSelf: true);
        var gathering = Ids.New(desk.World.Clock);
        await desk.World.Change(db => db.Add(new Event { Id = gathering, Name = "Secret gathering" }));
        var given = await desk.Give(await desk.Card(), ana, gathering);

        using var answer = await desk.World.Client.GetAsync(new Uri(given.Path, UriKind.Relative), Ct);
        var (page, file) = (await answer.Content.ReadAsStringAsync(Ct), await desk.World.Client.GetStringAsync(new Uri($"{given.Path}/vcard", UriKind.Relative), Ct));

        page.ShouldContain("ada@finch.example");
        file.ShouldSatisfyAllConditions(f => f.ShouldContain("VERSION:3.0"), f => f.ShouldContain("FN:Ada Harbor"), f => f.ShouldContain("ada@finch.example"));
        foreach (var withheld in new[] { "Kovač", "Secret", "1980", "Recruiters", "Ada's network", "BDAY", desk.World.Workspace.Id.ToString(), given.HandOut.ToString() })
            (page + file).ShouldNotContain(withheld);
        answer.Headers.GetValues("X-Robots-Tag").Single().ShouldBe("noindex, nofollow");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        answer.Headers.TryGetValues("Set-Cookie", out _).ShouldBeFalse("a stranger is given no cookie");
    }

    [Theory, OnBothDatabases]
    public async Task Withdrawn_never_given_and_taken_back_look_the_same(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var card = await desk.Card();
        var (kept, undone) = (await desk.Give(card, label: "Sign"), await desk.Give(card, label: "Other"));
        await desk.Undo(undone.Batch);
        var unknown = await Page(desk, "/c/" + SecretAddress.New(desk.World.Workspace.Id));

        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        (await Page(desk, undone.Path)).ShouldBe(unknown);
        (await Page(desk, "/c/x")).ShouldBe(unknown);
        (await Page(desk, "/c/" + SecretAddress.New(Ids.New(desk.World.Clock)))).ShouldBe(unknown);
        (await Page(desk, kept.Path)).Status.ShouldBe(HttpStatusCode.OK);
        await desk.Ask((db, clock, _) => SaveCard.Withdraw(card, true, db, clock, Ct));

        (await Page(desk, kept.Path)).ShouldBe(unknown);
        (await Page(desk, kept.Path + "/vcard")).ShouldBe(unknown);
        (await Page(desk, kept.Path + "/photo")).ShouldBe(unknown);
        (await Write(desk, kept, ("Name", "Ben"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task A_token_opens_nothing_in_another_workspace(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await desk.Give(await desk.Card(), label: "Sign");
        var neighbour = await desk.World.AddWorkspace("Ben's network");
        var secret = given.Path["/c/".Length..];
        var elsewhere = SecretAddress.New(neighbour.Id);

        // The random half of the one behind the workspace of the other.
        (await Page(desk, "/c/" + elsewhere[..22] + secret[22..])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.World.Ask(db => db.CardVisits.CountAsync(Ct), neighbour)).ShouldBe(0);
        using var ben = await desk.World.SignIn(neighbour);
        (await ben.Read(given.Path)).QuerySelector("h1")!.TextContent.ShouldBe("Ada Harbor");
        (await desk.World.Ask(db => db.CardVisits.CountAsync(Ct))).ShouldBe(1, "whoever is signed in elsewhere is a stranger here");
    }

    [Theory, OnBothDatabases]
    public async Task Opening_and_saving_are_noted_once_in_ten_minutes_and_never_for_the_owner(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await desk.Give(await desk.Card(), await desk.Person("Ana Kovač"));
        using var ada = await desk.World.SignIn();

        await ada.Read(given.Path);
        (await Visits(desk)).ShouldBeEmpty();
        await Page(desk, given.Path);
        await Page(desk, given.Path);
        await Page(desk, given.Path + "/vcard");
        (await Visits(desk)).ShouldBe([VisitKind.Opened, VisitKind.Saved]);
        desk.World.Clock.Pass(TimeSpan.FromMinutes(11));
        await Page(desk, given.Path);

        (await Visits(desk)).ShouldBe([VisitKind.Opened, VisitKind.Saved, VisitKind.Opened]);
    }

    [Theory, OnBothDatabases]
    public async Task Writing_back_waits_for_the_owner_and_shows_what_was_written_as_text(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await desk.Give(await desk.Card(), label: "Badge at DataConf");

        using var sent = await Write(desk, given, ("Name", "Ben <script>alert(1)</script>"), ("Email", "ben@harbor.example"), ("Note", "Bring the deck\u0007\u001b"));

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        sent.Headers.Location!.OriginalString.ShouldBe($"{given.Path}?sent=1");
        (await desk.World.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0, "nothing follows before the owner says so");
        (await desk.World.Ask(db => db.CardReplies.Select(r => r.Note).SingleAsync(Ct))).ShouldBe("Bring the deck");
        (await Visits(desk)).ShouldBe([VisitKind.WroteBack]);
        using var ada = await desk.World.SignIn();
        var cards = await ada.Read("/cards");
        cards.QuerySelector("section[aria-labelledby=replies] b")!.TextContent.ShouldBe("Ben <script>alert(1)</script>");
        (await ada.Submit("/cards", "/cards/replies", ("Accept", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await desk.World.Ask(db => db.People.CountAsync(p => !p.IsSelf, Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_too_long_or_empty_is_refused_with_a_sentence_and_a_program_is_not_heard(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await desk.Give(await desk.Card(), label: "Sign");

        (await Said(desk, given, ("Name", " \u0007 "))).ShouldContain("Please give your name.");
        (await Said(desk, given, ("Name", new string('x', 201)))).ShouldContain("A line has at most 200 characters");
        (await Said(desk, given, ("Name", "Ben"), ("Note", new string('x', 1001)))).ShouldContain("A note has at most 1000 characters");
        (await Said(desk, given, ("Name", "Ben"), ("Email", "nowhere"))).ShouldContain("That is no mail address");
        using var program = await Write(desk, given, ("Name", "Ben"), ("Company", "We sell reach"));

        program.StatusCode.ShouldBe(HttpStatusCode.Redirect, "it looks as if it had been taken");
        (await desk.World.Ask(db => db.CardReplies.CountAsync(Ct))).ShouldBe(0);
        (await Visits(desk)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_flood_ends_at_the_limits_of_the_hand_out_and_of_the_workspace(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var card = await desk.Card();
        var (one, other) = (await desk.Give(card, label: "One"), await desk.Give(card, label: "Other"));
        await Fill(desk, one, PublicCard.MostWaiting);

        (await Write(desk, one, ("Name", "Ben"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await desk.World.Ask(db => db.CardReplies.CountAsync(Ct))).ShouldBe(PublicCard.MostWaiting);
        for (var full = PublicCard.MostWaiting; full < PublicCard.MostWaitingInAll; full += PublicCard.MostWaiting)
            await Fill(desk, await desk.Give(card, label: "Full"), PublicCard.MostWaiting);
        await Write(desk, other, ("Name", "Ben"));

        (await desk.World.Ask(db => db.CardReplies.CountAsync(Ct))).ShouldBe(PublicCard.MostWaitingInAll);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_writes_too_fast_has_to_wait(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await desk.Give(await desk.Card(), label: "Sign");

        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 12; n++)
            answers.Add((await Write(desk, given, ("Name", "Ben"))).StatusCode);

        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
        (await Page(desk, given.Path)).Status.ShouldBe(HttpStatusCode.OK, "reading has a limit of its own");
    }

    [Theory, OnBothDatabases]
    public async Task A_card_that_takes_no_replies_takes_none(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var given = await desk.Give(await desk.Card(takesReplies: false), label: "Sign");

        (await desk.World.Client.Read(given.Path)).QuerySelector("form").ShouldBeNull();
        (await Write(desk, given, ("Name", "Ben"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task Fill(Desk desk, GiveCard.Given given, int replies) => desk.World.Change(db => db.AddRange(Enumerable.Range(0, replies).Select(n =>
        new CardReply { Id = db.NewId(), HandOutId = given.HandOut, Name = $"Flood {n}", At = db.Clock.GetUtcNow().UtcDateTime })));

    private static async Task<(HttpStatusCode Status, string Text)> Page(Desk desk, string path)
    {
        using var answer = await desk.World.Client.GetAsync(new Uri(path, UriKind.Relative), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    private static Task<HttpResponseMessage> Write(Desk desk, GiveCard.Given given, params (string Field, string Value)[] fields) =>
        desk.World.Client.PostAsync(new Uri(given.Path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Field, f.Value))), Ct);

    private static async Task<string> Said(Desk desk, GiveCard.Given given, params (string Field, string Value)[] fields)
    {
        using var answer = await Write(desk, given, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
    }

    private static Task<List<VisitKind>> Visits(Desk desk) => desk.World.Ask(db => db.CardVisits.OrderBy(v => v.Id).Select(v => v.Kind).ToListAsync(Ct));
}

using System.Net;
using System.Text.Json;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.People;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Showcase;

/// <summary>Logging what was shown to whom, and where it appears.</summary>
public sealed class ShowingTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_showing_that_was_a_contact_logs_it_in_the_same_act_and_closes_what_it_answers(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, loop) = await desk.Met("Ana Kovač", 1);
        var claim = await desk.Claim("Forecasts");
        var evidence = await desk.Proof("A map", claim);

        var logged = await desk.Show(new(ana, claim, evidence, ShowingWay.Message, Note: "Liked it", IsContact: true));

        var contact = await desk.World.Ask(db => db.Interactions.SingleAsync(Ct));
        (contact.Channel, contact.Direction, contact.Summary).ShouldBe((Channel.Mail, Direction.Out, "Showed: A map. Liked it"));
        (await desk.World.Ask(db => db.Showings.Select(s => new { s.InteractionId, s.Note, s.On }).SingleAsync(Ct))).ShouldBe(new { InteractionId = (Guid?)contact.Id, Note = (string?)"Liked it", On = desk.Today });
        logged.ClosedLoops.ShouldBe([loop]);

        await desk.Undo(logged.Batch);

        (await desk.World.Ask(db => db.Showings.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Loops.Select(l => l.State).SingleAsync(Ct))).ShouldBe(LoopState.Open);
    }

    [Theory]
    [OnBothDatabases(ShowingWay.Meeting, Channel.Meeting)]
    [OnBothDatabases(ShowingWay.Call, Channel.Call)]
    [OnBothDatabases(ShowingWay.Event, Channel.Event)]
    public async Task A_talk_counts_both_ways(Database database, ShowingWay way, Channel channel)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");

        await desk.Show(new(ana, await desk.Claim("Forecasts"), null, way, desk.Today.AddDays(-3), IsContact: true));

        (await desk.World.Ask(db => db.Interactions.Select(i => new { i.Channel, i.Direction }).SingleAsync(Ct))).ShouldBe(new { Channel = channel, Direction = Direction.Both });
    }

    [Theory, OnBothDatabases]
    public async Task Attached_to_a_contact_the_showing_takes_its_way_and_day(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        await desk.Talked(ana, 5);
        await desk.Talked(ben, 2);
        var calls = await desk.World.Ask(db => db.Interactions.ToDictionaryAsync(i => i.PersonId, i => i.Id, Ct));
        var claim = await desk.Claim("Forecasts");

        await desk.Show(new(ana, claim, null, ShowingWay.Message, IsContact: true, Interaction: calls[ana]));

        (await desk.World.Ask(db => db.Showings.Select(s => new { s.Way, s.On, s.InteractionId }).SingleAsync(Ct))).ShouldBe(new { Way = ShowingWay.Call, On = desk.Today.AddDays(-5), InteractionId = (Guid?)calls[ana] });
        (await desk.World.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(2, "it was logged before");
        (await Stage.Refused(() => desk.Show(new(ana, claim, Interaction: calls[ben])))).ShouldBe("interaction.unknown");
    }

    [Theory, OnBothDatabases]
    public async Task On_a_card_only_who_opened_one_was_shown_something(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var claim = await desk.Claim("Forecasts");
        await desk.World.Change(db =>
        {
            var card = new Card { Id = db.NewId(), Variant = "All", FullName = "Ada Harbor" };
            var given = new HandOut { Id = db.NewId(), CardId = card.Id, PersonId = ana, Token = "token", On = desk.Today.AddDays(-9) };
            db.AddRange(card, given);
        });
        (await Stage.Refused(() => desk.Show(new(ana, claim, Way: ShowingWay.CardVisit)))).ShouldBe("showing.card");
        var handOut = await desk.World.Ask(db => db.HandOuts.Select(h => h.Id).SingleAsync(Ct));
        await desk.World.Change(db => db.Add(new CardVisit { Id = db.NewId(), HandOutId = handOut, Kind = VisitKind.Opened, At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-4) }));

        (await Stage.Refused(() => desk.Show(new(ana, claim, Way: ShowingWay.CardVisit, IsContact: true)))).ShouldBe("showing.visit");
        await desk.Show(new(ana, claim, Way: ShowingWay.CardVisit));

        (await desk.World.Ask(db => db.Showings.Select(s => s.On).SingleAsync(Ct))).ShouldBe(desk.Today.AddDays(-4));
        using var visitor = await desk.World.SignIn();
        (await visitor.Read($"/showcase/show?claim={claim}&person={ana}")).QuerySelector("input[value=CardVisit]").ShouldNotBeNull();
        (await visitor.Read($"/showcase/show?claim={claim}&person={await desk.Person("Ben Okafor")}")).QuerySelector("input[value=CardVisit]").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_have_been_shown_is_refused_and_nothing_is_logged(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, self) = (await desk.Person("Ana Kovač"), await desk.Person("Ada Harbor", isSelf: true));
        var (claim, other) = (await desk.Claim("Forecasts"), await desk.Claim("Python"));
        var evidence = await desk.Proof("A map", other);

        (await Stage.Refused(() => desk.Show(new(ana, claim, evidence)))).ShouldBe("evidence.other");
        (await Stage.Refused(() => desk.Show(new(ana, claim, On: desk.Today.AddDays(1))))).ShouldBe("showing.future");
        (await Stage.Refused(() => desk.Show(new(self, claim)))).ShouldBe("showing.self");
        (await Stage.Refused(() => desk.Show(new(Ids.New(desk.World.Clock), claim)))).ShouldBe("person.unknown");
        (await Stage.Refused(() => desk.Show(new(ana, Ids.New(desk.World.Clock))))).ShouldBe("claim.unknown");
        (await Stage.Refused(() => desk.Show(new(ana, claim, Note: new('x', 1001))))).ShouldBe("input.invalid");
        (await Stage.Refused(() => desk.Show(new(ana, claim, Way: (ShowingWay)9)))).ShouldBe("input.invalid");
        await desk.Show(new(ana, claim));
        (await Stage.Refused(() => desk.Show(new(ana, claim, IsContact: true)))).ShouldBe("showing.known");

        (await desk.World.Ask(db => db.Showings.CountAsync(Ct))).ShouldBe(1);
        (await desk.World.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task The_page_leads_from_a_name_over_a_claim_to_the_showing(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.Person("Ben Okafor");
        await desk.Person("Ben Okafor");
        var claim = await desk.Claim("Forecasts");
        var evidence = await desk.Proof("A map", claim);
        using var visitor = await desk.World.SignIn();

        (await visitor.Read("/showcase/show?name=Nobody")).QuerySelector(".notice")!.TextContent.ShouldContain("Nobody here is called");
        (await visitor.Read("/showcase/show?name=Ben+Okafor")).QuerySelector(".notice")!.TextContent.ShouldContain("several people");
        var found = await visitor.Read("/showcase/show?name=ana+kovac");
        found.QuerySelector("ul.list a")!.GetAttribute("href").ShouldBe($"/showcase/show?claim={claim}&person={ana}");
        var refused = await (await visitor.Submit($"/showcase/show?claim={claim}&person={ana}", "showing", ("Form.Evidence", evidence.ToString()), ("Form.Way", "Call"), ("Form.On", "2031-01-01"), ("Form.Note", "Kept words"))).Content.ReadAsStringAsync(Ct);
        refused.ShouldContain("still to come");
        refused.ShouldContain("Kept words");
        (await visitor.Submit($"/showcase/show?claim={claim}&person={ana}", "showing", ("Form.Evidence", evidence.ToString()), ("Form.Way", "Call"), ("Form.On", "2030-03-01"), ("Form.IsContact", "true"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var showing = await desk.World.Ask(db => db.Showings.SingleAsync(Ct));
        (showing.EvidenceId, showing.Way, showing.On).ShouldBe((evidence, ShowingWay.Call, new DateOnly(2030, 3, 1)));
        (await desk.World.Ask(db => db.Interactions.Select(i => i.Channel).SingleAsync(Ct))).ShouldBe(Channel.Call);
        (await visitor.Submit($"/showcase/show?claim={claim}&person={ana}", $"/showcase/showings/{showing.Id}/remove")).Headers.Location!.OriginalString.ShouldBe($"/showcase/show?claim={claim}&person={ana}");
        (await desk.World.Ask(db => db.Showings.CountAsync(Ct))).ShouldBe(0);
        (await visitor.GetAsync(new Uri($"/showcase/show?person={Ids.New(desk.World.Clock)}", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync(new Uri($"/showcase/show?person={ana}&claim={Ids.New(desk.World.Clock)}", UriKind.Relative), Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnBothDatabases]
    public async Task The_story_of_a_person_tells_showings_and_impressions(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.Talked(ana, 2);
        var claim = await desk.Claim("Forecasts");
        await desk.Show(new(ana, claim, await desk.Proof("A map", claim), ShowingWay.Meeting, Note: "Wants the numbers"));
        var call = await desk.World.Ask(db => db.Interactions.Select(i => i.Id).SingleAsync(Ct));
        await desk.World.Change(db => db.Add(new Impression { Id = db.NewId(), PersonId = ana, InteractionId = call, Clarity = 4, Warmth = 5, Line = "Too fast again", Asked = "What it costs", On = desk.Today.AddDays(-2) }));

        var told = await desk.Ask((db, clock, _) => ShowPerson.Handle(new(ana), db, clock, Ct));
        var showings = await desk.Ask((db, clock, _) => ShowPerson.Handle(new(ana, Only: "showing"), db, clock, Ct));

        told.Timeline.Select(m => m.Kind).ShouldBe(["showing", "interaction", "impression"], ignoreOrder: true);
        var shown = showings.Timeline.ShouldHaveSingleItem();
        (shown.Text, shown.Evidence, shown.Way, shown.Theirs, shown.Source).ShouldBe(("Forecasts", "A map", ShowingWay.Meeting, "Wants the numbers", null));
        var impression = told.Timeline.Single(m => m.Kind == "impression");
        (impression.Rating, impression.Text, impression.Theirs).ShouldBe(("clear 4, warm 5 of 5", "Too fast again", "What it costs"));
        using var visitor = await desk.World.SignIn();
        var page = await visitor.Read($"/people/{ana}");
        page.QuerySelector(".timeline")!.TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("You showed A map in a meeting"), t => t.ShouldContain("They said: Wants the numbers"), t => t.ShouldContain("Your impression: clear 4, warm 5 of 5"), t => t.ShouldContain("They asked: What it costs"));
        page.QuerySelector($".menu a[href='/showcase/show?person={ana}']").ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_carries_showings_along_and_erasing_takes_them(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, annie) = (await desk.Person("Ana Kovač"), await desk.Person("Annie Kovac"));
        await desk.Show(new(annie, await desk.Claim("Forecasts")));

        await desk.Ask((db, _, _) => MergePeople.Handle(new(ana, [annie]), db, Ct));
        (await desk.World.Ask(db => db.Showings.Select(s => s.PersonId).SingleAsync(Ct))).ShouldBe(ana);

        await desk.Ask((db, clock, _) => TrashPeople.Handle(new([ana]), db, clock, Ct));
        await desk.Ask((db, _, _) => Kith.History.EraseForGood.Handle(ana, db, Ct));
        (await desk.World.Ask(db => db.Showings.CountAsync(Ct))).ShouldBe(0);
        (await desk.World.Ask(db => db.Claims.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task On_the_command_line_a_claim_is_made_shown_and_the_matrix_told(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, _) = await desk.Decider("Ana Kovač", "Harbor & Finch");

        (await desk.World.Run("showcase")).Output.ShouldContain("No claim yet");
        (await desk.World.Run("showcase", "claim", "Forecasts")).Exit.ShouldBe(0);
        (await desk.World.Run("showcase", "claim", "Forecasts for ports")).Exit.ShouldBe(0);
        var claim = await desk.World.Ask(db => db.Claims.Where(c => c.Text == "Forecasts").Select(c => c.Id).SingleAsync(Ct));
        await desk.Proof("A map of the quay", claim);
        (await desk.World.Run("showcase")).Output.ShouldContain("Next: Forecasts, to Ana Kovač (7.5)");
        var shown = await desk.World.Run("showcase", "show", "Ana Kovač", "--claim", "forecasts", "--evidence", "a map", "--way", "meeting", "--contact", "--on", "2030-03-01", "--json");

        shown.Exit.ShouldBe(0, shown.Error);
        JsonDocument.Parse(shown.Output).RootElement.GetProperty("interaction").GetGuid().ShouldNotBe(Guid.Empty);
        (await desk.World.Ask(db => db.Showings.Select(s => new { s.PersonId, s.ClaimId, s.Way, s.On }).SingleAsync(Ct))).ShouldBe(new { PersonId = ana, ClaimId = claim, Way = ShowingWay.Meeting, On = new DateOnly(2030, 3, 1) });
        var board = JsonDocument.Parse((await desk.World.Run("showcase", "--json")).Output).RootElement;
        board.GetProperty("cells")[0].GetProperty("seen").GetString().ShouldBe("proven");
        board.GetProperty("proof").GetProperty("of").GetInt32().ShouldBe(1);
        (await desk.World.Run("showcase")).Output.ShouldContain("shown 2030-03-01");
        (await desk.World.Run("showcase", "show", "Ana Kovač", "--claim", "nothing")).Error.ShouldContain("There is no claim \"nothing\"");
        (await desk.World.Run("showcase", "show", "Ana Kovač", "--claim", "f")).Error.ShouldContain("could be");
    }
}

using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Introductions;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Introductions;

public sealed class IntroductionTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task The_whole_course_logs_opens_and_closes_what_each_step_says(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));

        var asked = await desk.Ask((db, clock, _) => RequestIntroduction.Handle(new(ana, ben), db, clock, Ct));
        (await Open(desk)).ShouldBeEmpty("a draft asks nothing of anybody");
        await Step(desk, asked.Introduction, IntroductionState.Asked);
        (await Open(desk)).ShouldBe(["FollowUp Ana Kovač"]);
        await Step(desk, asked.Introduction, IntroductionState.ConnectorAgreed);
        (await Open(desk)).ShouldBe(["PromiseByThem Ana Kovač"]);
        await Step(desk, asked.Introduction, IntroductionState.Made);
        (await Open(desk)).ShouldBe(["FollowUp Ben Okafor", "Thank Ana Kovač"]);
        await desk.Ask((db, clock, _) => Kith.Today.DoAction.Handle(new(ana, null, Channel.Mail, Direction.Out), db, clock, Ct));
        (await Open(desk)).ShouldBe(["FollowUp Ben Okafor"], "the thanks are evidence wherever they are logged");
        await Step(desk, asked.Introduction, IntroductionState.Met);
        (await Open(desk)).ShouldBe(["ReportBack Ana Kovač"]);
        await Step(desk, asked.Introduction, IntroductionState.ReportedBack);
        (await Open(desk)).ShouldBeEmpty();

        var list = await desk.Ask((db, _, _) => ListIntroductions.Handle(1, db, Ct));
        (list.Asked, list.Made, list.Met).ShouldBe((1, 1, 1));
        (await desk.World.Ask(db => db.Exchanges.Where(e => e.PersonId == ben).Select(e => e.Tactic).SingleAsync(Ct))).ShouldBe(Tactic.Introduction);
        (await desk.World.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(4, "asked, thanked, met, reported back");
    }

    [Theory, OnBothDatabases]
    public async Task Thanking_after_the_meeting_leaves_the_report_open(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await Made(desk);
        await Step(desk, asked, IntroductionState.Met);

        await Step(desk, asked, IntroductionState.Thanked);

        (await Open(desk)).ShouldBe(["ReportBack Ana Kovač"]);
        (await desk.World.Ask(db => db.Introductions.Select(i => i.State).SingleAsync(Ct))).ShouldBe(IntroductionState.Thanked);
    }

    [Theory, OnBothDatabases]
    public async Task A_no_leaves_only_thanks_open_and_every_step_can_be_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await Made(desk);

        var declined = await Step(desk, asked, IntroductionState.Declined);
        (await Open(desk)).ShouldBe(["Thank Ana Kovač"]);
        await desk.Undo(declined.Batch);

        (await Open(desk)).ShouldBe(["FollowUp Ben Okafor", "Thank Ana Kovač"]);
        (await desk.World.Ask(db => db.Introductions.Select(i => i.State).SingleAsync(Ct))).ShouldBe(IntroductionState.Made);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused_and_nothing_is_asked_twice(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        var asked = await desk.Ask((db, clock, _) => RequestIntroduction.Handle(new(ana, ben), db, clock, Ct));

        (await Refused(desk, new(ana, ben))).ShouldBe("introduction.open");
        (await Refused(desk, new(ana, ana))).ShouldBe("introduction.self");
        (await Refused(desk, new(ana))).ShouldBe("introduction.to-missing");
        (await Should.ThrowAsync<RefusedException>(() => Step(desk, asked.Introduction, IntroductionState.Met))).Code.ShouldBe("introduction.step");
    }

    [Theory, OnBothDatabases]
    public async Task An_agreed_introduction_shows_that_the_two_know_each_other(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var asked = await Made(desk);
        var ben = await desk.World.Ask(db => db.Introductions.Where(i => i.Id == asked).Select(i => i.OtherId!.Value).SingleAsync(Ct));

        var found = await desk.Ask((db, _, _) => FindPaths.Handle(new(ben), db, new(), Ct));

        found.Paths.SelectMany(p => p.Reasons).Select(r => r.Text).ShouldContain("Ana Kovač and Ben Okafor: they know each other");
    }

    [Fact]
    public async Task From_a_warm_path_it_is_one_step_to_a_request_with_words()
    {
        await using var world = await product.Start(Database.Sqlite);
        var desk = new Desk(world);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben <Okafor>"));
        await desk.Talked(ana, 10);
        await world.Change(db => db.Add(new Acquaintance { Id = db.NewId(), PersonId = ana, OtherId = ben }));
        var ada = await world.SignIn();

        var sent = await ada.Submit($"/paths/{ben}", "/introductions");
        var request = await ada.Read(sent.Headers.Location!.ToString());

        request.Title!.ShouldContain("Introduction to Ben <Okafor>");
        request.QuerySelector("textarea[name=Blurb]")!.TextContent.ShouldContain("Twenty minutes by phone");
    }

    [Fact]
    public async Task A_referral_is_asked_for_an_opening_and_a_name_that_is_not_known_is_told()
    {
        await using var world = await product.Start(Database.Sqlite);
        var desk = new Desk(world);
        var ana = await desk.Person("Ana Kovač");
        await world.Change(db => db.Add(new Opportunity { Id = db.NewId(), Title = "Head of data" }));
        var opening = await world.Ask(db => db.Opportunities.Select(o => o.Id).SingleAsync(Ct));
        using var ada = await world.SignIn();

        var unknown = await ada.Submit($"/introductions/new?connector={ana}", "ask", ("Form.Connector", "Ana Kovač"), ("Form.Other", "Nobody Known"));
        (await unknown.Content.ReadAsStringAsync(Ct)).ShouldContain("Nobody here is called &quot;Nobody Known&quot;");
        var sent = await ada.Submit($"/introductions/new?connector={ana}", "ask", ("Form.Connector", "Ana Kovač"), ("Form.Opening", opening.ToString()));

        var request = await ada.Read(new Uri(world.Address, sent.Headers.Location!).PathAndQuery);
        request.QuerySelector("h1")!.TextContent.ShouldBe("Referral by Ana Kovač");
        request.QuerySelectorAll(".steps-done li").Length.ShouldBe(7, "nobody else has to agree to a referral");
    }

    private static async Task<Guid> Made(Desk desk)
    {
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        var asked = await desk.Ask((db, clock, _) => RequestIntroduction.Handle(new(ana, ben), db, clock, Ct));
        await Step(desk, asked.Introduction, IntroductionState.Asked);
        await Step(desk, asked.Introduction, IntroductionState.Made);
        return asked.Introduction;
    }

    private static Task<AdvanceIntroduction.Done> Step(Desk desk, Guid introduction, IntroductionState to) =>
        desk.Ask((db, clock, _) => AdvanceIntroduction.Handle(new(introduction, to), db, clock, Ct));

    private static async Task<string> Refused(Desk desk, RequestIntroduction.Command command) =>
        (await Should.ThrowAsync<RefusedException>(() => desk.Ask((db, clock, _) => RequestIntroduction.Handle(command, db, clock, Ct)))).Code;

    private static async Task<string[]> Open(Desk desk) => [.. (await desk.World.Ask(db => (
        from loop in db.Loops
        where loop.State != LoopState.Closed
        join person in db.People on loop.PersonId equals person.Id
        select new { loop.Kind, person.FullName }).ToListAsync(Ct))).Select(l => $"{l.Kind} {l.FullName}").Order()];
}

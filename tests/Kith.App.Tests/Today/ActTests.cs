using Kith.App.Tests.Fixtures;
using Kith.Domain;
using Kith.Domain.Calendars;
using Kith.Domain.Ranking;
using Kith.FollowUps;
using Kith.Goals;
using Kith.Today;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Today;

public sealed class ActTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Done_logs_the_contact_and_closes_the_loop_and_undo_brings_it_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (person, loop) = await desk.Met("Ana Kovač", 2);

        var done = await desk.Ask((db, clock, _) => DoAction.Handle(new(person, loop, Channel.Mail, Direction.Out, Note: "Sent the deck"), db, clock, Ct));

        done.Title.ShouldBe("Followed up with Ana Kovač");
        (await desk.Rows()).ShouldBeEmpty();
        var closed = await desk.World.Ask(db => db.Loops.AsNoTracking().SingleAsync(Ct));
        (closed.State, closed.EvidenceId).ShouldBe((LoopState.Closed, done.Interaction));
        (await desk.World.Ask(db => db.People.Select(p => p.LastContact).SingleAsync(Ct))).ShouldNotBeNull();

        await desk.Undo(done.Batch);
        (await desk.Names()).ShouldBe(["Ana Kovač"]);
        (await desk.World.Ask(db => db.Interactions.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_is_kept_when_the_user_says_so(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        var promise = await desk.Open(ana, LoopKind.PromiseByMe, dueIn: 0, what: "the article");

        var done = await desk.Ask((db, clock, _) => DoAction.Handle(new(ana, promise, Channel.Mail, Direction.Out), db, clock, Ct));

        done.ClosedLoops.ShouldBe([promise]);
        done.Title.ShouldBe("Kept your promise to Ana Kovač");
        (await desk.Rows()).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_contact_for_one_thing_leaves_another_promise_open(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (person, loop) = await desk.Met("Ana Kovač", 2);
        var promise = await desk.Open(person, LoopKind.PromiseByMe, dueIn: 0);

        await desk.Ask((db, clock, _) => DoAction.Handle(new(person, loop, Channel.Call, Direction.Both), db, clock, Ct));

        (await desk.Rows()).Single().Loop!.Id.ShouldBe(promise);
    }

    [Theory, OnBothDatabases]
    public async Task Later_sleeps_until_the_day_and_wakes_on_it(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (person, loop) = await desk.Met("Ana Kovač", 2);

        var put = await desk.Ask((db, clock, _) => PutOff.Handle(new(person, loop, desk.Today.AddDays(7)), db, clock, Ct));
        (await desk.Rows()).ShouldBeEmpty();

        desk.World.Clock.Pass(TimeSpan.FromDays(7));
        (await desk.Names()).ShouldBe(["Ana Kovač"]);

        await desk.Undo(put.Batch);
        (await desk.World.Ask(db => db.Loops.Select(l => l.State).SingleAsync(Ct))).ShouldBe(LoopState.Open);
    }

    [Theory, OnBothDatabases]
    public async Task Letting_go_closes_the_loop_with_the_reason(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (person, loop) = await desk.Met("Ana Kovač", 2);

        await desk.Ask((db, clock, _) => LetGo.Handle(new(person, loop, "Not the right person"), db, clock, Ct));

        (await desk.Rows()).ShouldBeEmpty();
        (await desk.World.Ask(db => db.Loops.Select(l => l.Decision).SingleAsync(Ct))).ShouldBe("Not the right person");
    }

    [Theory, OnBothDatabases]
    public async Task A_suggestion_that_is_not_wanted_falls_silent_for_a_while(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.Works(ana, "Harbor & Finch");
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Harbor & Finch"]), db, clock, Ct));

        var let = await desk.Ask((db, clock, _) => LetGo.Handle(new(ana, null, "No longer relevant"), db, clock, Ct));
        (await desk.Rows()).ShouldBeEmpty();

        await desk.Undo(let.Batch);
        (await desk.Names()).ShouldBe(["Ana Kovač"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_let_go_teaches_the_order_until_it_is_forgotten(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        for (var i = 0; i < 3; i++)
        {
            var (person, loop) = await desk.Met($"Old Friend{i}", 30);
            await desk.Ask((db, clock, _) => LetGo.Handle(new(person, loop, "I do not want to"), db, clock, Ct));
        }
        await desk.Met("Ana Kovač", 2);

        var row = (await desk.Rows()).Single();
        row.Reasons.Single(r => r.Code == "learned").ShouldBe(new Reason("learned", "you let 3 of 3 of this kind go", 0.769));

        var forgotten = await desk.World.Ask(db => Learn.Forget(db, Ct));
        forgotten.Answers.ShouldBe(3);
        (await desk.Rows()).Single().Reasons.ShouldNotContain(r => r.Code == "learned");
        await desk.Undo(forgotten.Batch!.Value);
        (await desk.Rows()).Single().Reasons.ShouldContain(r => r.Code == "learned");
    }

    [Theory, OnBothDatabases]
    public async Task What_was_done_speaks_for_its_kind_and_an_undo_takes_the_word_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (done, loop) = await desk.Met("Ben Okafor", 2);
        var (elsewhere, other) = await desk.Met("Cora Lind", 2);
        await desk.Met("Ana Kovač", 2);

        var act = await desk.Ask((db, clock, _) => DoAction.Handle(new(done, loop, Channel.Mail, Direction.Out), db, clock, Ct));
        await desk.Ask((db, clock, _) => LetGo.Handle(new(elsewhere, other, "Done elsewhere: by telephone"), db, clock, Ct));

        (await desk.Rows()).Single().Reasons.Single(r => r.Code == "learned").Text.ShouldBe("you did all 2 of this kind");
        await desk.Undo(act.Batch);
        (await desk.Rows()).SelectMany(r => r.Reasons).Where(r => r.Code == "learned").Select(r => r.Text).Distinct().ShouldBe(["you did the one of this kind"]);
    }

    [Theory, OnBothDatabases]
    public async Task Old_answers_are_forgotten_by_themselves(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ben, loop) = await desk.Met("Ben Okafor", 2);
        await desk.Ask((db, clock, _) => LetGo.Handle(new(ben, loop, "No longer relevant"), db, clock, Ct));
        desk.World.Clock.Pass(TimeSpan.FromDays(Lessons.Days + 1));
        await desk.Met("Ana Kovač", 2);

        (await desk.Rows()).Single().Reasons.ShouldNotContain(r => r.Code == "learned");
    }

    [Theory, OnBothDatabases]
    public async Task A_suggestion_teaches_by_what_it_was_and_the_wrong_person_rests_for_a_year(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        await desk.Works(ana, "Harbor & Finch");
        await desk.Works(ben, "Harbor & Finch");
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Harbor & Finch"]), db, clock, Ct));

        var let = await desk.Ask((db, clock, _) => LetGo.Handle(new(ana, null, "Not the right person", ActionKind.ReachOut), db, clock, Ct));

        let.QuietUntil.ShouldBe(desk.Today.AddDays(365));
        (await desk.Rows()).Single().Reasons.Single(r => r.Code == "learned").Weight.ShouldBe(0.909);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_suggested_within_ten_business_days_of_the_last_contact(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");
        await desk.Works(ana, "Harbor & Finch");
        await desk.Ask((db, clock, _) => SetGoal.Handle(new("Head of data", Targets: ["Harbor & Finch"]), db, clock, Ct));
        await desk.Talked(ana, 0);
        var spoke = desk.Today;

        while (new BusinessDays(null).Between(spoke, desk.Today) < 10)
        {
            (await desk.Names()).ShouldBeEmpty();
            desk.World.Clock.Pass(TimeSpan.FromDays(1));
        }
        desk.World.Clock.Pass(TimeSpan.FromDays(1));
        (await desk.Names()).ShouldBe(["Ana Kovač"]);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused_with_a_sentence(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, loop) = await desk.Met("Ana Kovač", 2);
        var ben = await desk.Person("Ben Okafor");

        (await Refused(desk.Ask((db, clock, _) => DoAction.Handle(new(ben, loop, Channel.Mail, Direction.Out), db, clock, Ct)))).ShouldBe("loop.unknown");
        (await Refused(desk.Ask((db, clock, _) => PutOff.Handle(new(ana, loop, desk.Today), db, clock, Ct)))).ShouldBe("later.past");
        (await Refused(desk.Ask((db, clock, _) => LetGo.Handle(new(ana, loop, " "), db, clock, Ct)))).ShouldBe("loop.reason-missing");
        (await Refused(desk.Ask((db, clock, _) => DoAction.Handle(new(ana, loop, Channel.Mail, Direction.Out, desk.Today.AddDays(1)), db, clock, Ct)))).ShouldBe("interaction.future");
        await desk.Ask((db, clock, _) => LetGo.Handle(new(ana, loop, "Done elsewhere"), db, clock, Ct));
        (await Refused(desk.Ask((db, clock, _) => DoAction.Handle(new(ana, loop, Channel.Mail, Direction.Out), db, clock, Ct)))).ShouldBe("loop.closed");
    }

    [Theory, OnBothDatabases]
    public async Task A_captured_card_makes_the_person_and_the_follow_up(Database database)
    {
        await using var desk = await Desk.Of(product, database);

        var captured = await desk.Ask((db, clock, _) => CaptureEncounter.Handle(new("Ana María López", CaptureEncounter.Kind.CardReceived, Note: "DataConf, wants the deck"), db, clock, Ct));

        captured.IsNew.ShouldBeTrue();
        var row = (await desk.Rows()).Single();
        (row.Loop!.Id, row.Known.Met, row.Due).ShouldBe((captured.Loop!.Value, "DataConf, wants the deck", (DateOnly?)desk.Today.AddDays(2)));
        await desk.Undo(captured.Batch);
        (await desk.World.Ask(db => db.People.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_captured_call_goes_to_whoever_has_that_name_and_answers_the_follow_up(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var (ana, loop) = await desk.Met("Ana Kovač", 2);

        var captured = await desk.Ask((db, clock, _) => CaptureEncounter.Handle(new("ana KOVAC", CaptureEncounter.Kind.Call), db, clock, Ct));

        (captured.Person, captured.IsNew).ShouldBe((ana, false));
        (await desk.World.Ask(db => db.Loops.Where(l => l.Id == loop).Select(l => l.State).SingleAsync(Ct))).ShouldBe(LoopState.Closed);
    }

    [Theory, OnBothDatabases]
    public async Task A_name_that_two_people_have_is_asked_about(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        await desk.Person("Ana Kovač");
        var second = await desk.Person("Ana Kovac");

        (await Refused(desk.Ask((db, clock, _) => CaptureEncounter.Handle(new("Ana Kovač", CaptureEncounter.Kind.Met), db, clock, Ct)))).ShouldBe("person.ambiguous");
        (await desk.Ask((db, clock, _) => CaptureEncounter.Handle(new("Ana Kovač", CaptureEncounter.Kind.Met, second), db, clock, Ct))).Person.ShouldBe(second);
        (await desk.Ask((db, clock, _) => CaptureEncounter.Handle(new("Ana Kovač", CaptureEncounter.Kind.Met, IsNew: true), db, clock, Ct))).IsNew.ShouldBeTrue();
    }

    private static async Task<string> Refused(Task act) => (await Should.ThrowAsync<RefusedException>(() => act)).Code;
}

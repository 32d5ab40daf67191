using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Domain.Sequences;
using Kith.People;
using Kith.Sequences;
using Kith.Today;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Sequences;

public sealed class SequenceTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Three_B_seven_turns_to_each_person_in_business_days_and_ends(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var (ana, ben) = await Colleagues(desk);

        await Start(desk, ana, "3b7", ben);
        (await Open(desk)).ShouldBe(["Ana Kovač 2030-05-06"]);
        await Log(desk, ana, Direction.Out);
        (await Open(desk)).ShouldBe(["Ben Okafor 2030-05-09"], "three business days after Monday morning");
        await Log(desk, ana, Direction.Out);
        (await Open(desk)).ShouldBe(["Ben Okafor 2030-05-09"], "the step asks for a message to Ben");
        await Log(desk, ben, Direction.Out);
        (await Open(desk)).ShouldBe(["Ana Kovač 2030-05-15"], "seven business days");
        await Log(desk, ana, Direction.Out);

        (await Open(desk)).ShouldBeEmpty();
        var run = (await desk.Ask((db, clock, _) => ListSequences.Handle(db, clock, Ct))).Ended.ShouldHaveSingleItem();
        (run.State, run.Segment).ShouldBe((RunState.Finished, Segment.Curmudgeon));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_sent_after_noon_counts_from_the_next_business_day(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 10, 15, 0, 0));
        var (ana, ben) = await Colleagues(desk);

        await Start(desk, ana, "3b7", ben);
        await Log(desk, ana, Direction.Out);

        (await Open(desk)).ShouldBe(["Ben Okafor 2030-05-16"], "Friday afternoon counts from Monday");
    }

    [Theory]
    [InlineData("first", Direction.In, true)]
    [InlineData("second", Direction.In, true)]
    [InlineData("colleague", Direction.In, true)]
    [InlineData("stranger", Direction.In, false)]
    [InlineData("first", Direction.Both, true)]
    [InlineData("colleague", Direction.Out, false)]
    public async Task An_answer_from_either_or_from_their_organisation_stops_it(string who, Direction direction, bool stops)
    {
        await using var desk = await At(product, Database.Sqlite, new(2030, 5, 6, 9, 0, 0));
        var (ana, ben) = await Colleagues(desk);
        var people = new Dictionary<string, Guid> { ["first"] = ana, ["second"] = ben, ["colleague"] = await desk.Person("Cleo Marsh"), ["stranger"] = await desk.Person("Dan Reed") };
        await desk.Works(people["colleague"], "Harbor & Finch");
        await Start(desk, ana, "3b7", ben);

        await Log(desk, people[who], direction);

        var run = await desk.World.Ask(db => db.SequenceRuns.SingleAsync(Ct));
        run.State.ShouldBe(stops ? RunState.Answered : RunState.Running);
        (await Open(desk)).Length.ShouldBe(stops ? 0 : 1);
        if (stops)
            (await desk.World.Ask(db => db.Loops.SingleAsync(Ct))).Decision!.ShouldEndWith("answered");
    }

    [Theory, OnBothDatabases]
    public async Task A_booster_answers_within_three_business_days_and_an_obligate_later(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        foreach (var person in new[] { ana, ben })
        {
            await Start(desk, person, "3b7");
            await Log(desk, person, Direction.Out);
        }

        desk.World.Clock.Pass(TimeSpan.FromDays(3));
        await Log(desk, ana, Direction.In);
        desk.World.Clock.Pass(TimeSpan.FromDays(1));
        await Log(desk, ben, Direction.In);

        var ended = (await desk.Ask((db, clock, _) => ListSequences.Handle(db, clock, Ct))).Ended;
        ended.Select(r => (r.Person.Name, r.Segment)).ShouldBe([("Ana Kovač", Segment.Booster), ("Ben Okafor", Segment.Obligate)], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task No_step_is_due_while_somebody_is_away_and_a_stop_needs_a_reason(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var (ana, ben) = await Colleagues(desk);
        var run = await Start(desk, ana, "3b7", ben);
        await Log(desk, ana, Direction.Out);

        await desk.Ask((db, clock, _) => ChangeRun.Wait(new(run.Run, new(2030, 5, 10)), db, clock, Ct));
        (await Open(desk)).ShouldBe(["Ben Okafor 2030-05-13"], "the business day after they are back");
        (await Code(() => desk.Ask((db, clock, _) => ChangeRun.Handle(new(run.Run, " "), db, clock, Ct)))).ShouldBe("sequence.reason-missing");
        var stopped = await desk.Ask((db, clock, _) => ChangeRun.Handle(new(run.Run, "Met at a fair"), db, clock, Ct));

        (await Open(desk)).ShouldBeEmpty();
        (await Code(() => desk.Ask((db, clock, _) => ChangeRun.Handle(new(run.Run, "Again"), db, clock, Ct)))).ShouldBe("sequence.over");
        (await Code(() => desk.Ask((db, clock, _) => ChangeRun.Wait(new(run.Run, null), db, clock, Ct)))).ShouldBe("sequence.over");
        await desk.Undo(stopped.Batch!.Value);
        (await Open(desk)).ShouldBe(["Ben Okafor 2030-05-13"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_loop_that_is_handed_over_sleeps_and_the_first_message_answers_it(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var (ana, loop) = await desk.Met("Ana Kovač", 1);

        await desk.Ask((db, clock, _) => StartSequence.Handle(new(ana, "applied", On: desk.Today, Loop: loop), db, clock, Ct));
        (await desk.World.Ask(db => db.Loops.SingleAsync(l => l.Id == loop, Ct))).ShouldSatisfyAllConditions(
            l => l.State.ShouldBe(LoopState.Snoozed), l => l.SnoozedUntil.ShouldBe(new DateOnly(2030, 5, 21), "the day after the last step"));
        await Log(desk, ana, Direction.Out);

        (await desk.World.Ask(db => db.Loops.SingleAsync(l => l.Id == loop, Ct))).EvidenceId.ShouldNotBeNull();
        (await Open(desk)).ShouldBe(["Ana Kovač 2030-05-20"], "the second step, ten business days after the start");
    }

    [Theory, OnBothDatabases]
    public async Task A_step_that_is_let_go_opens_the_next_and_done_needs_a_message(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var (ana, ben) = await Colleagues(desk);
        await Start(desk, ana, "3b7", ben);
        var first = await desk.World.Ask(db => db.Loops.Select(l => l.Id).SingleAsync(Ct));

        (await Code(() => desk.Ask((db, clock, _) => DoAction.Handle(new(ana, first, Channel.Mail, Direction.Out, desk.Today.AddDays(-1)), db, clock, Ct)))).ShouldBe("loop.no-evidence");
        await desk.Ask((db, clock, _) => LetGo.Handle(new(ana, first, "Said it at the fair"), db, clock, Ct));
        (await Open(desk)).ShouldBe(["Ben Okafor 2030-05-09"]);
        var second = await desk.World.Ask(db => db.Loops.Where(l => l.State == LoopState.Open).Select(l => l.Id).SingleAsync(Ct));
        await desk.Ask((db, clock, _) => CloseLoop.Handle(new(second, "Nobody else is known"), db, clock, Ct));

        (await Open(desk)).ShouldBe(["Ana Kovač 2030-05-15"]);
    }

    [Theory, OnBothDatabases]
    public async Task The_trash_stops_the_runs_of_a_person_and_undo_brings_them_back(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var (ana, ben) = await Colleagues(desk);
        await Start(desk, ana, "3b7", ben);

        var second = await desk.Ask((db, clock, _) => TrashPeople.Handle(new([ben]), db, clock, Ct));
        await Log(desk, ana, Direction.Out);
        (await Open(desk)).ShouldBe(["Ana Kovač 2030-05-15"], "it goes on without the second");
        var trashed = await desk.Ask((db, clock, _) => TrashPeople.Handle(new([ana]), db, clock, Ct));
        var stopped = await desk.World.Ask(db => db.SequenceRuns.SingleAsync(Ct));
        (stopped.State, stopped.Ending).ShouldBe((RunState.Stopped, "Moved to the trash"));
        (await Open(desk)).ShouldBeEmpty();

        await desk.Undo(trashed.Batch!.Value);
        (await Open(desk)).ShouldBe(["Ana Kovač 2030-05-15"]);
        second.Batch.ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Own_sequences_name_the_line_that_is_wrong_and_do_not_change_what_runs(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var ana = await desk.Person("Ana Kovač");
        var own = await Save(desk, null, "Slow", "0 first: Write\n20 first: Write again");
        await Start(desk, ana, "slow");

        await Save(desk, own.Sequence, "Slow", "0 first: Write\n40 first: Write again");
        (await desk.World.Ask(db => db.SequenceRuns.Select(r => r.Steps).SingleAsync(Ct))).ShouldBe("0 first: Write\n20 first: Write again");
        var wrong = await Should.ThrowAsync<RefusedException>(() => Save(desk, null, "Bad", "0 first: Write\n3 third: Write"));
        (wrong.Code, wrong.Message).ShouldBe(("sequence.step", "Line 2: \"third\" is nobody: write first or second."));
        (await Code(() => Save(desk, null, "slow", "1 first: x"))).ShouldBe("sequence.name-taken");
        (await Code(() => Save(desk, null, "3B7", "1 first: x"))).ShouldBe("sequence.name-taken");
        (await Code(() => Save(desk, Guid.AllBitsSet, "Other", "1 first: x"))).ShouldBe("sequence.unknown");
        var removed = await desk.Ask((db, _, _) => SaveSequence.Remove(own.Sequence, db, Ct));

        (await Open(desk)).ShouldBe(["Ana Kovač 2030-05-06"], "what runs goes on");
        await desk.Undo(removed.Batch!.Value);
        (await desk.World.Ask(db => db.Sequences.Select(s => s.Name).SingleAsync(Ct))).ShouldBe("Slow");
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_run_is_refused(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var (ana, ben) = await Colleagues(desk);
        var dan = await desk.Person("Dan Reed");
        await desk.Works(dan, "Elsewhere Ltd");
        var self = await desk.Person("Ada Harbor", isSelf: true);
        var (_, other) = await desk.Met("Cleo Marsh", 1);
        await Save(desk, null, "Seconds", "1 second: Write");

        (await Code(() => Start(desk, self, "3b7"))).ShouldBe("sequence.self");
        (await Code(() => Start(desk, ana, "3b7", ana))).ShouldBe("sequence.self");
        (await Code(() => Start(desk, ana, "3b7", dan))).ShouldBe("sequence.elsewhere");
        (await Code(() => Start(desk, ana, "applied", ben))).ShouldBe("sequence.no-second");
        (await Code(() => Start(desk, ana, "Seconds"))).ShouldBe("sequence.nobody");
        (await Code(() => Start(desk, ana, "none"))).ShouldBe("sequence.unknown");
        (await Code(() => desk.Ask((db, clock, _) => StartSequence.Handle(new(ana, "3b7", On: desk.Today.AddDays(1)), db, clock, Ct)))).ShouldBe("sequence.day");
        (await Code(() => desk.Ask((db, clock, _) => StartSequence.Handle(new(ana, "3b7", Loop: other), db, clock, Ct)))).ShouldBe("loop.unknown");
        await Start(desk, ana, "3b7");
        (await Code(() => Start(desk, ana, "applied"))).ShouldBe("sequence.running");
        (await Code(() => desk.Ask((db, clock, _) => OpenLoop.Handle(new(ana, LoopKind.SequenceStep, "x"), db, clock, Ct)))).ShouldBe("loop.kind");
        (await desk.World.Ask(db => db.SequenceRuns.CountAsync(Ct))).ShouldBe(1, "a refused start leaves nothing");
    }

    [Theory, OnBothDatabases]
    public async Task After_a_partial_undo_a_running_run_has_its_open_step(Database database)
    {
        await using var desk = await At(product, database, new(2030, 5, 6, 9, 0, 0));
        var (ana, ben) = await Colleagues(desk);
        await Start(desk, ana, "3b7", ben);
        var sent = await desk.Ask((db, clock, _) => LogInteraction.Handle(new(ana, Channel.Mail, Direction.Out), db, clock, Ct));
        var second = await desk.World.Ask(db => db.Loops.Where(l => l.State == LoopState.Open).Select(l => l.Id).SingleAsync(Ct));
        await desk.Ask((db, clock, _) => CloseLoop.Handle(new(second, "Nobody"), db, clock, Ct));

        await desk.Undo(sent.Batch);

        (await desk.World.Ask(db => db.SequenceRuns.SingleAsync(Ct))).State.ShouldBe(RunState.Running);
        (await Open(desk)).ShouldNotBeEmpty();
        (await desk.World.Ask(db => db.Loops.CountAsync(l => l.State == LoopState.Closed && l.EvidenceId == null && l.Decision == null, Ct))).ShouldBe(0);
    }

    private static async Task<Desk> At(Product product, Database database, DateTime now)
    {
        var desk = await Desk.Of(product, database);
        desk.World.Clock.Pass(now - desk.World.Clock.GetUtcNow().UtcDateTime);
        return desk;
    }

    private static async Task<(Guid Ana, Guid Ben)> Colleagues(Desk desk)
    {
        var (ana, ben) = (await desk.Person("Ana Kovač"), await desk.Person("Ben Okafor"));
        await desk.Works(ana, "Harbor & Finch");
        await desk.Works(ben, "Harbor & Finch");
        return (ana, ben);
    }

    private static Task<StartSequence.Started> Start(Desk desk, Guid person, string sequence, Guid? second = null) =>
        desk.Ask((db, clock, _) => StartSequence.Handle(new(person, sequence, second), db, clock, Ct));

    private static Task<LogInteraction.Logged> Log(Desk desk, Guid person, Direction direction) =>
        desk.Ask((db, clock, _) => LogInteraction.Handle(new(person, Channel.Mail, direction), db, clock, Ct));

    private static Task<SaveSequence.Saved> Save(Desk desk, Guid? id, string name, string steps) => desk.Ask((db, _, _) => SaveSequence.Handle(new(id, name, steps), db, Ct));

    private static async Task<string> Code<T>(Func<Task<T>> act) => (await Should.ThrowAsync<RefusedException>(act)).Code;

    private static async Task<string[]> Open(Desk desk) => [.. (await desk.World.Ask(db => (
        from loop in db.Loops
        where loop.State != LoopState.Closed && loop.Kind == LoopKind.SequenceStep
        join person in db.People on loop.PersonId equals person.Id
        select new { person.FullName, loop.Due }).ToListAsync(Ct))).Select(l => $"{l.FullName} {l.Due:yyyy-MM-dd}").Order()];
}

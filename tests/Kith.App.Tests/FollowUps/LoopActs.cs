using System.Globalization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Sequences;
using Kith.Events;
using Kith.FollowUps;
using Kith.Goals;
using Kith.History;
using Kith.Importing;
using Kith.Introductions;
using Kith.People;
using Kith.Sequences;
using Kith.Today;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.FollowUps;

/// <summary>Every act of the product that can touch a loop, each on rows that a dice chooses.</summary>
internal sealed class LoopActs(KithDb db, WorkspaceClock clock, Random dice, CancellationToken ct)
{
    private static readonly Direction[] Directions = Enum.GetValues<Direction>();

    private static readonly LoopKind[] Kinds = Enum.GetValues<LoopKind>();

    /// <summary>The acts by name; those that make rows and those that take back come several times, because the faults lie between them.</summary>
    internal static readonly IReadOnlyList<(string Name, Func<LoopActs, Task> Do)> All =
    [
        ("add a person", a => a.Add()),
        ("capture somebody", a => a.Capture()),
        ("capture somebody at an event", a => a.CaptureThere()),
        ("log a contact", a => a.Log()),
        ("log a contact again", a => a.Log()),
        ("open a loop", a => a.Open()),
        ("close a loop by decision", a => a.Close()),
        ("let go on Today", a => a.Go()),
        ("do an action", a => a.Act()),
        ("snooze a loop", a => a.Snooze()),
        ("put off on Today", a => a.Off()),
        ("let follow-ups rest", a => a.Rest()),
        ("edit a person", a => a.Edit()),
        ("tag people", a => a.Tag()),
        ("merge two people", a => a.Merge()),
        ("merge two people again", a => a.Merge()),
        ("move somebody to the trash", a => a.Trash()),
        ("restore from the trash", a => a.Restore()),
        ("erase for good", a => a.Erase()),
        ("start a sequence", a => a.Start(handOver: false)),
        ("hand over to a sequence", a => a.Start(handOver: true)),
        ("stop a sequence", a => a.Stop()),
        ("wait while somebody is away", a => a.Away()),
        ("ask for an introduction", a => a.Request()),
        ("take an introduction a step on", a => a.Step()),
        ("take an introduction a step further", a => a.Step()),
        ("add an event", a => a.AddEvent()),
        ("remove an event", a => a.RemoveEvent()),
        ("set a goal", a => a.Goal()),
        ("end the goal", a => a.EndGoal()),
        ("find duplicates", a => FindDuplicates.Handle(a.Db, a.Ct)),
        ("decide about a pair", a => a.Decide()),
        ("let the old follow-ups of an import rest", a => a.RestOld()),
        ("undo a batch", a => a.Undo()),
        ("undo the last batch", a => a.UndoLast()),
        ("undo another batch", a => a.Undo()),
        ("redo a batch", a => a.Redo()),
        ("redo another batch", a => a.Redo()),
        ("empty the trash", a => EmptyTrash.Handle(a.Db, a.Clock, a.Ct)),
    ];

    private Guid? lastLoop;

    private KithDb Db => db;

    private WorkspaceClock Clock => clock;

    private CancellationToken Ct => ct;

    private DateOnly Day => clock.Today.AddDays(-dice.Next(0, 6));

    private async Task Add() => await AddPerson.Handle(new($"{Names.Pick(dice)}", Email: $"{Names.Pick(dice)[..3]}{dice.Next(9)}@example.com", Organisation: dice.Next(2) == 0 ? "Harbor & Finch" : null, How: dice.Next(2) == 0 ? Tactic.CardReceived : null, MetOn: Day), db, clock, ct);

    private async Task Capture() => await CaptureEncounter.Handle(new(Names.Pick(dice), Pick(Enum.GetValues<CaptureEncounter.Kind>()), dice.Next(3) == 0 ? null : await Person(), On: Day, IsNew: dice.Next(4) == 0), db, clock, ct);

    private async Task CaptureThere() => await CaptureEncounter.Handle(new(Names.Pick(dice), CaptureEncounter.Kind.Met, await Person(), On: Day, Event: await One(db.Events)), db, clock, ct);

    private async Task Log() => await LogInteraction.Handle(new(await Person(), Channel.Mail, Pick(Directions), Day), db, clock, ct);

    private async Task Open() => await OpenLoop.Handle(new(await Person(), Pick(Kinds), "the article", clock.Today.AddDays(dice.Next(9))), db, clock, ct);

    private async Task Close() => await CloseLoop.Handle(new(await Loop(), dice.Next(8) == 0 ? " " : "Enough"), db, clock, ct);

    private async Task Go() => await LetGo.Handle(new(await PersonOf(await Loop()), lastLoop, "Not now"), db, clock, ct);

    private async Task Act() => await DoAction.Handle(new(await PersonOf(await Loop()), lastLoop, Channel.Call, Pick(Directions), Day), db, clock, ct);

    private async Task Snooze() => await SnoozeLoop.Handle(new(await Loop(), clock.Today.AddDays(dice.Next(0, 9))), db, clock, ct);

    private async Task Off() => await PutOff.Handle(new(await PersonOf(await Loop()), lastLoop, clock.Today.AddDays(3)), db, clock, ct);

    private async Task Rest() => await LetFollowUpsRest.Handle(new([await Person(), await Person()], "Too long ago"), db, clock, ct);

    private async Task Edit() => await EditPerson.Handle(new(await Person(), Names.Pick(dice), Positions: [new(null, "Harbor & Finch", "Buyer")]), db, clock, ct);

    private async Task Tag() => await TagPeople.Handle(new([await Person(), await Person()], $"t{dice.Next(3)}", dice.Next(3) == 0), db, ct);

    private async Task Merge() => await MergePeople.Handle(new(await Person(), [await Person()]), db, ct);

    private async Task Trash() => await TrashPeople.Handle(new([await Person()]), db, clock, ct);

    private async Task Restore() => await ShowTrash.Restore(await Trashed(), db, ct);

    private async Task Erase() => await EraseForGood.Handle(await Trashed(), db, ct);

    private async Task Start(bool handOver)
    {
        var loop = handOver ? await Loop() : (Guid?)null;
        var person = loop is { } id ? await PersonOf(id) : await Person();
        var code = Pick(BuiltIn.All).Code;
        await StartSequence.Handle(new(person, code, code == "3b7" && dice.Next(2) == 0 ? await Person() : null, Day, loop), db, clock, ct);
    }

    private async Task Stop() => await ChangeRun.Handle(new ChangeRun.Stop(await Running(), "Enough"), db, clock, ct);

    private async Task Away() => await ChangeRun.Wait(new(await Running(), clock.Today.AddDays(dice.Next(5))), db, clock, ct);

    private async Task Request() => await RequestIntroduction.Handle(new(await Person(), await Person()), db, clock, ct);

    private async Task Step()
    {
        var asked = await One(db.Introductions);
        var at = await db.Introductions.AsNoTracking().FirstOrDefaultAsync(i => i.Id == asked, ct);
        var next = at is null ? [] : Introduction.After(at.State, at.Kind);
        await AdvanceIntroduction.Handle(new(asked, next.Count == 0 ? IntroductionState.Met : Pick(next), Day), db, clock, ct);
    }

    private async Task AddEvent() => await Kith.Events.AddEvent.Handle(new($"Fair {dice.Next(9)}", clock.Today.AddDays(-1).ToDateTime(new(18, 0))), db, clock, ct);

    private async Task RemoveEvent() => await EditEvent.Remove(await One(db.Events), db, ct);

    private async Task Goal() => await SetGoal.Handle(new("Analyst", AsNew: dice.Next(2) == 0), db, clock, ct);

    private async Task EndGoal() => await ChangeGoalState.Handle(new(await One(db.Goals), Pick(Enum.GetValues<GoalState>())), db, clock, ct);

    private async Task Decide() => await DecideDuplicate.Handle(new(await One(db.Duplicates), Pick(Enum.GetValues<DecideDuplicate.Answer>())), db, clock, ct);

    private async Task RestOld() => await RestOldFollowUps.Handle(await One(db.Imports), db, clock, ct);

    private async Task Undo() => await UndoBatch.Handle(await One(db.Batches.Where(b => b.UndoneAt == null)), db, ct);

    private async Task UndoLast() => await UndoBatch.Handle(await db.Batches.Where(b => b.UndoneAt == null && b.Undoes == null).OrderByDescending(b => b.Id).Select(b => b.Id).FirstOrDefaultAsync(ct), db, ct);

    private async Task Redo() => await UndoBatch.Handle(await One(db.Batches.Where(b => b.UndoneAt == null && b.Undoes != null)), db, ct);

    private async Task<Guid> Loop() => (lastLoop = await One(dice.Next(9) == 0 ? db.Loops : db.Loops.Where(l => l.State != LoopState.Closed))).Value;

    private Task<Guid> PersonOf(Guid loop) => db.Loops.Where(l => l.Id == loop).Select(l => l.PersonId).FirstOrDefaultAsync(ct);

    private Task<Guid> Person() => One(db.People.Where(p => !p.IsSelf && p.MergedInto == null));

    private Task<Guid> Trashed() => One(db.People.IgnoreQueryFilters(new[] { KithDb.TrashFilter }).Where(p => p.TrashedAt != null));

    private Task<Guid> Running() => One(db.SequenceRuns.Where(r => r.State == RunState.Running));

    private async Task<Guid> One<T>(IQueryable<T> rows)
        where T : Row
    {
        var ids = await rows.OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
        return ids.Count == 0 ? Guid.AllBitsSet : ids[dice.Next(ids.Count)];
    }

    private T Pick<T>(IReadOnlyList<T> of) => of[dice.Next(of.Count)];

    /// <summary>A handful of names, so that people are met again and look alike.</summary>
    internal static class Names
    {
        private static readonly string[] Few = ["Ana Kovač", "Ben Okafor", "Cleo Marsh", "Dan Reed", "Eva Lind", "Anna Kovac"];

        internal static string Pick(Random dice) => Few[dice.Next(Few.Length)];

        /// <summary>Connections of LinkedIn and messages with them, some from years ago.</summary>
        internal static Importing.Export Export(Random dice, DateOnly today)
        {
            var (rows, messages) = (new List<string>(), new List<string>());
            foreach (var name in Few.Where(_ => dice.Next(2) == 0))
            {
                var (slug, on) = (name.Replace(' ', '-').Replace('č', 'c').ToLowerInvariant(), today.AddDays(-dice.Next(200)));
                rows.Add($"{name.Split(' ')[0]},{name.Split(' ')[1]},https://www.linkedin.com/in/{slug},,Harbor & Finch,Buyer,{on.ToString("dd MMM yyyy", CultureInfo.InvariantCulture)}");
                var said = $"{today.AddDays(-dice.Next(3)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} 08:00:0{dice.Next(9)}";
                if (dice.Next(2) == 0)
                    messages.Add(dice.Next(2) == 0 ? Importing.Export.FromAda(slug, said, "Hello", slug) : Importing.Export.ToAda(slug, said, "Hello", slug));
            }
            return new Importing.Export().Connections([.. rows]).Messages([.. messages]);
        }
    }
}

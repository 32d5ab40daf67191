using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>
/// How sequences under way follow what happens: an answer ends them, the message a step asks for closes it and opens the next. The caller names
/// the act and saves, so that one undo takes back the cause and what followed from it.
/// </summary>
internal static class Runs
{
    /// <summary>A contact, as sequences hear of it.</summary>
    /// <param name="HasHour">False where only its day is known.</param>
    internal sealed record Heard(Guid Contact, Guid Person, Direction Direction, DateTime At, DateOnly On, bool HasHour);

    /// <summary>Lets every run that a contact concerns follow it; returns the steps that closed on it.</summary>
    internal static async Task<IReadOnlyList<Loop>> Follow(KithDb db, IReadOnlyCollection<Heard> heard, WorkspaceClock clock, CancellationToken ct)
    {
        var people = heard.Select(h => h.Person).Distinct().ToList();
        var runs = await db.SequenceRuns.Where(r => (r.State == RunState.Running || (r.State == RunState.Finished && r.AnsweredOn == null))
            && (people.Contains(r.PersonId) || (r.SecondId != null && people.Contains(r.SecondId.Value))
                || (r.OrganisationId != null && db.Positions.Any(p => p.OrganisationId == r.OrganisationId && p.IsCurrent && people.Contains(p.PersonId))))).ToListAsync(ct);
        if (runs.Count == 0)
            return [];
        var organisations = runs.Select(r => r.OrganisationId).OfType<Guid>().Distinct().ToList();
        var there = (await db.Positions.Where(p => p.IsCurrent && p.OrganisationId != null && organisations.Contains(p.OrganisationId.Value) && people.Contains(p.PersonId))
            .Select(p => new { Organisation = p.OrganisationId!.Value, p.PersonId }).ToListAsync(ct)).Select(p => (p.Organisation, p.PersonId)).ToHashSet();
        var names = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.FullName }).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        var loops = await Steps(db, runs, ct);
        var closed = new List<Loop>();
        foreach (var run in runs)
            foreach (var contact in heard.OrderBy(h => h.At).ThenBy(h => h.Contact))
                if (IsAnswer(run, contact, there, clock))
                    Answer(run, contact, names[contact.Person], loops[run.Id]);
                else if (contact.Direction == Direction.Out && run.State == RunState.Running)
                    closed.AddRange(Done(db, run, contact, loops[run.Id], clock));
        return closed;
    }

    /// <summary>Opens the next step of the runs whose step was closed by a decision.</summary>
    internal static async Task StepsClosed(KithDb db, IReadOnlyCollection<Loop> closed, WorkspaceClock clock, CancellationToken ct)
    {
        var ids = closed.Select(l => l.RunId).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
            return;
        var runs = await db.SequenceRuns.Where(r => ids.Contains(r.Id) && r.State == RunState.Running).ToListAsync(ct);
        var loops = await Steps(db, runs, ct);
        foreach (var run in runs)
            Go(db, run, loops[run.Id], clock.Today, clock);
    }

    /// <summary>Stops runs with a reason, which closes their steps.</summary>
    internal static async Task Stop(KithDb db, IReadOnlyList<SequenceRun> runs, string? reason, WorkspaceClock clock, CancellationToken ct)
    {
        var loops = await Steps(db, runs, ct);
        foreach (var run in runs)
        {
            run.Stop(reason, clock.Today);
            Close(loops[run.Id], run.Ending!, clock.Today);
        }
    }

    /// <summary>What goes to the trash cannot be written to: the runs with these people stop, and those that have one as the second go on without.</summary>
    internal static async Task Leave(KithDb db, IReadOnlyCollection<Guid> people, WorkspaceClock clock, CancellationToken ct)
    {
        var running = await db.SequenceRuns.Where(r => r.State == RunState.Running && (people.Contains(r.PersonId) || (r.SecondId != null && people.Contains(r.SecondId.Value)))).ToListAsync(ct);
        const string reason = "Moved to the trash";
        await Stop(db, [.. running.Where(r => people.Contains(r.PersonId))], reason, clock, ct);
        var without = running.Where(r => r.State == RunState.Running).ToList();
        var loops = await Steps(db, without, ct);
        foreach (var run in without)
        {
            Close([.. loops[run.Id].Where(l => l.PersonId == run.SecondId)], reason, clock.Today);
            run.SecondId = null;
            Go(db, run, loops[run.Id], clock.Today, clock);
        }
    }

    /// <summary>Sets until when somebody is away, which moves the step that waits.</summary>
    internal static async Task Away(KithDb db, SequenceRun run, DateOnly? until, WorkspaceClock clock, CancellationToken ct)
    {
        run.AwayUntil = until;
        foreach (var loop in (await Steps(db, [run], ct))[run.Id].Where(l => l.State != LoopState.Closed && l.Step < run.Plan().Count))
            loop.Due = run.Due(loop.Step!.Value, clock.Local(run.StartedAt), loop.OpenedOn ?? clock.Today, clock.Offices);
    }

    /// <summary>Opens the step a run waits for, unless one is open; ends the run after its last.</summary>
    internal static void Go(KithDb db, SequenceRun run, List<Loop> loops, DateOnly on, WorkspaceClock clock)
    {
        if (run.State != RunState.Running || loops.Any(l => l.State != LoopState.Closed))
            return;
        if (run.NextFrom(loops.Count == 0 ? 0 : loops.Max(l => l.Step ?? 0) + 1) is not { } next)
        {
            run.Finish(on);
            return;
        }
        run.Step = next;
        var step = run.Plan()[next];
        var loop = new Loop
        {
            Id = db.NewId(),
            PersonId = run.Whom(step)!.Value,
            Kind = LoopKind.SequenceStep,
            What = step.What,
            OpenedOn = on,
            Due = run.Due(next, clock.Local(run.StartedAt), on, clock.Offices),
            RunId = run.Id,
            Step = next,
        };
        db.Add(loop);
        loops.Add(loop);
    }

    /// <summary>After a partial undo: what runs has its open step, what is over has none.</summary>
    internal static async Task Mend(KithDb db, IReadOnlyCollection<Guid> runs, WorkspaceClock clock, CancellationToken ct)
    {
        var touched = await db.SequenceRuns.Where(r => runs.Contains(r.Id)).ToListAsync(ct);
        var loops = await Steps(db, touched, ct);
        foreach (var run in touched)
            if (run.State == RunState.Running)
                Go(db, run, loops[run.Id], clock.Today, clock);
            else
                Close(loops[run.Id], run.Ending ?? "The sequence is over", clock.Today);
    }

    // Somebody who talks with the user answers, too. Of a contact without an hour the day decides.
    private static bool IsAnswer(SequenceRun run, Heard contact, HashSet<(Guid, Guid)> there, WorkspaceClock clock) =>
        contact.Direction != Direction.Out && run.AwaitsAnswer
        && (contact.HasHour ? contact.At >= run.StartedAt : contact.On >= clock.DayOf(run.StartedAt))
        && (contact.Person == run.PersonId || contact.Person == run.SecondId
            || (run.State == RunState.Running && run.OrganisationId is { } organisation && there.Contains((organisation, contact.Person))));

    private static void Answer(SequenceRun run, Heard contact, string who, List<Loop> loops)
    {
        run.Answer(contact.On, who);
        Close(loops, run.Ending!, contact.On);
    }

    // One message is evidence of one step only.
    private static IEnumerable<Loop> Done(KithDb db, SequenceRun run, Heard contact, List<Loop> loops, WorkspaceClock clock)
    {
        var step = loops.Where(l => l.PersonId == contact.Person && l.IsAnsweredBy(contact.Direction, contact.On)).MinBy(l => l.Step);
        if (step is null || loops.Any(l => l.EvidenceId == contact.Contact))
            return [];
        step.CloseOnEvidence(contact.Contact, contact.On);
        // The days count from when the first message was really sent.
        if (step.Step == 0 && run.Plan()[0].Days == 0)
            run.StartedAt = contact.At;
        Go(db, run, loops, contact.On, clock);
        return [step];
    }

    private static void Close(List<Loop> loops, string reason, DateOnly on)
    {
        foreach (var loop in loops.Where(l => l.State != LoopState.Closed))
            loop.CloseByDecision(reason, on);
    }

    private static async Task<Dictionary<Guid, List<Loop>>> Steps(KithDb db, IReadOnlyCollection<SequenceRun> runs, CancellationToken ct)
    {
        if (runs.Count == 0)
            return [];
        var ids = runs.Select(r => (Guid?)r.Id).ToList();
        var loops = (await db.Loops.Where(l => ids.Contains(l.RunId)).OrderBy(l => l.Id).ToListAsync(ct)).ToLookup(l => l.RunId!.Value);
        return runs.ToDictionary(r => r.Id, r => loops[r.Id].ToList());
    }
}

using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Sequences;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Sequences;

/// <summary>Starts a sequence with a person, which opens its first step; a loop that is handed over to it sleeps while it runs.</summary>
public static class StartSequence
{
    // A first message of longer ago would make every step late at once.
    private const int MostDaysAgo = 90;

    /// <summary>
    /// With whom; which sequence (code, id or name); the second person at the same organisation; the day the first message was or is sent (today
    /// where none is given); the loop that is handed over; the organisation at which it stops when anybody answers.
    /// </summary>
    public sealed record Command(
        Guid Person,
        [property: StringLength(100, ErrorMessage = "The name of a sequence has at most 100 characters.")] string? Sequence,
        Guid? Second = null,
        DateOnly? On = null,
        Guid? Loop = null,
        Guid? Organisation = null);

    /// <summary>The run, its first step and when that is due, and the batch that undo takes back.</summary>
    public sealed record Started(Guid Run, string Title, string? What, DateOnly? Due, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/sequences/runs", Handle).WithSummary("Start a sequence with a person");

    public static async Task<Started> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var on = command.On ?? clock.Today;
        if (on > clock.Today || on < clock.Today.AddDays(-MostDaysAgo))
            throw new RefusedException("sequence.day", $"A sequence starts today, or counts from a message of the last {MostDaysAgo} days.");
        var plan = await SequencesOf.Named(db, command.Sequence, ct);
        var person = await db.People.OrRefuse(command.Person, ct);
        var second = command.Second is { } id ? await db.People.OrRefuse(id, ct) : null;
        var steps = SequencePlan.Parse(plan.Steps);
        var organisation = await Check(command, person, second, steps, db, ct);
        var title = $"Started \"{plan.Name}\" with {person.FullName}{(second is null ? "" : $" and {second.FullName}")}";
        db.Act(title);
        var run = new SequenceRun
        {
            Id = db.NewId(),
            PersonId = person.Id,
            SecondId = second?.Id,
            OrganisationId = organisation,
            Name = plan.Name,
            Steps = plan.Steps,
            StartedAt = on == clock.Today ? clock.Now : clock.Noon(on),
        };
        db.Add(run);
        var opened = new List<Loop>();
        Runs.Go(db, run, opened, on, clock);
        if (opened is not [var first])
            throw new RefusedException("sequence.nobody", "Every step of this sequence turns to a second person; say who that is.");
        if (command.Loop is { } loop)
            await HandOver(loop, run, steps, db, clock, ct);
        await db.SaveChangesAsync(ct);
        return new(run.Id, title, first.What, first.Due, db.LastBatch!.Value);
    }

    private static async Task<Guid?> Check(Command command, Person person, Person? second, IReadOnlyList<SequenceStep> steps, KithDb db, CancellationToken ct)
    {
        if (person.IsSelf || second?.IsSelf == true || second?.Id == person.Id)
            throw new RefusedException("sequence.self", "A sequence runs with somebody else, and the second person is a third.");
        if (second is not null && steps.All(s => s.To == StepTo.First))
            throw new RefusedException("sequence.no-second", "No step of this sequence turns to a second person.");
        if (await db.SequenceRuns.AnyAsync(r => r.State == RunState.Running && r.PersonId == person.Id, ct))
            throw new RefusedException("sequence.running", $"A sequence with {person.FullName} runs already; stop it first.");
        if (command.Organisation is { } named)
            return (await db.Organisations.OrRefuse(named, ct)).Id;
        if (steps.All(s => s.To == StepTo.First))
            return null;
        var at = await db.Positions.Where(p => p.IsCurrent && p.Kind == PositionKind.Work && p.OrganisationId != null && (p.PersonId == person.Id || (second != null && p.PersonId == second.Id)))
            .OrderByDescending(p => p.From).ThenByDescending(p => p.Id).Select(p => new { p.PersonId, p.OrganisationId }).ToListAsync(ct);
        var (first, other) = (at.Where(p => p.PersonId == person.Id).Select(p => p.OrganisationId).ToList(), at.Where(p => p.PersonId == second?.Id).Select(p => p.OrganisationId).ToList());
        var shared = first.FirstOrDefault(other.Contains);
        if (shared is null && first.Count > 0 && other.Count > 0)
            throw new RefusedException("sequence.elsewhere", $"{second!.FullName} works elsewhere: the second person is one at the same organisation as {person.FullName}.");
        return shared ?? first.FirstOrDefault() ?? other.FirstOrDefault();
    }

    // It is neither closed nor lost: the first message answers it, or it comes back when the sequence would be through.
    private static async Task HandOver(Guid id, SequenceRun run, IReadOnlyList<SequenceStep> steps, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var loop = await db.Loops.OrRefuse(id, ct);
        if (loop.PersonId != run.PersonId)
            throw new RefusedException("loop.unknown", "That is open with somebody else; start the sequence with that person.");
        if (loop.Kind == LoopKind.SequenceStep)
            throw new RefusedException("loop.step", "That is a step of a sequence already.");
        loop.Snooze(clock.Offices.Add(clock.Today, steps[^1].Days + 1));
    }
}

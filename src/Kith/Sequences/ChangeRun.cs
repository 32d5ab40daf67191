using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Sequences;

/// <summary>Stops a sequence that runs, or lets it wait while somebody is out of office.</summary>
public static class ChangeRun
{
    // An answering machine that speaks of later than this is mistyped.
    private const int MostDaysAway = 366;

    /// <summary>Which run, and why it stops.</summary>
    public sealed record Stop(Guid Run, [property: StringLength(500, ErrorMessage = "A reason has at most 500 characters.")] string? Reason);

    /// <summary>Which run, and the last day somebody is away; none when they are back.</summary>
    public sealed record Away(Guid Run, DateOnly? Until);

    /// <summary>What happened, the day the next step is due, and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Run, string Title, DateOnly? Due, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/sequences/runs/stop", Handle).WithSummary("Stop a sequence");
        api.MapPost("/sequences/runs/away", Wait).WithSummary("Let a sequence wait while somebody is out of office");
    }

    public static async Task<Done> Handle(Stop command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var run = await db.SequenceRuns.OrRefuse(command.Run, ct);
        var title = $"Stopped \"{run.Name}\" with {await Name(db, run, ct)}";
        db.Act(title);
        await Runs.Stop(db, [run], command.Reason, clock, ct);
        await db.SaveChangesAsync(ct);
        return new(run.Id, title, null, db.LastBatch);
    }

    public static async Task<Done> Wait(Away command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var run = await db.SequenceRuns.OrRefuse(command.Run, ct);
        if (run.State != RunState.Running)
            throw new RefusedException("sequence.over", "This sequence is over already.");
        if (command.Until is { } until && (until < clock.Today || until > clock.Today.AddDays(MostDaysAway)))
            throw new RefusedException("sequence.away", "Give the last day they are away: today or later, within a year.");
        var name = await Name(db, run, ct);
        var title = command.Until is { } day ? $"{name} is out of office until {day:yyyy-MM-dd}" : $"{name} is back in office";
        db.Act(title);
        await Runs.Away(db, run, command.Until, clock, ct);
        await db.SaveChangesAsync(ct);
        var due = await db.Loops.Where(l => l.RunId == run.Id && l.State != LoopState.Closed).MinAsync(l => l.Due, ct);
        return new(run.Id, title, due, db.LastBatch);
    }

    private static Task<string> Name(KithDb db, SequenceRun run, CancellationToken ct) =>
        db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id == run.PersonId).Select(p => p.FullName).SingleAsync(ct);
}

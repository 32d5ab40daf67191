using Kith.Data;
using Kith.Domain;
using Kith.Domain.Sequences;
using Microsoft.EntityFrameworkCore;

namespace Kith.Sequences;

/// <summary>Lists the sequences that run with their next step, how the latest ended ones came out, and those that can be started.</summary>
public static class ListSequences
{
    /// <summary>Running sequences shown at most, the next due first.</summary>
    public const int MostRunning = 100;

    /// <summary>Ended ones shown at most, the latest first.</summary>
    public const int MostEnded = 50;

    /// <summary>Somebody in it.</summary>
    public sealed record Face(Guid Id, string Name, string? Headline);

    /// <summary>The step that waits.</summary>
    /// <param name="Number">Which one, from 1.</param>
    public sealed record Next(Guid Loop, int Number, Face With, string? What, DateOnly? Due, DateOnly? SnoozedUntil);

    /// <summary>A sequence with somebody.</summary>
    public sealed record Run(
        Guid Id, string Name, Face Person, Face? Second, string? Organisation, DateOnly StartedOn, RunState State, int Steps, Next? Next, DateOnly? AwayUntil,
        DateOnly? AnsweredOn, DateOnly? EndedOn, string? Ending, Segment? Segment);

    /// <summary>A sequence that can be started.</summary>
    /// <param name="Id">Its id where it is the user's own.</param>
    /// <param name="Code">What to name it by.</param>
    /// <param name="Source">Where the days come from; null where it is the user's own.</param>
    public sealed record Kind(Guid? Id, string Code, string Name, string? Source, string Steps);

    /// <summary>All of it.</summary>
    public sealed record Shown(IReadOnlyList<Run> Running, IReadOnlyList<Run> Ended, IReadOnlyList<Kind> Sequences);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/sequences", Handle).WithSummary("List sequences: running, ended, and those that can be started");

    public static async Task<Shown> Handle(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var running = await (
            from run in db.SequenceRuns.AsNoTracking()
            where run.State == RunState.Running
            orderby db.Loops.Where(l => l.RunId == run.Id && l.State != LoopState.Closed).Min(l => l.Due), run.Id
            select run).Take(MostRunning).ToListAsync(ct);
        var ended = await db.SequenceRuns.AsNoTracking().Where(r => r.State != RunState.Running).OrderByDescending(r => r.EndedOn).ThenByDescending(r => r.Id).Take(MostEnded).ToListAsync(ct);
        var rows = await Rows(db, [.. running, .. ended], clock, ct);
        return new([.. rows.Take(running.Count)], [.. rows.Skip(running.Count)], await Kinds(db, ct));
    }

    /// <summary>The sequences that can be started.</summary>
    internal static async Task<IReadOnlyList<Kind>> Kinds(KithDb db, CancellationToken ct)
    {
        var own = await db.Sequences.AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).Take(SaveSequence.Most).ToListAsync(ct);
        return [.. BuiltIn.All.Select(s => new Kind(null, s.Code, s.Name, s.Source, SequencePlan.Write(s.Steps))), .. own.Select(s => new Kind(s.Id, s.Id.ToString(), s.Name, null, s.Steps))];
    }

    private static async Task<IReadOnlyList<Run>> Rows(KithDb db, List<SequenceRun> runs, WorkspaceClock clock, CancellationToken ct)
    {
        if (runs.Count == 0)
            return [];
        var people = runs.Select(r => r.PersonId).Concat(runs.Select(r => r.SecondId).OfType<Guid>()).Distinct().ToArray();
        var faces = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => people.Contains(p.Id)).Select(p => new Face(p.Id, p.FullName, p.Headline)).ToDictionaryAsync(f => f.Id, ct);
        var ids = runs.Select(r => (Guid?)r.Id).ToArray();
        var open = (await db.Loops.AsNoTracking().Where(l => ids.Contains(l.RunId) && l.State != LoopState.Closed).OrderBy(l => l.Step).ToListAsync(ct)).ToLookup(l => l.RunId);
        var there = runs.Select(r => r.OrganisationId).OfType<Guid>().Distinct().ToArray();
        var names = there.Length == 0 ? [] : await db.Organisations.IgnoreQueryFilters([KithDb.TrashFilter]).Where(o => there.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return [.. runs.Select(r => new Run(
            r.Id, r.Name, faces[r.PersonId], r.SecondId is { } second ? faces[second] : null, r.OrganisationId is { } at ? names.GetValueOrDefault(at) : null, clock.DayOf(r.StartedAt), r.State,
            r.Plan().Count, open[r.Id].Select(l => Waits(l, faces)).FirstOrDefault(), r.AwayUntil, r.AnsweredOn, r.EndedOn, r.Ending, r.Segment(clock.Local(r.StartedAt), clock.Offices)))];
    }

    private static Next Waits(Loop loop, Dictionary<Guid, Face> faces) =>
        new(loop.Id, (loop.Step ?? 0) + 1, faces[loop.PersonId], loop.What, loop.Due, loop.State == LoopState.Snoozed ? loop.SnoozedUntil : null);
}

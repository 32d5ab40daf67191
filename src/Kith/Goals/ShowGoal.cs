using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>Shows the current goal with its target organisations and a few honest counts.</summary>
public static class ShowGoal
{
    /// <summary>The goal as a whole; the shape of <c>kith goal --json</c>.</summary>
    public sealed record Shown(
        Guid Id, string RoleFamily, string? Field, string? Place, DateOnly? Deadline, int? DaysLeft, int? WeeklyHours, string? SuccessTest,
        IReadOnlyList<string> Criteria, GoalState State, IReadOnlyList<Target> Targets, Counts Counts);

    /// <summary>A target organisation and how many people the user knows there.</summary>
    public sealed record Target(Guid Id, Where Organisation, int? Motivation, int? Posting, int People);

    /// <summary>The organisation behind a target.</summary>
    public sealed record Where(Guid Id, string Name);

    /// <summary>Where the work stands. A conversation is a person with whom both sides were in contact within the days.</summary>
    public sealed record Counts(int Targets, int PeopleThere, int Conversations7, int Conversations30, int OpenLoops, int OpenPromises, FollowedUp Exchanges);

    /// <summary>Exchanges of all time, and how many of them were followed up.</summary>
    public sealed record FollowedUp(int N, int K);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/goal", async (KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            await Handle(db, clock, ct) ?? throw new RefusedException("goal.unknown", "No goal is set yet.")).WithSummary("The current goal");

    /// <summary>The goal that is active, else the newest that is paused; null where there is neither.</summary>
    public static async Task<Shown?> Handle(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var goal = await db.Goals.AsNoTracking().Where(g => g.State == GoalState.Active || g.State == GoalState.Paused)
            .OrderBy(g => g.State).ThenByDescending(g => g.CreatedAt).ThenByDescending(g => g.Id).FirstOrDefaultAsync(ct);
        if (goal is null)
            return null;
        var targets = await TargetsOf(db, goal.Id, ct);
        var people = await db.Positions.Where(x => x.IsCurrent && x.Kind == PositionKind.Work
                && db.Targets.Any(t => t.GoalId == goal.Id && t.OrganisationId == x.OrganisationId) && db.People.Any(p => p.Id == x.PersonId && !p.IsSelf))
            .Select(x => x.PersonId).Distinct().CountAsync(ct);
        var loops = await db.Loops.GroupBy(l => new { l.Kind, IsOpen = l.State != LoopState.Closed, IsAnswered = l.EvidenceId != null, FromExchange = l.ExchangeId != null })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var exchanged = loops.Where(l => l.Key is { Kind: LoopKind.FollowUp, FromExchange: true }).ToList();
        return new(
            goal.Id, goal.RoleFamily, goal.Field, goal.Place, goal.Deadline, goal.Deadline?.DayNumber - clock.Today.DayNumber, goal.WeeklyHours,
            goal.SuccessTest, [.. (goal.Criteria ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], goal.State, targets,
            new(
                targets.Count, people, await Conversations(db, clock.Now.AddDays(-7), ct), await Conversations(db, clock.Now.AddDays(-30), ct),
                loops.Where(l => l.Key.IsOpen).Sum(l => l.Count),
                loops.Where(l => l.Key is { IsOpen: true, Kind: LoopKind.PromiseByMe }).Sum(l => l.Count),
                new(exchanged.Sum(l => l.Count), exchanged.Where(l => l.Key.IsAnswered).Sum(l => l.Count))));
    }

    private static async Task<List<Target>> TargetsOf(KithDb db, Guid goal, CancellationToken ct) =>
        await (
            from target in db.Targets
            where target.GoalId == goal
            join organisation in db.Organisations on target.OrganisationId equals organisation.Id
            orderby target.Motivation ?? 1 descending, organisation.NameKey
            select new Target(
                target.Id, new(organisation.Id, organisation.Name), target.Motivation, target.Posting,
                db.Positions.Where(x => x.OrganisationId == organisation.Id && x.IsCurrent && x.Kind == PositionKind.Work
                    && db.People.Any(p => p.Id == x.PersonId && !p.IsSelf)).Select(x => x.PersonId).Distinct().Count()))
            .AsNoTracking().Take(Goals.Targets.Most).ToListAsync(ct);

    private static Task<int> Conversations(KithDb db, DateTime from, CancellationToken ct) =>
        db.Interactions.Where(i => i.At >= from && i.Channel != Channel.Reaction && i.Channel != Channel.Recommendation)
            .GroupBy(i => i.PersonId)
            .Where(g => g.Count(i => i.Direction != Direction.Out) > 0 && g.Count(i => i.Direction != Direction.In) > 0)
            .Select(g => g.Key).CountAsync(ct);
}

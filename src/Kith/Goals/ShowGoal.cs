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
        IReadOnlyList<Wish> Criteria, GoalState State, IReadOnlyList<Target> Targets, Counts Counts);

    /// <summary>What would make it fulfilling, and its weight from 1 to 3.</summary>
    public sealed record Wish(Guid Id, string Text, int Weight);

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
        var goal = await db.CurrentGoal().AsNoTracking().FirstOrDefaultAsync(ct);
        if (goal is null)
            return null;
        var targets = await TargetsOf(db, goal.Id, ct);
        var wishes = await db.Criteria.AsNoTracking().Where(c => c.GoalId == goal.Id).OrderBy(c => c.Place).ThenBy(c => c.Id).Take(Criterion.Most)
            .Select(c => new Wish(c.Id, c.Text, c.Weight)).ToListAsync(ct);
        return new(
            goal.Id, goal.RoleFamily, goal.Field, goal.Place, goal.Deadline, goal.Deadline?.DayNumber - clock.Today.DayNumber, goal.WeeklyHours,
            goal.SuccessTest, wishes, goal.State, targets,
            await CountsOf(db, goal.Id, clock.Now, ct));
    }

    // One query of several counts, each answered from an index.
    private static async Task<Counts> CountsOf(KithDb db, Guid goal, DateTime now, CancellationToken ct)
    {
        var (week, month) = (now.AddDays(-7), now.AddDays(-30));
        var open = db.Loops.Where(l => l.State == LoopState.Open || l.State == LoopState.Snoozed);
        var there = from target in db.Targets
                    where target.GoalId == goal
                    join position in db.Positions on target.OrganisationId equals position.OrganisationId
                    where position.IsCurrent && position.Kind == PositionKind.Work && db.People.Any(p => p.Id == position.PersonId && !p.IsSelf)
                    select position.PersonId;
        var (lately, thisMonth) = (Conversations(db, week), Conversations(db, month));
        return await db.Goals.Where(g => g.Id == goal).Select(_ => new Counts(
            db.Targets.Count(t => t.GoalId == goal),
            there.Distinct().Count(),
            lately.Count(),
            thisMonth.Count(),
            open.Count(),
            open.Count(l => l.Kind == LoopKind.PromiseByMe),
            new(db.Exchanges.Count(), db.Loops.Count(l => l.State == LoopState.Closed && l.EvidenceId != null && l.ExchangeId != null && l.Kind == LoopKind.FollowUp)))).SingleAsync(ct);
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
            .AsNoTracking().Take(Aims.MostTargets).ToListAsync(ct);

    // Whoever was in contact since then has a later last contact, and that has an index.
    private static IQueryable<Person> Conversations(KithDb db, DateTime since)
    {
        var talks = db.Interactions.Where(i => i.At >= since && i.Channel != Channel.Reaction && i.Channel != Channel.Recommendation);
        return db.People.Where(p => p.LastContact >= since
            && talks.Any(i => i.PersonId == p.Id && i.Direction != Direction.Out) && talks.Any(i => i.PersonId == p.Id && i.Direction != Direction.In));
    }
}

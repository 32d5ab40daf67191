using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>
/// Pauses a goal, takes it up again, or ends it as reached or given up. A pause changes nothing else. An end closes the goal's open opportunities and
/// stops the sequences that run; promises, thanks and follow-ups stay open, because they are owed to people and not to the goal.
/// </summary>
public static class ChangeGoalState
{
    /// <summary>The goal, where it now stands, and, at its end, the user's word about it, the opportunity that was accepted, and whether running sequences go on.</summary>
    public sealed record Command(
        Guid Goal,
        GoalState State,
        [property: StringLength(1000, ErrorMessage = "What you say about its end has at most 1,000 characters.")] string? Ending = null,
        Guid? Accepted = null,
        bool KeepSequences = false);

    /// <summary>What happened, how many opportunities were closed and sequences stopped, and the batch that undo takes back; no batch where it stood there already.</summary>
    public sealed record Done(GoalState State, string Title, Guid? Batch, int Opportunities = 0, int Sequences = 0);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/goal/state", Handle).WithSummary("Change where the goal stands");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (!Enum.IsDefined(command.State))
            throw new RefusedException("input.invalid", "A goal is active, paused, reached or given up.");
        var goal = await db.Goals.OrRefuse(command.Goal, ct);
        var title = $"{Word(command.State)}: {goal.RoleFamily}";
        db.Act(title);
        var ends = command.State is GoalState.Reached or GoalState.GivenUp;
        var (opportunities, sequences) = ends && goal.IsOpen ? (await Close(command, goal, db, clock, ct), command.KeepSequences ? 0 : await Stop(command.State, db, clock, ct)) : (0, 0);
        goal.EndedOn = ends ? goal.EndedOn ?? clock.Today : null;
        goal.Ending = !ends ? null : string.IsNullOrWhiteSpace(command.Ending) ? goal.Ending : command.Ending.Trim();
        goal.State = command.State;
        // One goal at a time: the others wait.
        if (command.State == GoalState.Active)
            foreach (var other in await db.Goals.Where(g => g.State == GoalState.Active && g.Id != goal.Id).ToListAsync(ct))
                other.State = GoalState.Paused;
        await db.SaveChangesAsync(ct);
        return new(goal.State, title, db.LastBatch, opportunities, sequences);
    }

    /// <summary>The opportunities that the end of a goal closes: its own, and those that serve no other.</summary>
    internal static IQueryable<Opportunity> OpenOf(KithDb db, Guid goal) => db.Opportunities.Where(o =>
        o.State != OpportunityState.Accepted && o.State != OpportunityState.Closed && (o.GoalId == goal || o.GoalId == null));

    private static async Task<int> Close(Command command, Goal goal, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var open = await OpenOf(db, goal.Id).ToListAsync(ct);
        if (command.Accepted is { } wanted && (command.State != GoalState.Reached || open.All(o => o.Id != wanted)))
            throw new RefusedException("goal.accepted-unknown", "What you accepted is one of the goal's open opportunities, and the goal is reached with it.");
        foreach (var opportunity in open)
        {
            opportunity.GoalId = goal.Id;
            await db.Enter(opportunity, opportunity.Id == command.Accepted ? OpportunityState.Accepted : OpportunityState.Closed, clock.Today, clock, ct);
            if (opportunity.State == OpportunityState.Closed)
                opportunity.Notes = $"{opportunity.Notes}\nClosed because the goal was {(command.State == GoalState.Reached ? "reached" : "given up")}.".Trim();
        }
        return open.Count(o => o.State == OpportunityState.Closed);
    }

    private static async Task<int> Stop(GoalState state, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var reason = state == GoalState.Reached ? "The goal was reached." : "The goal was given up.";
        var runs = await db.SequenceRuns.Where(r => r.State == RunState.Running).ToListAsync(ct);
        await Runs.Stop(db, runs, reason, clock, ct);
        return runs.Count;
    }

    private static string Word(GoalState state) => state switch
    {
        GoalState.Active => "Took up the goal",
        GoalState.Paused => "Paused the goal",
        GoalState.Reached => "Reached the goal",
        _ => "Gave up the goal",
    };
}

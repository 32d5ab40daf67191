using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>Pauses a goal, takes it up again, or ends it as reached or given up.</summary>
public static class ChangeGoalState
{
    /// <summary>The goal and where it now stands.</summary>
    public sealed record Command(Guid Goal, GoalState State);

    /// <summary>What happened and the batch that undo takes back; no batch where it stood there already.</summary>
    public sealed record Done(GoalState State, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/goal/state", Handle).WithSummary("Change where the goal stands");

    public static async Task<Done> Handle(Command command, KithDb db, CancellationToken ct)
    {
        if (!Enum.IsDefined(command.State))
            throw new RefusedException("input.invalid", "A goal is active, paused, reached or given up.");
        var goal = await db.Goals.OrRefuse(command.Goal, ct);
        var title = $"{Word(command.State)}: {goal.RoleFamily}";
        db.Act(title);
        goal.State = command.State;
        // One goal at a time: the others wait.
        if (command.State == GoalState.Active)
            foreach (var other in await db.Goals.Where(g => g.State == GoalState.Active && g.Id != goal.Id).ToListAsync(ct))
                other.State = GoalState.Paused;
        await db.SaveChangesAsync(ct);
        return new(goal.State, title, db.LastBatch);
    }

    private static string Word(GoalState state) => state switch
    {
        GoalState.Active => "Took up the goal",
        GoalState.Paused => "Paused the goal",
        GoalState.Reached => "Reached the goal",
        _ => "Gave up the goal",
    };
}

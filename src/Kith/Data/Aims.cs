using Kith.Domain;

namespace Kith.Data;

/// <summary>The goal that a user's targets and audiences belong to.</summary>
public static class Aims
{
    /// <summary>Target organisations of one goal at most: beyond this the list is no longer a choice (LAMP asks for 40).</summary>
    public const int MostTargets = 200;

    /// <summary>The active goal, else the newest that is paused, else none.</summary>
    public static IQueryable<Goal> CurrentGoal(this KithDb db) =>
        db.Goals.Where(g => g.State == GoalState.Active || g.State == GoalState.Paused)
            .OrderBy(g => g.State).ThenByDescending(g => g.CreatedAt).ThenByDescending(g => g.Id).Take(1);
}

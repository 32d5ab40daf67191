using Kith.Data;
using Kith.Domain;

namespace Kith.Research;

/// <summary>The goal that targets belong to.</summary>
internal static class Aim
{
    /// <summary>The newest active goal, or none.</summary>
    internal static IQueryable<Goal> Of(KithDb db) =>
        db.Goals.Where(g => g.State == GoalState.Active).OrderByDescending(g => g.CreatedAt).ThenByDescending(g => g.Id).Take(1);
}

using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>Lists every goal: the active one, those that wait, and those that came to an end.</summary>
public static class ListGoals
{
    /// <summary>Goals of a list at most.</summary>
    public const int Most = 100;

    /// <summary>One goal, with its word about the end where it has ended.</summary>
    public sealed record Row(
        Guid Id, string RoleFamily, string? Field, string? Place, GoalState State, DateOnly? Deadline, DateOnly? EndedOn, string? Ending, DateTime CreatedAt, int Targets, int Opportunities);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/goals", Handle).WithSummary("List all goals");

    public static async Task<IReadOnlyList<Row>> Handle(KithDb db, CancellationToken ct) => await db.Goals.AsNoTracking()
        .OrderBy(g => g.State).ThenByDescending(g => g.EndedOn).ThenByDescending(g => g.CreatedAt).ThenBy(g => g.Id).Take(Most)
        .Select(g => new Row(
            g.Id, g.RoleFamily, g.Field, g.Place, g.State, g.Deadline, g.EndedOn, g.Ending, g.CreatedAt,
            db.Targets.Count(t => t.GoalId == g.Id), db.Opportunities.Count(o => o.GoalId == g.Id))).ToListAsync(ct);
}

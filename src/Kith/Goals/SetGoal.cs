using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Goals;

/// <summary>Defines what the networking is for, or changes that.</summary>
public static class SetGoal
{
    /// <summary>
    /// The goal as a whole. Without an id it changes the current goal, or makes the first; as a new one it becomes the active goal and the others wait.
    /// Criteria are one a line, with one to three stars at the end for their weight. Targets are names of organisations: null leaves them
    /// as they are, a list becomes the list.
    /// </summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Say which kind of role you want.")]
        [property: StringLength(200, ErrorMessage = "A role has at most 200 characters.")] string RoleFamily,
        [property: StringLength(200, ErrorMessage = "A field has at most 200 characters.")] string? Field = null,
        [property: StringLength(200, ErrorMessage = "A place has at most 200 characters.")] string? Place = null,
        DateOnly? Deadline = null,
        [property: Range(1, 60, ErrorMessage = "Hours a week are between 1 and 60.")] int? WeeklyHours = null,
        [property: StringLength(1000, ErrorMessage = "A success test has at most 1,000 characters.")] string? SuccessTest = null,
        [property: StringLength(4000, ErrorMessage = "The criteria have at most 4,000 characters.")] string? Criteria = null,
        IReadOnlyList<string>? Targets = null,
        Guid? Goal = null,
        bool AsNew = false);

    /// <summary>The goal, whether it is new, and the batch that undo takes back.</summary>
    public sealed record Done(Guid Goal, bool IsNew, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/goal", Handle).WithSummary("Define or change the goal");

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var goal = command.AsNew ? null : await Existing(db, command.Goal, ct);
        if (command.Deadline <= clock.Today && command.Deadline != goal?.Deadline)
            throw new RefusedException("goal.past", "The date of a goal lies in the future; choose a later day.");
        var isNew = goal is null;
        db.Act(isNew ? $"Set the goal: {command.RoleFamily.Trim()}" : $"Changed the goal: {command.RoleFamily.Trim()}");
        if (goal is null)
        {
            await Pause(db, ct);
            db.Add(goal = new() { Id = db.NewId(), RoleFamily = command.RoleFamily, CreatedAt = clock.Now });
        }
        (goal.RoleFamily, goal.Field, goal.Place) = (command.RoleFamily.Trim(), Said(command.Field), Said(command.Place));
        (goal.Deadline, goal.WeeklyHours) = (command.Deadline, command.WeeklyHours);
        goal.SuccessTest = Said(command.SuccessTest);
        await Criteria.Become(db, goal.Id, command.Criteria, ct);
        if (command.Targets is { } names)
            await Targets.Become(db, clock, goal.Id, names, ct);
        await db.SaveChangesAsync(ct);
        return new(goal.Id, isNew, db.LastBatch);
    }

    // One goal at a time: the others wait.
    private static async Task Pause(KithDb db, CancellationToken ct)
    {
        foreach (var other in await db.Goals.Where(g => g.State == GoalState.Active).ToListAsync(ct))
            other.State = GoalState.Paused;
    }

    private static async Task<Goal?> Existing(KithDb db, Guid? id, CancellationToken ct) =>
        id is { } known
            ? await db.Goals.OrRefuse(known, ct)
            : await db.CurrentGoal().FirstOrDefaultAsync(ct);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

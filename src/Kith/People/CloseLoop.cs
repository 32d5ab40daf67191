using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Closes a loop by the user's decision, with its reason.</summary>
public static class CloseLoop
{
    /// <summary>The reason that says a promise was kept.</summary>
    public const string Kept = Loop.Kept;

    /// <summary>The loop and why it ends.</summary>
    public sealed record Command(Guid Loop, string? Reason);

    /// <summary>The loop and the batch that undo takes back.</summary>
    public sealed record Closed(Guid Loop, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/loops/close", Handle).WithSummary("Close a loop by decision");

    public static async Task<Closed> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var loop = await db.Loops.OrRefuse(command.Loop, ct);
        var name = await db.People.IgnoreQueryFilters([KithDb.TrashFilter]).Where(p => p.Id == loop.PersonId).Select(p => p.FullName).SingleAsync(ct);
        db.Act(command.Reason == Kept ? $"Closed a promise with {name}" : $"Let a loop with {name} go");
        loop.CloseByDecision(command.Reason ?? "", clock.Today);
        await Runs.StepsClosed(db, [loop], clock, ct);
        await db.SaveChangesAsync(ct);
        return new(loop.Id, db.LastBatch);
    }
}

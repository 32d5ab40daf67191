using Kith.Data;
using Kith.Domain;

namespace Kith.People;

/// <summary>Puts a loop aside until a later day.</summary>
public static class SnoozeLoop
{
    /// <summary>The loop and the day it comes back.</summary>
    public sealed record Command(Guid Loop, DateOnly Until);

    /// <summary>The day it comes back and the batch that undo takes back.</summary>
    public sealed record Snoozed(DateOnly Until, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/loops/snooze", Handle).WithSummary("Put a loop aside until a later day");

    public static async Task<Snoozed> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var loop = await db.Loops.OrRefuse(command.Loop, ct);
        if (command.Until <= clock.Today)
            throw new RefusedException("loop.past", "Choose a day after today.");
        db.Act("Put a loop aside until " + command.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        loop.Snooze(command.Until);
        await db.SaveChangesAsync(ct);
        return new(command.Until, db.LastBatch);
    }
}

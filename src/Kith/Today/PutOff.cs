using Kith.Data;
using Kith.Domain;

namespace Kith.Today;

/// <summary>Puts an action of Today aside until a later day.</summary>
public static class PutOff
{
    /// <summary>What to put aside, and until when.</summary>
    public sealed record Command(Guid Person, Guid? Loop, DateOnly Until);

    /// <summary>Until when it sleeps and the batch that undo takes back.</summary>
    public sealed record Asleep(DateOnly Until, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/today/later", Handle).WithSummary("Put an action of Today aside");

    public static async Task<Asleep> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (command.Until <= clock.Today)
            throw new RefusedException("later.past", "Choose a day after today.");
        if (command.Until > clock.Today.AddYears(2))
            throw new RefusedException("later.far", "Choose a day within two years, or let it go.");
        var (person, loop) = await Subject.Find(db, command.Person, command.Loop, ct);
        var title = $"Put {person.FullName} off until {command.Until:d MMMM}";
        db.Act(title);
        if (loop is null)
            person.QuietUntil = command.Until;
        else
            loop.Snooze(command.Until);
        await db.SaveChangesAsync(ct);
        return new(command.Until, title, db.LastBatch ?? Guid.Empty);
    }
}

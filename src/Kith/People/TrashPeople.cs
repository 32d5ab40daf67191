using Kith.Data;

namespace Kith.People;

/// <summary>Moves people to the trash, where they stay for 30 days.</summary>
public static class TrashPeople
{
    /// <summary>Who goes.</summary>
    public sealed record Command(IReadOnlyList<Guid> People);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/people/trash", Handle).WithSummary("Move people to the trash");
        api.MapDelete("/people/{id:guid}", (Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct) => Handle(new([id]), db, clock, ct)).WithSummary("Move a person to the trash");
    }

    public static async Task<Changed> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var people = await Chosen.People(db, command.People, ct);
        db.Act($"Moved {Chosen.Say(people)} to the trash");
        foreach (var person in people)
            person.TrashedAt = db.Clock.GetUtcNow().UtcDateTime;
        await Runs.Leave(db, [.. people.Select(p => p.Id)], clock, ct);
        return await db.Saved(people.Count, ct);
    }
}

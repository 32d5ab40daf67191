using Kith.Data;

namespace Kith.People;

/// <summary>Sets how often the user means to be in touch with people.</summary>
public static class SetCadence
{
    /// <summary>Who, and the preset in days; null or 0 for none.</summary>
    public sealed record Command(IReadOnlyList<Guid> People, int? Days);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/people/cadence", Handle).WithSummary("Set how often to be in touch");

    public static async Task<Changed> Handle(Command command, KithDb db, CancellationToken ct)
    {
        var days = Cadences.Checked(command.Days);
        var people = await Chosen.People(db, command.People, ct);
        db.Act(days is null ? $"Ended the reminders for {Chosen.Say(people)}" : $"Set {Cadences.Say(days).ToLowerInvariant()} for {Chosen.Say(people)}");
        var changed = people.Where(p => p.CadenceDays != days).ToList();
        foreach (var person in changed)
            person.CadenceDays = days;
        return await db.Saved(changed.Count, ct);
    }
}

using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Closes the open follow-ups of people by one decision, with its reason.</summary>
public static class LetFollowUpsRest
{
    /// <summary>Whose follow-ups, and why.</summary>
    public sealed record Command(IReadOnlyList<Guid> People, string? Reason);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/people/rest", Handle).WithSummary("Let the open follow-ups of people rest");

    public static async Task<Changed> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var people = await Chosen.People(db, command.People, ct);
        var ids = people.Select(p => p.Id).ToArray();
        var open = await db.Loops.Where(l => ids.Contains(l.PersonId) && l.Kind == LoopKind.FollowUp && l.State != LoopState.Closed).ToListAsync(ct);
        db.Act($"Let the follow-up of {Chosen.Say(people)} rest");
        foreach (var loop in open)
            loop.CloseByDecision(command.Reason ?? "", clock.Today);
        return await db.Saved(open.Count, ct);
    }
}

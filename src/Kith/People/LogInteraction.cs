using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;

namespace Kith.People;

/// <summary>Records a real contact with a person, which closes the loops it is evidence for.</summary>
public static class LogInteraction
{
    /// <summary>What happened, and whether the user asked for something; the day defaults to today.</summary>
    public sealed record Command(
        Guid Person,
        Channel Channel,
        Direction Direction,
        DateOnly? On = null,
        [property: StringLength(2000, ErrorMessage = "A note has at most 2,000 characters.")] string? Note = null,
        bool IsAsk = false);

    /// <summary>What came of it: the interaction, the loops it closed, how ready the brief was where something was asked (0-100), and the batch that undo takes back.</summary>
    public sealed record Logged(Guid Interaction, IReadOnlyList<Guid> ClosedLoops, Guid Batch, int? Readiness = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/interactions", Handle).WithSummary("Log a contact with a person");

    public static async Task<Logged> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var person = await db.People.OrRefuse(command.Person, ct);
        db.Act($"Logged a {command.Channel.ToString().ToLowerInvariant()} with {person.FullName}");
        var logged = await db.LogContact(new(person.Id, command.Channel, command.Direction, command.On, command.Note, IsAsk: command.IsAsk), clock, ct);
        await db.SaveChangesAsync(ct);
        return new(logged.Interaction.Id, [.. logged.Closed.Select(l => l.Id)], db.LastBatch!.Value, logged.Interaction.Readiness);
    }
}

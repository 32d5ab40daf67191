using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;

namespace Kith.Events;

/// <summary>Notes an event the user goes to or went to.</summary>
public static class AddEvent
{
    /// <summary>Its name, its day and hour in the user's zone, and its address on the web.</summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Say what the event is called.")]
        [property: StringLength(200, ErrorMessage = "A name has at most 200 characters.")] string Name,
        DateTime? At = null,
        [property: StringLength(1000, ErrorMessage = "An address has at most 1,000 characters.")] string? Url = null);

    /// <summary>The event and the batch that undo takes back.</summary>
    public sealed record Added(Guid Event, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/events", Handle).WithSummary("Add an event");

    public static async Task<Added> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var gathering = new Event
        {
            Id = db.NewId(),
            Name = command.Name.Trim(),
            StartsAt = command.At is { } local ? clock.Utc(local) : null,
            Url = WebAddress.Checked(command.Url),
        };
        db.Act($"Added the event {gathering.Name}");
        db.Add(gathering);
        await db.SaveChangesAsync(ct);
        return new(gathering.Id, db.LastBatch!.Value);
    }
}

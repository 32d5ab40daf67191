using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Shared;

namespace Kith.Events;

/// <summary>Says whether somebody on the list of an event is to be met, and why; or takes them off it.</summary>
public static class EditAttendee
{
    /// <summary>The line of the list as it is to be; the reason also holds what to ask them.</summary>
    public sealed record Command(
        Guid Attendee,
        bool IsWanted,
        [property: StringLength(500, ErrorMessage = "A reason has at most 500 characters.")] string? Why = null,
        bool Remove = false);

    /// <summary>The event it belongs to, what was done, and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Event, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/events/attendee", Handle).WithSummary("Say whether you want to meet somebody at an event, and why");

    public static async Task<Done> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var one = await db.Attendees.OrRefuse(command.Attendee, ct);
        var title = command.Remove ? $"Took {one.Name} off the list" : command.IsWanted ? $"You want to meet {one.Name}" : $"{one.Name} is only on the list";
        db.Act(title);
        if (command.Remove)
            db.Remove(one);
        else
            (one.IsWanted, one.Why) = (command.IsWanted, string.IsNullOrWhiteSpace(command.Why) ? null : command.Why.Trim());
        await db.SaveChangesAsync(ct);
        return new(one.EventId, title, db.LastBatch);
    }
}

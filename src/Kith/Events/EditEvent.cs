using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Events;

/// <summary>Changes what is noted about an event, and removes an event that nothing came of.</summary>
public static class EditEvent
{
    /// <summary>The event as a whole; times are those of the user's clock, the cost is in whole units of the user's currency.</summary>
    public sealed record Command(
        Guid Event,
        [property: Required(ErrorMessage = "Say what the event is called.")]
        [property: StringLength(200, ErrorMessage = "A name has at most 200 characters.")] string Name,
        DateTime? At = null,
        DateTime? Ends = null,
        [property: StringLength(200, ErrorMessage = "A place has at most 200 characters.")] string? Place = null,
        [property: StringLength(1000, ErrorMessage = "An address has at most 1,000 characters.")] string? Url = null,
        [property: StringLength(8000, ErrorMessage = "An agenda has at most 8,000 characters.")] string? Agenda = null,
        [property: Range(1, 50, ErrorMessage = "Between 1 and 50 conversations is a target.")] int? TargetConversations = null,
        [property: Range(1, 50, ErrorMessage = "Between 1 and 50 follow-ups is a target.")] int? TargetFollowUps = null,
        [property: Range(0, 1_000_000, ErrorMessage = "A cost is between 0 and 1,000,000.")] int? Cost = null,
        [property: Range(0.0, 500.0, ErrorMessage = "Between 0 and 500 hours can be given to an event.")] double? Hours = null);

    /// <summary>The event and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(Guid Event, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/events", Handle).WithSummary("Change an event");
        api.MapDelete("/events/{id:guid}", Remove).WithSummary("Remove an event that nothing came of");
    }

    public static async Task<Done> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        if (command.Ends is not null && command.At is null)
            throw new RefusedException("event.start-missing", "Say when it begins, too.");
        if (command.Ends < command.At)
            throw new RefusedException("event.ends-early", "It ends before it begins.");
        var changed = await db.Events.OrRefuse(command.Event, ct);
        var title = $"Changed the event {command.Name.Trim()}";
        db.Act(title);
        changed.Name = command.Name.Trim();
        (changed.StartsAt, changed.EndsAt) = (command.At is { } at ? clock.Utc(at) : null, command.Ends is { } ends ? clock.Utc(ends) : null);
        (changed.Place, changed.Url, changed.Agenda) = (Said(command.Place), WebAddress.Checked(command.Url), Said(command.Agenda));
        (changed.TargetConversations, changed.TargetFollowUps) = (command.TargetConversations, command.TargetFollowUps);
        (changed.Cost, changed.Hours) = (command.Cost, command.Hours);
        await db.SaveChangesAsync(ct);
        return new(changed.Id, title, db.LastBatch);
    }

    /// <summary>Removes an event with its list and homework. One at which people were met or cards given stays: their history refers to it.</summary>
    public static async Task<Done> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var gone = await db.Events.OrRefuse(id, ct);
        if (await db.Exchanges.AnyAsync(e => e.EventId == id, ct) || await db.Interactions.AnyAsync(i => i.EventId == id, ct) || await db.HandOuts.AnyAsync(h => h.EventId == id, ct))
            throw new RefusedException("event.met", $"You met people at {gone.Name}; their history refers to it, so it stays.");
        var title = $"Removed the event {gone.Name}";
        db.Act(title);
        db.RemoveRange(await db.Attendees.Where(a => a.EventId == id).ToListAsync(ct));
        db.RemoveRange(await db.Findings.Where(f => f.EventId == id).ToListAsync(ct));
        db.RemoveRange(await db.Questions.Where(q => q.EventId == id).ToListAsync(ct));
        db.Remove(gone);
        await db.SaveChangesAsync(ct);
        return new(id, title, db.LastBatch);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

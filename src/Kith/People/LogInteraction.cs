using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Records a real contact with a person, which closes the loops it is evidence for.</summary>
public static class LogInteraction
{
    /// <summary>What happened; the day defaults to today.</summary>
    public sealed record Command(
        Guid Person,
        Channel Channel,
        Direction Direction,
        DateOnly? On = null,
        [property: StringLength(2000, ErrorMessage = "A note has at most 2,000 characters.")] string? Note = null);

    /// <summary>What came of it: the interaction, the loops it closed, and the batch that undo takes back.</summary>
    public sealed record Logged(Guid Interaction, IReadOnlyList<Guid> ClosedLoops, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/interactions", Handle).WithSummary("Log a contact with a person");

    public static async Task<Logged> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var person = await db.People.OrRefuse(command.Person, ct);
        var on = command.On ?? clock.Today;
        // People log last week's coffee today, so the date is theirs to give; the future is not.
        if (on > clock.Today)
            throw new RefusedException("interaction.future", $"{on:yyyy-MM-dd} is still to come; log it when it has happened.");

        db.Act($"Logged a {command.Channel.ToString().ToLowerInvariant()} with {person.FullName}");
        var interaction = new Interaction
        {
            Id = db.NewId(),
            PersonId = person.Id,
            Channel = command.Channel,
            Direction = command.Direction,
            At = on == clock.Today ? clock.Now : clock.Noon(on),
            Summary = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(),
        };
        db.Add(interaction);
        var open = await db.Loops.Where(l => l.PersonId == person.Id && l.State != LoopState.Closed).ToListAsync(ct);
        var answered = open.Where(l => l.IsAnsweredBy(command.Direction, on)).ToList();
        foreach (var loop in answered)
            loop.CloseOnEvidence(interaction.Id, on);
        await db.SaveChangesAsync(ct);
        return new(interaction.Id, [.. answered.Select(l => l.Id)], db.LastBatch!.Value);
    }
}

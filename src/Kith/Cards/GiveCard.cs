using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;

namespace Kith.Cards;

/// <summary>Gives a card out: an address of its own, so that it can be told whether it was opened; to somebody it is also an exchange with its follow-up.</summary>
public static class GiveCard
{
    /// <summary>Which card, to whom, at which event, on which day; a sign that everybody scans has a label instead of a person.</summary>
    public sealed record Command(
        Guid Card,
        Guid? Person = null,
        Guid? Event = null,
        [property: StringLength(120, ErrorMessage = "A label has at most 120 characters.")] string? Label = null,
        DateOnly? On = null);

    /// <summary>The hand-out, the path of its address, the loop it opened, and the batch that undo takes back.</summary>
    public sealed record Given(Guid HandOut, string Path, Guid? Loop, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/cards/give", Handle).WithSummary("Give a card out");

    public static async Task<Given> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var on = command.On ?? clock.Today;
        if (on > clock.Today)
            throw new RefusedException("exchange.future", $"{on:yyyy-MM-dd} is still to come; give the card when you meet.");
        var card = await db.Cards.OrRefuse(command.Card, ct);
        if (card.WithdrawnAt is not null)
            throw new RefusedException("card.withdrawn", $"The card {card.Variant} is withdrawn; put it out again first.");
        var person = command.Person is { } id ? await db.People.OrRefuse(id, ct) : null;
        var gathering = command.Event is { } at ? await db.Events.OrRefuse(at, ct) : null;
        var title = $"Gave the card {card.Variant}{(person is null ? "" : $" to {person.FullName}")}{(gathering is null ? "" : $" at {gathering.Name}")}";
        db.Act(title);
        var exchange = person is null ? null : new Exchange { Id = db.NewId(), PersonId = person.Id, Tactic = Tactic.CardGiven, On = on, EventId = gathering?.Id };
        var loop = exchange is null ? null : Loop.ForExchange(db.NewId(), exchange);
        var handOut = new HandOut
        {
            Id = db.NewId(),
            CardId = card.Id,
            PersonId = person?.Id,
            EventId = gathering?.Id,
            ExchangeId = exchange?.Id,
            Token = SecretAddress.New(db.WorkspaceId),
            On = on,
            Label = string.IsNullOrWhiteSpace(command.Label) ? null : command.Label.Trim(),
        };
        if (exchange is not null)
            db.AddRange(exchange, loop!);
        db.Add(handOut);
        await db.SaveChangesAsync(ct);
        return new(handOut.Id, $"/c/{handOut.Token}", loop?.Id, title, db.LastBatch!.Value);
    }
}

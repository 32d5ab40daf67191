using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Cards;

/// <summary>Takes in a card somebody gave: a person, what the card says, the exchange and its follow-up.</summary>
public static class ReceiveCard
{
    /// <summary>What the card says, where it was got, and a line about it. Whoever is named by id, address or whole name is joined; anybody else is new.</summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Say who it was; a first name is enough.")]
        [property: StringLength(200, ErrorMessage = "A name has at most 200 characters.")] string Name,
        [property: StringLength(200, ErrorMessage = "A title has at most 200 characters.")] string? Title = null,
        [property: StringLength(200, ErrorMessage = "An organisation has at most 200 characters.")] string? Organisation = null,
        [property: StringLength(200, ErrorMessage = "An address has at most 200 characters.")] string? Email = null,
        [property: StringLength(60, ErrorMessage = "A number has at most 60 characters.")] string? Phone = null,
        [property: StringLength(300, ErrorMessage = "A web address has at most 300 characters.")] string? Url = null,
        [property: StringLength(2000, ErrorMessage = "A note has at most 2,000 characters.")] string? Note = null,
        Guid? Event = null,
        DateOnly? On = null,
        Guid? Person = null);

    /// <summary>Who it is, whether they are new, the loop, and the batch that undo takes back.</summary>
    public sealed record Received(Guid Person, bool IsNew, Guid Loop, string Title, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/cards/received", Handle).WithSummary("Take in a card somebody gave you");

    public static async Task<Received> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var on = command.On ?? clock.Today;
        if (on > clock.Today)
            throw new RefusedException("exchange.future", $"{on:yyyy-MM-dd} is still to come.");
        var gathering = command.Event is { } at ? await db.Events.OrRefuse(at, ct) : null;
        var (person, isNew) = await Whom(command, db, clock, ct);
        var title = $"Got a card from {person.FullName}{(gathering is null ? "" : $" at {gathering.Name}")}";
        db.Act(title);
        var loop = await Write(command, person, isNew, on, db, clock, ct);
        await db.SaveChangesAsync(ct);
        await Projections.Refresh(db, [person.Id], ct);
        await db.SaveChangesAsync(ct);
        return new(person.Id, isNew, loop, title, db.LastBatch!.Value);
    }

    /// <summary>Writes what the card says, the exchange and its follow-up; the caller names the act and saves.</summary>
    internal static async Task<Guid> Write(Command command, Person person, bool isNew, DateOnly on, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (isNew)
            db.Add(person);
        await Facts(command, person, db, clock, ct);
        var exchange = new Exchange { Id = db.NewId(), PersonId = person.Id, Tactic = Tactic.CardReceived, On = on, EventId = command.Event, Note = Said(command.Note) };
        var loop = Loop.ForExchange(db.NewId(), exchange);
        db.AddRange(exchange, loop);
        if (command.Event is { } gathering)
        {
            // Whoever was only a name on the event's list is somebody now.
            var name = Folding.Fold(person.FullName);
            foreach (var listed in await db.Attendees.Where(a => a.EventId == gathering && a.PersonId == null).ToListAsync(ct))
                if (Folding.Fold(listed.Name) == name)
                    listed.PersonId = person.Id;
        }
        return loop.Id;
    }

    /// <summary>The person that is meant: by id, by address, by the whole name where one has it; else a new one.</summary>
    internal static async Task<(Person Person, bool IsNew)> Whom(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (command.Person is { } id)
            return (await db.People.OrRefuse(id, ct), false);
        if (Said(command.Email) is { } address
            && await db.People.Where(p => !p.IsSelf && db.Emails.Any(e => e.PersonId == p.Id && e.Value == address)).OrderBy(p => p.Id).FirstOrDefaultAsync(ct) is { } known)
            return (known, false);
        var named = await db.PeopleNamed(command.Name, ct);
        if (named.Count == 1)
            return (await db.People.OrRefuse(named[0].Id, ct), false);
        if (named.Count > 1)
            throw new RefusedException("person.ambiguous", $"You know {named.Count} people called {command.Name.Trim()}. Open the one you mean and note the card there.");
        return (db.NewPerson(command.Name, clock.Now), true);
    }

    // What is known already is not written twice.
    private static async Task Facts(Command command, Person person, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (Said(command.Email) is { } address && !await db.Emails.AnyAsync(e => e.PersonId == person.Id && e.Value == address, ct))
            db.Add(new PersonEmail { Id = db.NewId(), PersonId = person.Id, Value = address });
        if (Said(command.Phone) is { } number && !await db.Phones.AnyAsync(p => p.PersonId == person.Id && p.Value == number, ct))
            db.Add(new PersonPhone { Id = db.NewId(), PersonId = person.Id, Value = number });
        if (WebAddress.Checked(command.Url) is { } url && !await db.Urls.AnyAsync(u => u.PersonId == person.Id && u.Value == url, ct))
            db.Add(new PersonUrl { Id = db.NewId(), PersonId = person.Id, Value = url });
        if (Said(command.Title) is null && Said(command.Organisation) is null)
            return;
        var placeId = (await db.OrganisationCalled(command.Organisation, clock.Now, ct))?.Id;
        if (!await db.Positions.AnyAsync(p => p.PersonId == person.Id && p.OrganisationId == placeId && p.IsCurrent, ct))
            db.Add(new Position { Id = db.NewId(), PersonId = person.Id, OrganisationId = placeId, Title = Said(command.Title), IsCurrent = true });
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

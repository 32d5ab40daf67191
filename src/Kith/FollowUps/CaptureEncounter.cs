using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.FollowUps;

/// <summary>Writes down in one go that the user met or reached somebody: an exchange with its follow-up, or a contact.</summary>
public static class CaptureEncounter
{
    /// <summary>What happened.</summary>
    public enum Kind
    {
        Met,
        CardGiven,
        CardReceived,
        Call,
        Mail,
        Message,
        Meeting,
    }

    private const int MostSeen = 50;

    /// <summary>Whom by id or by name, what, one line, and at which event. A name that nobody has makes a new person.</summary>
    public sealed record Command(
        [property: StringLength(200, ErrorMessage = "A name has at most 200 characters.")] string? Name,
        Kind What,
        Guid? Person = null,
        [property: StringLength(2000, ErrorMessage = "A note has at most 2,000 characters.")] string? Note = null,
        DateOnly? On = null,
        bool IsNew = false,
        Guid? Event = null);

    /// <summary>Who it was, the loop it opened if any, and the batch that undo takes back.</summary>
    public sealed record Captured(Guid Person, bool IsNew, Guid? Loop, string Title, Guid Batch);

    /// <summary>Somebody captured at an event, and the clock of the follow-up.</summary>
    public sealed record Seen(Guid Person, string Name, string? Note, DateOnly? Due, bool IsFollowedUp);

    /// <summary>An event and who was captured there last, the latest first.</summary>
    public sealed record There(Guid Id, string Name, int Total, IReadOnlyList<Seen> Captured);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/captures", Handle).WithSummary("Write down that you met or reached somebody");

    public static async Task<Captured> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var on = command.On ?? clock.Today;
        if (on > clock.Today)
            throw new RefusedException("interaction.future", $"{on:yyyy-MM-dd} is still to come; capture it when it has happened.");
        var gathering = command.Event is { } at ? await db.Events.OrRefuse(at, ct) : null;
        var (person, isNew) = await Whom(command, db, clock, ct);
        var title = $"{Told(command.What)} {person.FullName}{(gathering is null ? "" : $" at {gathering.Name}")}";
        db.Act(title);
        if (isNew)
            db.Add(person);
        var loop = await Write(command, person, on, db, clock, ct);
        if (gathering is not null)
            await Recognise(gathering.Id, person, db, ct);
        await db.SaveChangesAsync(ct);
        return new(person.Id, isNew, loop, title, db.LastBatch!.Value);
    }

    /// <summary>What the page shows while the user is at an event; null where there is no such event.</summary>
    public static async Task<There?> At(Guid gathering, KithDb db, CancellationToken ct)
    {
        var shown = await db.Events.AsNoTracking().Where(e => e.Id == gathering).Select(e => new { e.Name, Total = db.Exchanges.Count(x => x.EventId == e.Id) }).FirstOrDefaultAsync(ct);
        if (shown is null)
            return null;
        var rows = await (
            from exchange in db.Exchanges.AsNoTracking()
            where exchange.EventId == gathering
            join person in db.People on exchange.PersonId equals person.Id
            orderby exchange.Id descending
            select new
            {
                person.Id,
                person.FullName,
                exchange.Note,
                Loop = db.Loops.Where(l => l.ExchangeId == exchange.Id && l.Kind == LoopKind.FollowUp).Select(l => new { l.Due, l.EvidenceId }).FirstOrDefault(),
            }).Take(MostSeen).ToListAsync(ct);
        return new(gathering, shown.Name, shown.Total, [.. rows.Select(r => new Seen(r.Id, r.FullName, r.Note, r.Loop?.Due, r.Loop?.EvidenceId is not null))]);
    }

    private static async Task<(Person Person, bool IsNew)> Whom(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (command.Person is { } id)
            return (await db.People.OrRefuse(id, ct), false);
        var newcomer = db.NewPerson(command.Name, clock.Now);
        var alike = command.IsNew ? [] : await db.PeopleNamed(newcomer.FullName, ct);
        return alike.Count switch
        {
            0 => (newcomer, true),
            1 => (await db.People.OrRefuse(alike[0].Id, ct), false),
            _ => throw new RefusedException("person.ambiguous", $"You know {alike.Count} people called {newcomer.FullName}. Which one was it?"),
        };
    }

    private static async Task<Guid?> Write(Command command, Person person, DateOnly on, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (Contact(command.What) is var (channel, direction))
        {
            await db.LogContact(new(person.Id, channel, direction, command.On, command.Note, command.Event), clock, ct);
            return null;
        }
        var exchange = new Exchange { Id = db.NewId(), PersonId = person.Id, Tactic = By(command.What), On = on, EventId = command.Event, Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim() };
        var loop = Loop.ForExchange(db.NewId(), exchange);
        db.AddRange(exchange, loop);
        return loop.Id;
    }

    // Whoever was only a name on the event's list is somebody now.
    private static async Task Recognise(Guid gathering, Person person, KithDb db, CancellationToken ct)
    {
        var name = Folding.Fold(person.FullName);
        foreach (var listed in await db.Attendees.Where(a => a.EventId == gathering && a.PersonId == null).ToListAsync(ct))
            if (Folding.Fold(listed.Name) == name)
                listed.PersonId = person.Id;
    }

    private static (Channel, Direction)? Contact(Kind what) => what switch
    {
        Kind.Call => (Channel.Call, Direction.Both),
        Kind.Meeting => (Channel.Meeting, Direction.Both),
        Kind.Mail => (Channel.Mail, Direction.Out),
        Kind.Message => (Channel.Message, Direction.Out),
        _ => null,
    };

    private static Tactic By(Kind what) => what switch
    {
        Kind.CardGiven => Tactic.CardGiven,
        Kind.CardReceived => Tactic.CardReceived,
        _ => Tactic.EventMet,
    };

    private static string Told(Kind what) => what switch
    {
        Kind.Met => "Met",
        Kind.CardGiven => "Gave a card to",
        Kind.CardReceived => "Got a card from",
        Kind.Call => "Logged a call with",
        Kind.Mail => "Logged a mail to",
        Kind.Message => "Logged a message to",
        _ => "Logged a meeting with",
    };
}

using Kith.Data;
using Kith.Domain;

namespace Kith.People;

/// <summary>Adds a person by hand; how you met becomes an exchange with its follow-up.</summary>
public static class AddPerson
{
    /// <summary>What is known so far; only the name has to be.</summary>
    public sealed record Command(
        string? Name,
        string? Email = null,
        string? Phone = null,
        string? LinkedIn = null,
        string? Organisation = null,
        string? Title = null,
        Tactic? How = null,
        DateOnly? MetOn = null,
        string? Where = null,
        IReadOnlyList<string>? Tags = null);

    /// <summary>The person, the follow-up the meeting opened, and the batch that undo takes back.</summary>
    public sealed record Added(Guid Person, Guid? Loop, Guid Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/people", Handle).WithSummary("Add a person");

    public static async Task<Added> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var name = Facts.Text(command.Name) ?? throw new RefusedException("person.name-missing", "Write a name; the rest can wait.");
        if (command.MetOn > clock.Today)
            throw new RefusedException("exchange.future", "You cannot have met in the future.");
        var slug = Facts.LinkedIn(command.LinkedIn);
        await Facts.LinkedInIsFree(db, slug, null, ct);

        db.Act($"Added {name}");
        var person = Named(name, db.NewId(), slug, clock.Now);
        db.Add(person);
        db.Add(new PersonSource { Id = db.NewId(), PersonId = person.Id, Kind = "manual", Key = person.Id.ToString("D") });
        Contact(command, person.Id, db);
        await Position(command, person.Id, db, clock, ct);
        var loop = Met(command, person.Id, db, clock);
        await db.SaveChangesAsync(ct);
        return new(person.Id, loop?.Id, db.LastBatch!.Value);
    }

    // Names of two words and more mostly end with the family's; the edit page is there for the others.
    private static Person Named(string name, Guid id, string? slug, DateTime now)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new()
        {
            Id = id,
            FullName = string.Join(' ', words),
            GivenName = words.Length > 1 ? string.Join(' ', words[..^1]) : null,
            FamilyName = words.Length > 1 ? words[^1] : null,
            LinkedIn = slug,
            CreatedAt = now,
        };
    }

    private static void Contact(Command command, Guid person, KithDb db)
    {
        if (Facts.Email(command.Email) is { } email)
            db.Add(new PersonEmail { Id = db.NewId(), PersonId = person, Value = email });
        if (Facts.Phone(command.Phone) is { } phone)
            db.Add(new PersonPhone { Id = db.NewId(), PersonId = person, Value = phone, E164 = Facts.E164(phone) });
        foreach (var tag in (command.Tags ?? []).Select(TagPeople.Clean).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
            db.Add(new PersonTag { Id = db.NewId(), PersonId = person, Value = tag });
    }

    private static async Task Position(Command command, Guid person, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var (title, name) = (Facts.Text(command.Title), Facts.Text(command.Organisation));
        if (title is null && name is null)
            return;
        var organisation = name is null ? null : await db.OrganisationCalled(name, clock.Now, ct);
        db.Add(new Position { Id = db.NewId(), PersonId = person, OrganisationId = organisation?.Id, Title = title, IsCurrent = true });
    }

    private static Loop? Met(Command command, Guid person, KithDb db, WorkspaceClock clock)
    {
        if (command.How is not { } tactic)
            return null;
        var exchange = new Exchange { Id = db.NewId(), PersonId = person, Tactic = tactic, On = command.MetOn ?? clock.Today, Note = Facts.Text(command.Where, 500) };
        var loop = Loop.ForExchange(db.NewId(), exchange);
        db.AddRange(exchange, loop);
        return loop;
    }
}

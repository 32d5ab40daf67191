using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Changes the facts about a person. Lists are given in whole: what is not in them goes, what is new is added.</summary>
public static class EditPerson
{
    /// <summary>An e-mail address, number or web address; without a row it is new.</summary>
    public sealed record Part(Guid? Row, string? Value, string? Label = null);

    /// <summary>A position; without a row it is new.</summary>
    public sealed record PositionPart(
        Guid? Row, string? Organisation, string? Title, string? Department = null, string? From = null, string? To = null, bool Current = true);

    /// <summary>All editable facts.</summary>
    public sealed record Command(
        Guid Person,
        string? FullName,
        string? GivenName = null,
        string? FamilyName = null,
        string? AdditionalName = null,
        string? Prefix = null,
        string? Suffix = null,
        string? Nickname = null,
        string? Birthday = null,
        string? Notes = null,
        string? LinkedIn = null,
        int? CadenceDays = null,
        IReadOnlyList<Part>? Emails = null,
        IReadOnlyList<Part>? Phones = null,
        IReadOnlyList<Part>? Urls = null,
        IReadOnlyList<PositionPart>? Positions = null,
        IReadOnlyList<string>? Tags = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/people/{id:guid}", (Guid id, Command command, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            Handle(command with { Person = id }, db, clock, ct)).WithSummary("Change the facts about a person");

    public static async Task<Changed> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var person = await db.People.OrRefuse(command.Person, ct);
        var slug = Facts.LinkedIn(command.LinkedIn);
        if (slug != person.LinkedIn)
            await Facts.LinkedInIsFree(db, slug, person.Id, ct);
        var name = Facts.Text(command.FullName) ?? throw new RefusedException("person.name-missing", "A person needs a name.");

        db.Act($"Edited {name}");
        person.LinkedIn = slug;
        Person(person, command, name);
        await Emails(command, db, ct);
        await Phones(command, db, ct);
        await Urls(command, db, ct);
        await Tags(command, db, ct);
        await Positions(command, db, clock, ct);
        db.ChangeTracker.DetectChanges();
        return await db.Saved(db.ChangeTracker.HasChanges() ? 1 : 0, ct);
    }

    private static void Person(Person person, Command command, string name)
    {
        person.FullName = name;
        person.GivenName = Facts.Text(command.GivenName);
        person.FamilyName = Facts.Text(command.FamilyName);
        person.AdditionalName = Facts.Text(command.AdditionalName);
        person.Prefix = Facts.Text(command.Prefix);
        person.Suffix = Facts.Text(command.Suffix);
        person.Nickname = Facts.Text(command.Nickname);
        person.Birthday = Facts.Birthday(command.Birthday);
        person.Notes = Facts.Text(command.Notes, 20_000);
        person.CadenceDays = Cadences.Checked(command.CadenceDays);
    }

    private static async Task Emails(Command command, KithDb db, CancellationToken ct)
    {
        var wanted = Given(command.Emails, p => Facts.Email(p.Value));
        foreach (var (row, part, value) in Matched(await Rows(db.Emails, command, ct), wanted, db))
            if (row is null)
                db.Add(new PersonEmail { Id = db.NewId(), PersonId = command.Person, Value = value, Label = Facts.Text(part.Label) });
            else
                (row.Value, row.Label) = (value, Facts.Text(part.Label));
    }

    private static async Task Phones(Command command, KithDb db, CancellationToken ct)
    {
        var wanted = Given(command.Phones, p => Facts.Phone(p.Value));
        foreach (var (row, part, value) in Matched(await Rows(db.Phones, command, ct), wanted, db))
            if (row is null)
                db.Add(new PersonPhone { Id = db.NewId(), PersonId = command.Person, Value = value, E164 = Facts.E164(value), Label = Facts.Text(part.Label) });
            else
                (row.Value, row.E164, row.Label) = (value, row.Value == value ? row.E164 : Facts.E164(value), Facts.Text(part.Label));
    }

    private static async Task Urls(Command command, KithDb db, CancellationToken ct)
    {
        var wanted = Given(command.Urls, p => Facts.Url(p.Value));
        foreach (var (row, part, value) in Matched(await Rows(db.Urls, command, ct), wanted, db))
            if (row is null)
                db.Add(new PersonUrl { Id = db.NewId(), PersonId = command.Person, Value = value, Label = Facts.Text(part.Label) });
            else
                (row.Value, row.Label) = (value, Facts.Text(part.Label));
    }

    private static async Task Tags(Command command, KithDb db, CancellationToken ct)
    {
        var wanted = (command.Tags ?? []).Select(TagPeople.Clean).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var rows = await Rows(db.Tags, command, ct);
        db.RemoveRange(rows.Where(r => !wanted.Contains(r.Value)));
        db.AddRange(wanted.Where(w => rows.All(r => r.Value != w)).Select(w => new PersonTag { Id = db.NewId(), PersonId = command.Person, Value = w }));
    }

    private static async Task Positions(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var rows = await Rows(db.Positions, command, ct);
        var wanted = (command.Positions ?? []).Where(p => Facts.Text(p.Organisation) is not null || Facts.Text(p.Title) is not null).ToList();
        db.RemoveRange(rows.Where(r => wanted.All(w => w.Row != r.Id)));
        foreach (var part in wanted)
        {
            var row = rows.FirstOrDefault(r => r.Id == part.Row);
            if (row is null)
                db.Add(row = new() { Id = db.NewId(), PersonId = command.Person });
            var organisation = Facts.Text(part.Organisation) is { } name ? await db.OrganisationCalled(name, clock.Now, ct) : null;
            (row.OrganisationId, row.Title, row.Department) = (organisation?.Id, Facts.Text(part.Title), Facts.Text(part.Department));
            (row.From, row.To, row.IsCurrent) = (Facts.Since(part.From), Facts.Since(part.To), part.Current);
            if (row.To < row.From)
                throw new RefusedException("position.dates", "A position cannot end before it began.");
        }
    }

    private static Task<List<T>> Rows<T>(IQueryable<T> rows, Command command, CancellationToken ct)
        where T : PersonPart =>
        rows.Where(r => r.PersonId == command.Person).ToListAsync(ct);

    private static List<(Part Part, string Value)> Given(IReadOnlyList<Part>? parts, Func<Part, string?> value) =>
        [.. (parts ?? []).Select(p => (Part: p, Value: value(p))).Where(p => p.Value is not null).Select(p => (p.Part, p.Value!))];

    private static IEnumerable<(T? Row, Part Part, string Value)> Matched<T>(List<T> rows, List<(Part Part, string Value)> wanted, KithDb db)
        where T : PersonPart
    {
        db.RemoveRange(rows.Where(r => wanted.All(w => w.Part.Row != r.Id)));
        return wanted.Select(w => (rows.FirstOrDefault(r => r.Id == w.Part.Row), w.Part, w.Value));
    }
}

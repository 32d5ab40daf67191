using Kith.App.Tests.Fixtures;
using Kith.Data;
using Kith.Domain;

namespace Kith.App.Tests.People;

/// <summary>People in a world, and handlers run as the product runs them.</summary>
internal static class PeopleWorld
{
    internal static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static WorkspaceClock Hours(this World world) => new(world.Clock, new());

    /// <summary>Runs a handler on a fresh context.</summary>
    internal static Task<T> Do<T>(this World world, Func<KithDb, WorkspaceClock, Task<T>> act) => world.Ask(db => act(db, world.Hours()));

    /// <summary>Adds people by name; each gets whatever else the test says.</summary>
    internal static async Task<Guid> Add(this World world, string name, Action<KithDb, Person>? more = null)
    {
        var id = Guid.Empty;
        await world.Change(db =>
        {
            var person = new Person { Id = db.NewId(), FullName = name, GivenName = name.Split(' ')[0], FamilyName = name.Split(' ')[^1], CreatedAt = db.Clock.GetUtcNow().UtcDateTime };
            id = person.Id;
            db.Add(person);
            more?.Invoke(db, person);
        });
        return id;
    }

    /// <summary>A person with one of everything a person can have.</summary>
    internal static void Everything(KithDb db, Person person)
    {
        var organisation = db.Organisations.Local.FirstOrDefault();
        if (organisation is null)
            db.Add(organisation = new() { Id = db.NewId(), Name = "Harbor & Finch " + person.Id.ToString("N")[20..], NameKey = "harbor finch " + person.Id.ToString("N")[20..] });
        var day = DateOnly.FromDateTime(db.Clock.GetUtcNow().UtcDateTime).AddDays(-10);
        var exchange = new Exchange { Id = db.NewId(), PersonId = person.Id, Tactic = Tactic.EventMet, On = day, Note = "DataConf" };
        db.AddRange(
            new PersonEmail { Id = db.NewId(), PersonId = person.Id, Value = "ana@example.com", Label = "work" },
            new PersonPhone { Id = db.NewId(), PersonId = person.Id, Value = "+44 20 7946 0000", E164 = "+442079460000" },
            new PersonUrl { Id = db.NewId(), PersonId = person.Id, Value = "https://ana.example.com" },
            new PersonAddress { Id = db.NewId(), PersonId = person.Id, City = "Zagreb", Country = "Croatia", Label = "home" },
            new PersonTag { Id = db.NewId(), PersonId = person.Id, Value = "alumni" },
            new PersonSource { Id = db.NewId(), PersonId = person.Id, Kind = "linkedin", Key = person.Id.ToString("N") },
            new Position { Id = db.NewId(), PersonId = person.Id, OrganisationId = organisation.Id, Title = "Head of Data", IsCurrent = true, From = new(2024, 5, 1) },
            exchange,
            Loop.ForExchange(db.NewId(), exchange),
            new Interaction { Id = db.NewId(), PersonId = person.Id, Channel = Channel.Call, Direction = Direction.Both, At = db.Clock.GetUtcNow().UtcDateTime.AddDays(-3), Summary = "Talked about the port" },
            new Finding { Id = db.NewId(), PersonId = person.Id, Fact = "Speaks at DataConf", Source = "https://dataconf.example", On = day });
    }
}

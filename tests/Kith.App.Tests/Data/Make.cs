using Kith.Data;
using Kith.Domain;

namespace Kith.App.Tests.Data;

/// <summary>Small rows for tests about the database itself.</summary>
internal static class Make
{
    internal static Person Person(KithDb db, string name) => new()
    {
        Id = db.NewId(),
        FullName = name,
        GivenName = name.Split(' ')[0],
        FamilyName = name.Split(' ')[^1],
        CreatedAt = db.Clock.GetUtcNow().UtcDateTime,
    };

    internal static Interaction Met(KithDb db, Person person, DateTime at) =>
        new() { Id = db.NewId(), PersonId = person.Id, Channel = Channel.Meeting, Direction = Direction.Both, At = at };
}

using System.Runtime.CompilerServices;
using Kith.Data;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Tells everybody in whole, one after the other, holding a few at a time; the order is that of their ids.</summary>
public static class EachPerson
{
    private const int Chunk = 500;

    /// <summary>Everybody but the user, as they are at one moment; nobody who is in the trash.</summary>
    public static async IAsyncEnumerable<PersonRecord> Handle(KithDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var moment = await Snapshot.Take(db, ct);
        var after = Guid.Empty;
        while (true)
        {
            var people = await db.People.AsNoTracking().Where(p => !p.IsSelf && p.Id > after).OrderBy(p => p.Id).Take(Chunk).ToListAsync(ct);
            foreach (var person in await PersonRecords.Of(db, people, ct))
                yield return person;
            if (people.Count < Chunk)
                yield break;
            after = people[^1].Id;
        }
    }
}

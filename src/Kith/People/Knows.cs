using Kith.Data;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Somebody a person knows, and what they are to the person.</summary>
public sealed record Knows(Guid Acquaintance, Guid Person, string Name, string? Kind)
{
    private const int Most = 100;

    /// <summary>Whom a person knows, by name, whichever of the two it was noted with.</summary>
    internal static async Task<IReadOnlyList<Knows>> Of(KithDb db, Guid person, CancellationToken ct)
    {
        var all = await (
            from noted in db.Acquaintances
            where noted.PersonId == person || noted.OtherId == person
            join other in db.People on noted.PersonId == person ? noted.OtherId : noted.PersonId equals other.Id
            orderby other.SortName
            select new { noted.Id, noted.PersonId, noted.Kind, Other = other.Id, other.FullName }).Take(Most).ToListAsync(ct);
        return [.. all.Select(a => new Knows(a.Id, a.Other, a.FullName, a.PersonId == person ? a.Kind : Kith.Domain.Acquaintance.Reverse(a.Kind)))];
    }
}

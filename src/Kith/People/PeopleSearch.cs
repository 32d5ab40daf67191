using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Ranks what the database finds without an order.</summary>
internal static class PeopleSearch
{
    /// <summary>Hits that are looked at; who is not among so many is found by one more letter.</summary>
    internal const int Most = 200;

    /// <summary>The ids of the people found, the likeliest first. The workspace's own person is not one of them.</summary>
    internal static async Task<IReadOnlyList<Guid>> Ranked(IQueryable<Person> found, string text, WorkspaceClock clock, CancellationToken ct)
    {
        var hits = await found.AsNoTracking().Where(p => !p.IsSelf)
            .Select(p => new { p.Id, p.FullName, p.Strength, p.LastContact }).Take(Most).ToListAsync(ct);
        return [.. SearchRanking.Rank(hits.Select(p => new SearchHit(p.Id, Folding.Fold(p.FullName), p.Strength, p.LastContact)), text, clock.Now).Select(hit => hit.Id)];
    }
}

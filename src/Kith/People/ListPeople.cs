using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Lists people in whole: by name, or the best matches of a search.</summary>
public static class ListPeople
{
    /// <summary>How many people the API returns at most.</summary>
    public const int Most = 500;

    /// <summary>Which people; everybody when nothing is said.</summary>
    public sealed record Query(string? Text = null, int? Limit = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/people", (string? query, int? limit, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            Handle(new(query, Math.Clamp(limit ?? 50, 1, Most)), db, clock, ct)).WithSummary("List people");

    public static async Task<IReadOnlyList<PersonRecord>> Handle(Query query, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (query.Limit is < 1)
            throw new RefusedException("input.invalid", "A limit is at least 1.");
        if (!string.IsNullOrWhiteSpace(query.Text))
            return await PersonRecords.Of(db, await Best(query.Text, query.Limit ?? PeopleSearch.Most, db, clock, ct), ct);
        var rows = db.People.AsNoTracking().Where(p => !p.IsSelf).OrderBy(p => p.SortName).ThenBy(p => p.Id);
        return await PersonRecords.Of(db, await (query.Limit is { } limit ? rows.Take(limit) : rows).ToListAsync(ct), ct);
    }

    private static async Task<IReadOnlyList<Person>> Best(string text, int limit, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var ids = (await PeopleSearch.Ranked(db.PeopleMatching(text), text, clock, ct)).Take(limit).ToArray();
        var rows = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}

using Kith.Data;
using Kith.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kith.People;

/// <summary>Finds people and organisations by a few letters, for the command palette.</summary>
public static class FindByName
{
    /// <summary>How many are offered.</summary>
    public const int Most = 8;

    private const int MostOrganisations = 3;

    /// <summary>A person or an organisation, and where its page is.</summary>
    public sealed record Hit(Guid Id, string Name, string? About, bool IsOrganisation)
    {
        /// <summary>The address of its page.</summary>
        public string Href => IsOrganisation ? $"/organisations/{Id}" : $"/people/{Id}";
    }

    /// <summary>Maps the fragment of links.</summary>
    public static void MapLinks(IEndpointRouteBuilder pages) =>
        pages.MapGet("/search", async (string? q, KithDb db, WorkspaceClock clock, CancellationToken ct) =>
            new RazorComponentResult(typeof(PaletteLinks), new { Hits = await Handle(q, db, clock, ct) }));

    public static async Task<IReadOnlyList<Hit>> Handle(string? text, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var key = Folding.Fold(text);
        if (key.Length == 0)
            return [];
        var ids = (await PeopleSearch.Ranked(db.PeopleMatching(key), key, clock, ct)).Take(Most).ToArray();
        var people = await db.People.Where(p => ids.Contains(p.Id)).Select(p => new Hit(p.Id, p.FullName, p.Headline, false)).ToDictionaryAsync(h => h.Id, ct);
        var organisations = await db.Organisations.Where(o => o.NameKey.StartsWith(key) || o.NameKey.Contains(" " + key)).OrderBy(o => o.NameKey)
            .Take(MostOrganisations).Select(o => new Hit(o.Id, o.Name, o.Industry ?? o.Place, true)).ToListAsync(ct);
        return [.. ids.Where(people.ContainsKey).Select(id => people[id]).Take(Most - organisations.Count), .. organisations];
    }
}

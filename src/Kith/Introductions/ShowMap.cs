using Kith.Data;
using Kith.Domain;
using Kith.Domain.Maps;
using Microsoft.EntityFrameworkCore;

namespace Kith.Introductions;

/// <summary>The map of the user's relationships: who is near, who stand together, and the ways to somebody.</summary>
public static class ShowMap
{
    /// <summary>People and organisations on a map at most.</summary>
    public const int MostNodes = 2000;

    private const int MostOrganisations = 300;
    private const int MostPeople = MostNodes - MostOrganisations;
    private const int MostWays = 5;

    // Of one person; whoever knows more is in the middle of a circle anyway.
    private const int MostTies = 60;

    /// <summary>To whom the ways are lit: a person or an organisation; nobody when null.</summary>
    public sealed record Query(Guid? To = null);

    /// <summary>Somebody, or an organisation, on the map.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Name">How it is called.</param>
    /// <param name="IsOrganisation">Which of both.</param>
    /// <param name="Nearness">How near a person is; null for an organisation.</param>
    /// <param name="Strength">Of the tie with the user, 0-100; null for an organisation and for people never met.</param>
    /// <param name="Organisation">Where a person works now.</param>
    /// <param name="Circle">The circle of people with neighbours in common, from 1 on around the map; null for an organisation.</param>
    /// <param name="Common">People on the map whom both the user and this person know; of an organisation, its people on the map.</param>
    /// <param name="X">To the right of the user, who is at 0, 0; no further than 500 away.</param>
    /// <param name="Y">Below the user.</param>
    /// <param name="Knows">Numbers in the list of nodes of whom they know best.</param>
    public sealed record Node(Guid Id, string Name, bool IsOrganisation, Nearness? Nearness, int? Strength, string? Organisation, int? Circle, int Common, double X, double Y, IReadOnlyList<int> Knows);

    /// <summary>The map.</summary>
    /// <param name="Says">What it shows, in one sentence.</param>
    /// <param name="Nodes">People, the strongest tie first, then organisations, the largest first.</param>
    /// <param name="Ways">The ways to <see cref="Target"/>, the best first, each as numbers in the list of nodes without the user; one to an organisation ends with it.</param>
    /// <param name="Target">To whom the ways lead.</param>
    /// <param name="People">People in the workspace; where there are more than on the map, the nearest are on it.</param>
    /// <param name="Layout">How it was laid out.</param>
    public sealed record Shown(string Says, IReadOnlyList<Node> Nodes, IReadOnlyList<IReadOnlyList<int>> Ways, string? Target, int People, [property: System.Text.Json.Serialization.JsonIgnore] MapLayout Layout)
    {
        /// <summary>People on the map.</summary>
        public int Placed => Layout.People.Count;
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/map", (Guid? to, KithDb db, TieMaps maps, CancellationToken ct) => Handle(new(to), db, maps, ct)).WithSummary("People and organisations by strength and common neighbours");

    public static async Task<Shown> Handle(Query query, KithDb db, TieMaps maps, CancellationToken ct)
    {
        var found = query.To is { } to ? await FindPaths.Handle(new(to, MostWays), db, maps, ct) : null;
        var map = await maps.Of(db, ct);
        var people = await People(db, [.. (found?.Paths ?? []).SelectMany(p => p.Via.Append(p.Target)).Select(f => f.Id).Concat(query.To is { } one ? [one] : []).Distinct()], ct);
        var places = people.Where(p => p.At is not null).GroupBy(p => p.At!.Value, p => p.Place!).OrderByDescending(g => g.Key == query.To).ThenByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Take(MostOrganisations).Select((g, i) => (Id: g.Key, Name: g.First(), Count: g.Count(), Number: i)).ToDictionary(p => p.Id);
        List<MapPerson> placed = [.. people.Select(p => new MapPerson(map.Bonds.Number(p.Id) is { } n && map.Bonds.Own(n) is not null ? p.Strength ?? 0 : null, p.At is { } at && places.TryGetValue(at, out var place) ? place.Number : null))];
        var (ties, knows) = Ties([.. people.Select(p => map.Bonds.Number(p.Id) ?? -1)], map);
        var layout = MapLayout.Place(placed, places.Count, ties);
        List<Node> nodes =
        [
            .. people.Select((p, i) => new Node(p.Id, p.FullName, false, placed[i].Nearness, placed[i].Strength, p.Place, layout.Circles[i] + 1, knows[i].Count(k => placed[k].Strength is not null), layout.People[i].X, layout.People[i].Y, knows[i])),
            .. places.Values.OrderBy(p => p.Number).Select(p => new Node(p.Id, p.Name, true, null, null, null, null, p.Count, layout.Organisations[p.Number].X, layout.Organisations[p.Number].Y, [])),
        ];
        var numbers = people.Index().ToDictionary(p => p.Item.Id, p => p.Index);
        IReadOnlyList<IReadOnlyList<int>> ways = [.. (found?.Paths ?? []).Select(p => (int[])[.. p.Via.Append(p.Target).Select(f => numbers[f.Id]), .. Sought(p.Target.Id)])];
        return new(found is null ? Say(placed, places.Count, layout) : Say(found), nodes, ways, found?.Name, map.Bonds.People.Count - 1, layout);

        // A way to an organisation leads on from whoever works there itself; at one alike in name it ends with the person.
        int[] Sought(Guid last) => people[numbers[last]].At is { } at && at == query.To ? [people.Count + places[at].Number] : [];
    }

    // Whoever is on a way first, then the strongest.
    private static Task<List<Row>> People(KithDb db, Guid[] lit, CancellationToken ct) => db.People.AsNoTracking().Where(p => !p.IsSelf)
        .OrderByDescending(p => lit.Contains(p.Id)).ThenByDescending(p => p.Strength ?? -1).ThenBy(p => p.Id).Take(MostPeople)
        .Select(p => new
        {
            p.Id,
            p.FullName,
            p.Strength,
            At = db.Positions.Where(x => x.PersonId == p.Id && x.IsCurrent && x.Kind == PositionKind.Work && db.Organisations.Any(o => o.Id == x.OrganisationId)).OrderBy(x => x.Id).Select(x => x.OrganisationId).FirstOrDefault(),
        })
        .Select(p => new Row(p.Id, p.FullName, p.Strength, p.At, db.Organisations.Where(o => o.Id == p.At).Select(o => o.Name).FirstOrDefault())).ToListAsync(ct);

    private static (List<MapTie> Ties, List<IReadOnlyList<int>> Knows) Ties(List<int> bonds, TieMaps.Kept map)
    {
        var here = bonds.Index().Where(b => b.Item > 0).ToDictionary(b => b.Item, b => b.Index);
        var (ties, knows) = (new List<MapTie>(), new List<IReadOnlyList<int>>());
        foreach (var (person, bond) in bonds.Index())
        {
            var known = bond > 0 ? map.Graph.Neighbours(bond).Where(n => here.ContainsKey(n.Other)).Take(MostTies).ToList() : [];
            ties.AddRange(known.Select(n => new MapTie(person, here[n.Other], n.Strength)));
            knows.Add([.. known.Select(n => here[n.Other])]);
        }
        return (ties, knows);
    }

    private static string Say(List<MapPerson> people, int organisations, MapLayout layout)
    {
        if (people.Count == 0)
            return "Nobody is on the map yet.";
        var near = people.CountBy(p => p.Nearness).ToDictionary();
        var circles = layout.Circles.CountBy(c => c).Count(c => c.Value > 2);
        return $"{Many(people.Count, "person", "people")} at {Many(organisations, "organisation", "organisations")}: {near.GetValueOrDefault(Nearness.Strong)} strong ties in the middle, {near.GetValueOrDefault(Nearness.Moderate)} moderate and "
            + $"{near.GetValueOrDefault(Nearness.Weak)} weak around them, {near.GetValueOrDefault(Nearness.KnownOf)} you have not met{(circles > 0 ? $"; {Many(circles, "circle", "circles")} of three or more who have neighbours in common" : "")}.";
    }

    private static string Say(FindPaths.Found found) => found.Paths switch
    {
        [] => $"No way to {found.Name} is known yet.",
        [{ Via: [] } direct, ..] => found.IsOrganisation ? $"You know {direct.Target.Name.Full} at {found.Name}." : $"You know {found.Name}.",
        [var best] => $"One way leads to {found.Name}: ask {best.Via[0].Name.Full}.",
        [var best, ..] => $"{found.Paths.Count} ways lead to {found.Name}; the best begins with {best.Via[0].Name.Full}.",
    };

    private static string Many(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private sealed record Row(Guid Id, string FullName, int? Strength, Guid? At, string? Place);
}

using System.Text.Json.Serialization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Paths;
using Kith.Domain.Ranking;
using Microsoft.EntityFrameworkCore;

namespace Kith.Introductions;

/// <summary>Finds who can introduce the user to a person, or to anyone at an organisation.</summary>
public static class FindPaths
{
    /// <summary>Paths at most.</summary>
    public const int Most = 20;

    // Of an organisation; whoever is stronger tied comes first.
    private const int MostThere = 500;

    /// <summary>To whom: a person or an organisation; how many paths.</summary>
    public sealed record Query(Guid Target, int Limit = 5);

    /// <summary>One path; the shape of <c>kith path --json</c>.</summary>
    /// <param name="Via">Whom to ask, in order; empty where the user knows the target.</param>
    /// <param name="Target">To whom it leads.</param>
    /// <param name="Reach">The share of such requests that arrive, 0-1.</param>
    /// <param name="Novelty">What the first can bring that is new, 0.25-1.</param>
    /// <param name="Score">Reach times novelty, less where the target's employer may be another one.</param>
    /// <param name="Reasons">What each tie rests on.</param>
    /// <param name="NextStep">What to do now, in one sentence.</param>
    public sealed record Path(IReadOnlyList<Face> Via, Face Target, double Reach, double Novelty, double Score, IReadOnlyList<Reason> Reasons, string NextStep);

    /// <summary>Somebody on a path.</summary>
    public sealed record Face(Guid Id, Name Name, [property: JsonIgnore] string? Headline);

    /// <summary>The name in whole.</summary>
    public sealed record Name(string Full);

    /// <summary>To whom, and the paths there, the best first.</summary>
    /// <param name="Name">The person or organisation.</param>
    /// <param name="IsOrganisation">Which of both.</param>
    /// <param name="PeopleThere">People who work at the organisation itself.</param>
    /// <param name="PeopleNear">People who work at one alike in name: another spelling of it, a part, its group.</param>
    /// <param name="Paths">The paths.</param>
    public sealed record Found(string Name, bool IsOrganisation, int PeopleThere, int PeopleNear, IReadOnlyList<Path> Paths);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/paths/{id:guid}", async (Guid id, int? limit, KithDb db, TieMaps maps, CancellationToken ct) =>
            (await Handle(new(id, limit ?? 5), db, maps, ct)).Paths).WithSummary("Who can introduce you to a person or at an organisation");

    public static async Task<Found> Handle(Query query, KithDb db, TieMaps maps, CancellationToken ct)
    {
        if (query.Limit is < 1 or > Most)
            throw new RefusedException("paths.limit", $"Between 1 and {Most} paths, please.");
        var (name, isOrganisation, targets) = await Targets(db, query.Target, ct);
        var near = isOrganisation ? (await Employers.Of(db, query.Target, name, ct)).Where(a => !targets.Contains(a.Person)).ToDictionary(a => a.Person) : [];
        if (targets.Count + near.Count == 0)
            return new(name, isOrganisation, 0, 0, []);
        var map = await maps.Of(db, ct);
        List<int> numbers = [.. targets.Concat(near.Keys).Select(map.Bonds.Number).OfType<int>().Where(n => n != 0)];
        // Twice as many, because some of those found lead to another employer perhaps and come later.
        var paths = numbers.Count == 0 ? [] : WarmPaths.Between(map.Graph, 0, numbers, new(near.Count == 0 ? query.Limit : 2 * query.Limit));
        var faces = await Faces(db, [.. paths.SelectMany(p => p.People).Distinct().Where(n => n != 0).Select(n => map.Bonds.People[n])], ct);
        var told = paths.Select(p => Told(p, map.Bonds, faces, near.GetValueOrDefault(map.Bonds.People[p.People[^1]])));
        return new(name, isOrganisation, targets.Count, near.Count, [.. told.OrderByDescending(p => p.Score).Take(query.Limit)]);
    }

    // Whoever the target is, or works there now; one query, because the page has few.
    private static async Task<(string Name, bool IsOrganisation, IReadOnlyList<Guid> People)> Targets(KithDb db, Guid target, CancellationToken ct)
    {
        var people = await db.People
            .Where(p => p.Id == target || (!p.IsSelf && db.Positions.Any(x => x.PersonId == p.Id && x.OrganisationId == target && x.IsCurrent && x.Kind == PositionKind.Work)))
            .OrderByDescending(p => p.Strength ?? -1).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.FullName, Place = db.Organisations.Where(o => o.Id == target).Select(o => o.Name).FirstOrDefault() }).Take(MostThere).ToListAsync(ct);
        if (people.Find(p => p.Id == target) is { } person)
            return (person.FullName, false, [target]);
        var place = people.Count > 0 ? people[0].Place : await db.Organisations.Where(o => o.Id == target).Select(o => o.Name).FirstOrDefaultAsync(ct);
        return (place ?? throw new RefusedException("target.unknown", "There is no such person or organisation here; it may be in the trash."), true, [.. people.Select(p => p.Id)]);
    }

    private static async Task<Dictionary<Guid, Face>> Faces(KithDb db, Guid[] people, CancellationToken ct) =>
        await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new Face(p.Id, new(p.FullName), p.Headline)).ToDictionaryAsync(f => f.Id, ct);

    private static Path Told(WarmPath path, Bonds bonds, Dictionary<Guid, Face> faces, Employers.Alike? near)
    {
        var people = path.People.Skip(1).Select(n => faces[bonds.People[n]]).ToList();
        List<Reason> reasons = [.. path.People.Zip(path.People.Skip(1), (one, other) => Tie(one, other, bonds, faces))];
        if (path.MutualTies is { } mutual)
            reasons.Add(new("novelty", $"you and {people[0].Name.Full} have {(mutual == 1 ? "1 tie" : $"{mutual} ties")} in common; about ten brings most that is new", Math.Round(path.Novelty, 3)));
        if (near is not null)
            reasons.Add(new("employer", $"{people[^1].Name.Full} works at {near.Place}: {near.Likeness.Reason}", near.Worth));
        return new(
            [.. people.SkipLast(1)], people[^1], Math.Round(path.Reach, 4), Math.Round(path.Novelty, 4), Math.Round(path.Score * (near?.Worth ?? 1), 4), reasons,
            path.IsDirect ? $"You know {people[0].Name.Full}: write." : $"Ask {people[0].Name.Full} for an introduction to {people[1].Name.Full}.");
    }

    private static Reason Tie(int one, int other, Bonds bonds, Dictionary<Guid, Face> faces)
    {
        var bond = bonds.Between(one, other);
        var evidence = bond?.Say() ?? [];
        if (one == 0)
            evidence = [.. bonds.Own(other) is { } strength ? [$"strength {strength * 100:0} of 100"] : Array.Empty<string>(), .. evidence];
        var who = one == 0 ? "you" : faces[bonds.People[one]].Name.Full;
        return new("tie", $"{who} and {faces[bonds.People[other]].Name.Full}: {string.Join("; ", evidence)}", Math.Round(bonds.Strength(one, other), 3));
    }
}

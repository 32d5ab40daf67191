using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>
/// Finds the person a row is about: by profile address, which is certain. Where a file has no addresses a name counts only when exactly one
/// person bears it; a name never makes two people one.
/// </summary>
internal sealed class Parties(ImportSession session)
{
    private const int MostNames = 20_000;

    private readonly Dictionary<string, int[]> byName = [];

    /// <summary>The person with that profile; a new one where nobody has it yet.</summary>
    internal int FindOrAdd(string slug, string name)
    {
        var person = session.People.Find(slug);
        return person == KnownPeople.Nobody ? Add(slug, slug, name) : person;
    }

    /// <summary>Brings in a person of whom only a name is known, or a name and a profile.</summary>
    internal int Add(string key, string? slug, string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return session.Add(
            new()
            {
                Id = session.Db.NewId(),
                FullName = words.Length == 0 ? slug ?? "Unknown" : name,
                // Where to cut three words nobody knows; the connection's own row will tell.
                GivenName = words.Length == 2 ? words[0] : null,
                FamilyName = words.Length == 2 ? words[1] : null,
                LinkedIn = slug,
                CreatedAt = session.Now,
            },
            key, [], []);
    }

    /// <summary>Everybody with that name, as far as telling one from several needs; the row's company decides between namesakes.</summary>
    internal async Task<IReadOnlyList<int>> Named(string name, string? company = null)
    {
        var folded = Folding.Fold(name);
        if (folded.Length == 0)
            return [];
        if (!byName.TryGetValue(folded, out var people))
        {
            people = await Look(name, folded);
            if (byName.Count < MostNames)
                byName[folded] = people;
        }
        if (people.Length < 2 || company is null || session.Organisations.Find(company) is not { } organisation)
            return people;
        var ids = people.Select(p => session.People[p]).ToList();
        var there = await session.Db.Positions.Where(p => ids.Contains(p.PersonId) && p.OrganisationId == organisation).Select(p => p.PersonId).ToListAsync(session.Ct);
        var narrowed = people.Where(p => there.Contains(session.People[p])).ToArray();
        return narrowed.Length > 0 ? narrowed : people;
    }

    private async Task<int[]> Look(string name, string folded)
    {
        await session.Staged.Flush(session.Ct);
        var candidates = await session.Db.PeopleMatching(name).Where(p => !p.IsSelf)
            .Select(p => new { p.Id, p.FullName, Key = p.LinkedIn ?? session.Db.Sources.Where(s => s.PersonId == p.Id && s.Kind == Keys.Kind).Select(s => s.Key).FirstOrDefault() })
            .Take(200).ToListAsync(session.Ct);
        return [.. candidates.Where(c => Folding.Fold(c.FullName) == folded).Select(c => session.People.Add(c.Id, c.Key ?? $"id:{c.Id:N}", Mark.None))];
    }
}

using Kith.Data;
using Kith.Domain;
using Kith.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kith.Introductions;

/// <summary>Organisations that are, or may be, the one that is sought under another name: another spelling, its group, a part of it.</summary>
internal static class Employers
{
    // Organisations and people that one name leads to; a first word that more share tells nothing.
    private const int Most = 500;

    /// <summary>Somebody who works at such an organisation.</summary>
    /// <param name="Person">Who.</param>
    /// <param name="Place">How that organisation is called.</param>
    /// <param name="Likeness">How sure it is that it is the one sought.</param>
    internal sealed record Alike(Guid Person, string Place, OrganisationLikeness Likeness)
    {
        /// <summary>What a path that ends there is worth against one that ends at the organisation itself: judgement.</summary>
        internal double Worth => Likeness.Grade switch { OrganisationGrade.Exact => 1, OrganisationGrade.Strong => 0.9, _ => 0.5 };
    }

    /// <summary>Who works now at an organisation alike in name; one query over those that begin with the same word.</summary>
    internal static async Task<IReadOnlyList<Alike>> Of(KithDb db, Guid organisation, string name, CancellationToken ct)
    {
        var sought = OrganisationName.Of(name);
        var word = sought.Plain.Split(' ')[0];
        var rows = await (
            from place in db.Organisations
            where place.Id != organisation && place.NameKey.StartsWith(word)
            join position in db.Positions on place.Id equals position.OrganisationId
            where position.IsCurrent && position.Kind == PositionKind.Work
            join person in db.People on position.PersonId equals person.Id
            where !person.IsSelf
            orderby person.Strength ?? -1 descending, person.Id
            select new { person.Id, place.Name }).Take(Most).ToListAsync(ct);
        return [.. rows.Select(r => new Alike(r.Id, r.Name, OrganisationMatching.Compare(sought, OrganisationName.Of(r.Name))))
            .Where(a => a.Likeness.Grade != OrganisationGrade.None).OrderByDescending(a => a.Likeness.Grade).DistinctBy(a => a.Person)];
    }
}

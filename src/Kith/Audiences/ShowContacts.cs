using Kith.Data;
using Kith.Domain;
using Kith.Domain.Aims;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Audiences;

/// <summary>Shows whom to contact first at an organisation and why, and what each has to say in its decision.</summary>
public static class ShowContacts
{
    // The strongest ties are enough; nobody works through more.
    private const int MostPeople = 200;

    /// <summary>Somebody who works there, or who has a say there from outside.</summary>
    /// <param name="Grounds">Why they stand where they stand; empty where nothing speaks for an early contact.</param>
    public sealed record Contact(Guid Person, string Name, string? Title, IReadOnlyList<Standing> Grounds, DecisionRole? Role, Stage Stage, bool IsDormant, int Strength, DateTime? LastContact, bool WorksThere);

    /// <summary>The people in the order of contact.</summary>
    /// <param name="Seeks">The role that the goal seeks; null without a goal.</param>
    public sealed record Shown(Guid Organisation, string Name, string? Seeks, IReadOnlyList<Contact> Contacts);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/organisations/{id:guid}/contacts", Handle).WithSummary("Whom to contact first at an organisation, and why");

    public static async Task<Shown> Handle(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().OrRefuse(id, ct);
        var goal = await db.CurrentGoal().Select(g => g.RoleFamily).FirstOrDefaultAsync(ct);
        var people = await People(db, id, ct);
        var jobs = (await db.Positions.AsNoTracking().Where(p => p.OrganisationId == id && p.Kind == PositionKind.Work)
            .Select(p => new { p.PersonId, p.Title, p.Department, p.From, p.IsCurrent, p.Id }).ToListAsync(ct)).ToLookup(p => p.PersonId);
        var names = people.Select(p => p.FamilyName).OfType<string>().Distinct().ToArray();
        var bearers = await db.People.Where(p => !p.IsSelf && names.Contains(p.FamilyName!)).GroupBy(p => p.FamilyName!).Select(g => new { Name = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Name, g => g.Count, ct);
        var order = ContactOrder.Of(people.Where(p => p.WorksThere).Select(p => new Insider(
            p.Id, p.FamilyName, p.FamilyName is { } name ? bearers[name] - 1 : 0, [.. jobs[p.Id].OrderBy(j => j.Id).Select(j => new Held(j.Title, j.Department, j.From, j.IsCurrent))], p.School, p.Strength)), goal);
        var known = people.ToDictionary(p => p.Id);
        var outside = people.Where(p => !p.WorksThere).Select(p => new Turn(p.Id, []));
        return new(id, organisation.Name, goal, [.. order.Concat(outside).Select(t => Contact(known[t.Person], t, jobs[t.Person].Where(j => j.IsCurrent).Select(j => j.Title).FirstOrDefault()))]);

        Contact Contact(Someone p, Turn turn, string? title) => new(
            p.Id, p.Name, title ?? p.Headline, turn.Grounds, p.Role, p.Stage, Stages.IsDormant(p.LastContact, clock.Now), p.Strength ?? 0,
            p.LastContact is { } at ? clock.Local(at) : null, p.WorksThere);
    }

    // Whoever has a role there counts, wherever they work now; a school both went to is an education at the same organisation.
    private static Task<List<Someone>> People(KithDb db, Guid id, CancellationToken ct)
    {
        var schools = db.Positions.Where(x => x.Kind == PositionKind.Education && x.OrganisationId != null && db.People.Any(p => p.Id == x.PersonId && p.IsSelf)).Select(x => x.OrganisationId);
        return db.People.AsNoTracking()
            .Where(p => !p.IsSelf && (db.Positions.Any(x => x.PersonId == p.Id && x.OrganisationId == id && x.IsCurrent && x.Kind == PositionKind.Work) || db.Stakeholders.Any(s => s.PersonId == p.Id && s.OrganisationId == id)))
            .OrderByDescending(p => p.Strength ?? -1).ThenBy(p => p.SortName).ThenBy(p => p.Id).Take(MostPeople)
            .Select(p => new Someone(
                p.Id, p.FullName, p.FamilyName, p.Headline, p.Stage, p.Strength, p.LastContact,
                db.Positions.Any(x => x.PersonId == p.Id && x.OrganisationId == id && x.IsCurrent && x.Kind == PositionKind.Work),
                db.Positions.Where(x => x.PersonId == p.Id && x.Kind == PositionKind.Education && schools.Contains(x.OrganisationId)).OrderBy(x => x.Id)
                    .Select(x => db.Organisations.Where(o => o.Id == x.OrganisationId).Select(o => o.Name).FirstOrDefault()).FirstOrDefault(),
                db.Stakeholders.Where(s => s.PersonId == p.Id && s.OrganisationId == id).OrderBy(s => s.Id).Select(s => (DecisionRole?)s.Role).FirstOrDefault()))
            .ToListAsync(ct);
    }

    private sealed record Someone(
        Guid Id, string Name, string? FamilyName, string? Headline, Stage Stage, int? Strength, DateTime? LastContact, bool WorksThere, string? School, DecisionRole? Role);
}

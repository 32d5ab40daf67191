using Kith.Data;
using Kith.Domain;
using Kith.Domain.Preparation;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Research;

/// <summary>Shows one organisation: the people there, the findings, the opportunities, and whether the goal aims at it.</summary>
public static class ShowOrganisation
{
    private const int MostPeople = 500;
    private const int MostOpportunities = 100;

    /// <summary>A person there, now or formerly.</summary>
    public sealed record Colleague(Guid Person, string Name, string? Title, bool Current, DateOnly? To, Stage Stage, bool Dormant, int Strength, DateTime? LastContact, DecisionRole? Role);

    /// <summary>An opportunity at it.</summary>
    public sealed record Opening(Guid Id, string Title, OpportunityState State, DateOnly? On, string? Url);

    /// <summary>The organisation with everything that is known.</summary>
    public sealed record Shown(
        Guid Id,
        string Name,
        string? Website,
        string? Industry,
        string? Place,
        string? Notes,
        DateOnly? FollowedSince,
        bool IsTarget,
        int? Motivation,
        int? Posting,
        bool HasGoal,
        IReadOnlyList<Colleague> People,
        IReadOnlyList<Found> Findings,
        IReadOnlyList<Asked> Questions,
        Readiness Readiness,
        IReadOnlyList<Opening> Opportunities);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/organisations/{id:guid}", Handle).WithSummary("Show an organisation");

    public static async Task<Shown> Handle(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().OrRefuse(id, ct);
        var aim = await db.CurrentGoal().Select(g => new { g.Id, Target = db.Targets.FirstOrDefault(t => t.GoalId == g.Id && t.OrganisationId == id) })
            .AsNoTracking().FirstOrDefaultAsync(ct);
        var dossier = await db.DossierOf(About.Organisation, id, ct);
        return new(
            organisation.Id,
            organisation.Name,
            organisation.Website,
            organisation.Industry,
            organisation.Place,
            organisation.Notes,
            dossier.Findings.FirstOrDefault(f => f.Kind == FindingKind.Follows)?.On,
            aim?.Target is not null,
            aim?.Target?.Motivation,
            aim?.Target?.Posting,
            aim is not null,
            await People(id, db, clock, ct),
            dossier.Findings,
            dossier.Questions,
            Readiness.OfOrganisation(
                [.. dossier.Findings.Select(f => (f.Kind, f.On))], [.. dossier.Questions.Where(q => q.AnsweredOn is not null).Select(q => q.Item).OfType<string>()], clock.Today),
            await db.Opportunities.Where(o => o.OrganisationId == id).OrderBy(o => o.State == OpportunityState.Closed).ThenByDescending(o => o.Id).Take(MostOpportunities)
                .Select(o => new Opening(o.Id, o.Title, o.State, o.AppliedOn ?? o.SavedOn, o.Url)).ToListAsync(ct));
    }

    private static async Task<IReadOnlyList<Colleague>> People(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var rows = await (
            from position in db.Positions
            where position.OrganisationId == id
            join person in db.People on position.PersonId equals person.Id
            where !person.IsSelf
            orderby position.IsCurrent descending, person.SortName, position.From descending
            select new { person.Id, person.FullName, position.Title, position.IsCurrent, position.To, person.Stage, person.Strength, person.LastContact, Role = db.Stakeholders.Where(s => s.PersonId == person.Id && s.OrganisationId == id).OrderBy(s => s.Id).Select(s => (DecisionRole?)s.Role).FirstOrDefault() }).Take(MostPeople).ToListAsync(ct);
        return [.. rows.DistinctBy(p => p.Id)
            .Select(p => new Colleague(p.Id, p.FullName, p.Title, p.IsCurrent, p.To, p.Stage, Stages.IsDormant(p.LastContact, clock.Now), p.Strength ?? 0, p.LastContact is { } at ? clock.Local(at) : null, p.Role))
            .OrderByDescending(p => p.Current).ThenByDescending(p => p.Strength)];
    }
}

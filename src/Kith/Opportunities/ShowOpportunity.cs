using Kith.Data;
using Kith.Domain;
using Kith.Domain.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>One opportunity with everything about it: dates, people, contribution, what is open.</summary>
public static class ShowOpportunity
{
    private const int MostLoops = 20;

    private const int MostFindings = 20;

    private const int MostProofs = 300;

    /// <summary>Somebody on it.</summary>
    public sealed record Part(Guid Id, string Name, string? Headline, DecisionRole Role);

    /// <summary>Something open about it.</summary>
    public sealed record OpenLoop(Guid Id, Guid Person, string Name, LoopKind Kind, string? What, DateOnly? Due);

    /// <summary>A claim and the pieces of evidence that prove it.</summary>
    public sealed record Claimed(Guid Id, string Text, IReadOnlyList<Proven> Evidence);

    /// <summary>A piece of evidence.</summary>
    public sealed record Proven(Guid Id, string Title);

    /// <summary>The statement as it stands.</summary>
    public sealed record Said(Guid Claim, Guid? Evidence, string? Mission, string Need, string Text);

    /// <summary>Everything about it; missions and needs are findings about the organisation.</summary>
    public sealed record Shown(
        Guid Id, string Title, Guid? OrganisationId, string? Organisation, OpportunityState State, string? Url, string? Notes, string? NextStep, DateOnly? NextOn, CloseReason? Reason,
        OpportunityState? ClosedAfter, string? OfferTerms, DateOnly? OfferUntil, IReadOnlyList<Reached> Stages, int? Days, IReadOnlyList<Part> People, Said? Contribution,
        IReadOnlyList<Claimed> Claims, IReadOnlyList<string> Missions, IReadOnlyList<string> Needs, IReadOnlyList<OpenLoop> Loops);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/opportunities/{id:guid}", async (Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct) => await Handle(id, db, clock, ct) ?? throw Find.Unknown<Opportunity>())
            .WithSummary("Show one opportunity");

    public static async Task<Shown?> Handle(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var row = await (
            from opening in db.Opportunities.AsNoTracking()
            where opening.Id == id
            join place in db.Organisations on opening.OrganisationId equals place.Id into places
            from organisation in places.DefaultIfEmpty()
            select new { Opening = opening, organisation.Name }).FirstOrDefaultAsync(ct);
        if (row is null)
            return null;
        var it = row.Opening;
        var steps = await db.OpportunitySteps.AsNoTracking().Where(s => s.OpportunityId == id).ToListAsync(ct);
        var people = await (
            from part in db.OpportunityPeople.AsNoTracking()
            where part.OpportunityId == id
            join person in db.People on part.PersonId equals person.Id
            orderby part.Role, person.SortName, person.Id
            select new Part(person.Id, person.FullName, person.Headline, part.Role)).ToListAsync(ct);
        var findings = it.OrganisationId is { } at
            ? await db.Findings.AsNoTracking().Where(f => f.OrganisationId == at && (f.Kind == FindingKind.Mission || f.Kind == FindingKind.Need))
                .OrderByDescending(f => f.On).ThenBy(f => f.Id).Select(f => new { f.Kind, f.Fact }).Take(MostFindings).ToListAsync(ct)
            : [];
        var loops = await (
            from loop in db.Loops.AsNoTracking()
            where loop.OpportunityId == id && loop.State != LoopState.Closed
            join person in db.People on loop.PersonId equals person.Id
            orderby loop.Due, loop.Id
            select new OpenLoop(loop.Id, person.Id, person.FullName, loop.Kind, loop.What, loop.SnoozedUntil ?? loop.Due)).Take(MostLoops).ToListAsync(ct);
        var said = await db.Contributions.AsNoTracking().Where(c => c.OpportunityId == id).OrderBy(c => c.Id)
            .Select(c => new Said(c.ClaimId, c.EvidenceId, c.Mission, c.Need, c.Text)).FirstOrDefaultAsync(ct);
        return new(
            it.Id, it.Title, it.OrganisationId, row.Name, it.State, it.Url, it.Notes, it.NextStep, it.NextOn, it.CloseReason, it.ClosedAfter, it.OfferTerms, it.OfferUntil,
            StageDates.Of(it, steps), StageDates.DaysIn(it, steps, clock.Today), people, said, await Claims(db, ct),
            [.. findings.Where(f => f.Kind == FindingKind.Mission).Select(f => f.Fact)], [.. findings.Where(f => f.Kind == FindingKind.Need).Select(f => f.Fact)], loops);
    }

    private static async Task<IReadOnlyList<Claimed>> Claims(KithDb db, CancellationToken ct)
    {
        var rows = await (
            from claim in db.Claims.AsNoTracking()
            join proof in db.Proofs on claim.Id equals proof.ClaimId into proofs
            from proof in proofs.DefaultIfEmpty()
            join piece in db.Evidence on proof.EvidenceId equals piece.Id into pieces
            from evidence in pieces.DefaultIfEmpty()
            orderby claim.Place, claim.Id, evidence.Title, evidence.Id
            select new { claim.Id, claim.Text, Evidence = (Guid?)evidence.Id, evidence.Title }).Take(MostProofs).ToListAsync(ct);
        return [.. rows.GroupBy(r => (r.Id, r.Text)).Select(g => new Claimed(g.Key.Id, g.Key.Text, [.. g.Where(r => r.Evidence is not null).Select(r => new Proven(r.Evidence!.Value, r.Title))]))];
    }
}

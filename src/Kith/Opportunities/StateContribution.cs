using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Pipeline;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>States what the user would bring to an opening: their mission and need, a claim, the evidence that proves it.</summary>
public static class StateContribution
{
    /// <summary>The statement; without a text it is drafted. The claim is one there is, or new in the user's words. Without a need it is taken away.</summary>
    public sealed record Command(
        Guid Opportunity,
        [property: StringLength(500, ErrorMessage = "What they need has at most 500 characters.")] string? Need,
        Guid? Claim = null,
        Guid? Evidence = null,
        [property: StringLength(500, ErrorMessage = "Their mission has at most 500 characters.")] string? Mission = null,
        [property: StringLength(2000, ErrorMessage = "The statement has at most 2,000 characters.")] string? Text = null,
        [property: StringLength(200, ErrorMessage = "A claim has at most 200 characters.")] string? NewClaim = null);

    /// <summary>The statement (null where it was taken away) and the batch that undo takes back.</summary>
    public sealed record Stated(Guid? Contribution, string? Text, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/opportunities/contribution", Handle).WithSummary("State what you would contribute");

    public static async Task<Stated> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var opening = await db.Opportunities.OrRefuse(command.Opportunity, ct);
        var row = await db.Contributions.Where(c => c.OpportunityId == opening.Id).OrderBy(c => c.Id).FirstOrDefaultAsync(ct);
        if (string.IsNullOrWhiteSpace(command.Need))
            return await TakeAway(row, opening, db, ct);
        if (command.Claim is null && string.IsNullOrWhiteSpace(command.NewClaim))
            throw new RefusedException("contribution.claim", "Choose what you can do for them, or say it in your own words.");
        var title = $"Stated the contribution to {opening.Title}";
        db.Act(title);
        var claim = await Claim(command, db, ct);
        var evidence = command.Evidence is { } id ? await Proof(claim, id, db, ct) : null;
        var text = string.IsNullOrWhiteSpace(command.Text) ? Statement.Draft(command.Mission, command.Need, claim.Text, Told(evidence)) : command.Text.Trim();
        if (row is null)
            db.Add(row = new() { Id = db.NewId(), OpportunityId = opening.Id, ClaimId = claim.Id, Need = command.Need, Text = text });
        (row.ClaimId, row.EvidenceId, row.Need, row.Text) = (claim.Id, evidence?.Id, command.Need.Trim(), text);
        row.Mission = string.IsNullOrWhiteSpace(command.Mission) ? null : command.Mission.Trim();
        await db.SaveChangesAsync(ct);
        return new(row.Id, text, title, db.LastBatch);
    }

    private static async Task<Stated> TakeAway(Contribution? row, Opportunity opening, KithDb db, CancellationToken ct)
    {
        if (row is null)
            throw new RefusedException("contribution.need", "Say what they need; the organisation's page collects it.");
        db.Act($"Took away the contribution to {opening.Title}");
        db.Remove(row);
        await db.SaveChangesAsync(ct);
        return new(null, null, $"Took away the contribution to {opening.Title}", db.LastBatch);
    }

    private static async Task<Claim> Claim(Command command, KithDb db, CancellationToken ct)
    {
        if (command.Claim is { } id)
            return await db.Claims.OrRefuse(id, ct);
        var places = await db.Claims.OrderBy(c => c.Place).Select(c => new { c.Id, c.Text, c.Place }).Take(Kith.Domain.Claim.Most + 1).ToListAsync(ct);
        if (places.Find(c => Folding.Fold(c.Text) == Folding.Fold(command.NewClaim)) is { } known)
            return await db.Claims.OrRefuse(known.Id, ct);
        if (places.Count >= Kith.Domain.Claim.Most)
            throw new RefusedException("claims.many", $"At most {Kith.Domain.Claim.Most} claims; choose one of them.");
        var claim = new Claim { Id = db.NewId(), Text = command.NewClaim!.Trim(), Place = places.Count == 0 ? 0 : places.Max(c => c.Place) + 1 };
        db.Add(claim);
        return claim;
    }

    private static async Task<Evidence> Proof(Claim claim, Guid id, KithDb db, CancellationToken ct)
    {
        var evidence = await db.Evidence.OrRefuse(id, ct);
        return await db.Proofs.AnyAsync(p => p.ClaimId == claim.Id && p.EvidenceId == id, ct)
            ? evidence
            : throw new RefusedException("contribution.proof", $"\"{evidence.Title}\" does not prove \"{claim.Text}\"; choose evidence of that claim.");
    }

    // The result and its numbers say more than the name of the story.
    private static string? Told(Evidence? evidence) => evidence is null ? null
        : (evidence.Result, evidence.Numbers) switch
        {
            ({ Length: > 0 } result, { Length: > 0 } numbers) => $"{evidence.Title}, {result.Trim().TrimEnd('.')} ({numbers})",
            ({ Length: > 0 } result, _) => $"{evidence.Title}, {result}",
            (_, { Length: > 0 } numbers) => $"{evidence.Title} ({numbers})",
            _ => evidence.Title,
        };
}

using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Says that a piece of evidence proves a claim, or that a claim answers a need; or takes either back.</summary>
public static class LinkProof
{
    /// <summary>The claim and what proves it.</summary>
    public sealed record Command(Guid Claim, Guid Evidence, bool Remove = false);

    /// <summary>The claim and the need it answers.</summary>
    public sealed record Match(Guid Claim, Guid Need, bool Remove = false);

    /// <summary>What was done and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/claims/proofs", (Command command, KithDb db, CancellationToken ct) => Handle(command, db, ct)).WithSummary("Say that evidence proves a claim, or take it back");
        api.MapPost("/claims/needs", (Match match, KithDb db, CancellationToken ct) => Handle(match, db, ct)).WithSummary("Say that a claim answers a need, or take it back");
    }

    public static async Task<Done> Handle(Command command, KithDb db, CancellationToken ct)
    {
        var claim = await db.Claims.OrRefuse(command.Claim, ct);
        var evidence = await db.Evidence.AsNoTracking().Where(e => e.Id == command.Evidence).Select(e => e.Title).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Evidence>();
        var known = await db.Proofs.FirstOrDefaultAsync(p => p.ClaimId == claim.Id && p.EvidenceId == command.Evidence, ct);
        var title = $"Noted that {evidence} {(command.Remove ? "no longer proves" : "proves")} {claim.Text}";
        db.Act(title);
        if (command.Remove && known is not null)
            db.Remove(known);
        else if (!command.Remove && known is null)
            db.Add(new Proof { Id = db.NewId(), ClaimId = claim.Id, EvidenceId = command.Evidence });
        await db.SaveChangesAsync(ct);
        return new(title, db.LastBatch);
    }

    /// <summary>Says that a claim answers a need, or takes it back.</summary>
    public static async Task<Done> Handle(Match match, KithDb db, CancellationToken ct)
    {
        var claim = await db.Claims.OrRefuse(match.Claim, ct);
        var need = await db.Findings.FirstOrDefaultAsync(f => f.Id == match.Need && f.Kind == FindingKind.Need && f.OrganisationId != null, ct)
            ?? throw new RefusedException("need.unknown", "There is no such need here. Note it on the page of the organisation first.");
        var known = await db.NeedMatches.FirstOrDefaultAsync(n => n.ClaimId == claim.Id && n.FindingId == need.Id, ct);
        var title = $"Noted that {claim.Text} {(match.Remove ? "does not answer" : "answers")} “{need.Fact}”";
        db.Act(title);
        if (match.Remove && known is not null)
            db.Remove(known);
        else if (!match.Remove && known is null)
            db.Add(new NeedMatch { Id = db.NewId(), ClaimId = claim.Id, FindingId = need.Id });
        await db.SaveChangesAsync(ct);
        return new(title, db.LastBatch);
    }
}

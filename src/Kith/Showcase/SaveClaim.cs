using System.ComponentModel.DataAnnotations;
using Kith.Data;
using Kith.Domain;
using Kith.Shared;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Adds a claim, puts it into other words or another place, or deletes it.</summary>
public static class SaveClaim
{
    /// <summary>What the user can do; without an id it is a new claim.</summary>
    public sealed record Command(
        [property: Required(ErrorMessage = "Say what you can do, such as \"Demand forecasting\".")]
        [property: StringLength(200, ErrorMessage = "A claim has at most 200 characters.")] string? Text,
        Guid? Claim = null);

    /// <summary>The claim and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Saved(Guid Claim, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/claims", Handle).WithSummary("Add a claim, or put one into other words");
        api.MapPost("/claims/{id:guid}/move", (Guid id, bool up, KithDb db, CancellationToken ct) => Move(id, up, db, ct)).WithSummary("Move a claim up or down");
        api.MapDelete("/claims/{id:guid}", Remove).WithSummary("Delete a claim with its showings");
    }

    public static async Task<Saved> Handle(Command command, KithDb db, CancellationToken ct)
    {
        Refuse.IfInvalid(command);
        var text = command.Text!.Trim();
        var all = await Ordered(db, ct);
        var claim = command.Claim is { } id ? all.Find(c => c.Id == id) ?? throw Find.Unknown<Claim>() : null;
        if (all.Exists(c => c.Id != command.Claim && IsSame(c.Text, text)))
            throw new RefusedException("claim.known", $"You claim \"{text}\" already.");
        if (claim is null && all.Count >= Claim.Most)
            throw new RefusedException("claim.many", $"There are {Claim.Most} claims; nobody could show more. Delete one first.");
        var title = claim is null ? $"Added the claim {text}" : $"Put a claim into other words: {text}";
        db.Act(title);
        if (claim is null)
            db.Add(claim = new() { Id = db.NewId(), Text = text, Place = all.Count == 0 ? 0 : all[^1].Place + 1 });
        claim.Text = text;
        await db.SaveChangesAsync(ct);
        return new(claim.Id, title, db.LastBatch);
    }

    /// <summary>Moves a claim one place up or down in the user's order; at the end of it nothing changes.</summary>
    public static async Task<Saved> Move(Guid id, bool up, KithDb db, CancellationToken ct)
    {
        var all = await Ordered(db, ct);
        var at = all.FindIndex(c => c.Id == id);
        if (at < 0)
            throw Find.Unknown<Claim>();
        var title = $"Moved the claim {all[at].Text} {(up ? "up" : "down")}";
        db.Act(title);
        var to = up ? at - 1 : at + 1;
        if (to >= 0 && to < all.Count)
            (all[at], all[to]) = (all[to], all[at]);
        // Places have gaps after a deletion, and two claims taken over at once may share one.
        foreach (var (place, claim) in all.Index())
            claim.Place = place;
        await db.SaveChangesAsync(ct);
        return new(id, title, db.LastBatch);
    }

    /// <summary>Deletes a claim with everything that hangs on it; undo brings all of it back.</summary>
    public static async Task<Saved> Remove(Guid id, KithDb db, CancellationToken ct)
    {
        var claim = await db.Claims.OrRefuse(id, ct);
        var showings = await db.Showings.Where(s => s.ClaimId == id).ToListAsync(ct);
        var title = $"Deleted the claim {claim.Text}{(showings.Count == 0 ? "" : showings.Count == 1 ? " with 1 showing" : $" with {showings.Count} showings")}";
        db.Act(title);
        db.RemoveRange(showings);
        db.RemoveRange(await db.Proofs.Where(p => p.ClaimId == id).ToListAsync(ct));
        db.RemoveRange(await db.NeedMatches.Where(n => n.ClaimId == id).ToListAsync(ct));
        db.RemoveRange(await db.Contributions.Where(c => c.ClaimId == id).ToListAsync(ct));
        db.Remove(claim);
        await db.SaveChangesAsync(ct);
        return new(id, title, db.LastBatch);
    }

    /// <summary>True for the same claim in other letters. Signs count: C, C# and C++ are three.</summary>
    internal static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static Task<List<Claim>> Ordered(KithDb db, CancellationToken ct) => db.Claims.OrderBy(c => c.Place).ThenBy(c => c.Id).ToListAsync(ct);
}

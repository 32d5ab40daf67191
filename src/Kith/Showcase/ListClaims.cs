using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Lists the claims in the user's order with what proves, needs and has seen them; and shows one of them.</summary>
public static class ListClaims
{
    /// <summary>Showings of a page.</summary>
    public const int Size = 50;

    // More to choose from than anybody reads.
    private const int MostEvidence = 300;

    /// <summary>A claim: pieces of evidence, needs it answers, and people who have seen proof of it.</summary>
    public sealed record Row(Guid Claim, string Text, int Evidence, int Needs, int Seen);

    /// <summary>A piece of evidence and whether it proves the claim.</summary>
    public sealed record Piece(Guid Evidence, string Title, EvidenceKind Kind, bool Proves);

    /// <summary>One showing, and to whom.</summary>
    public sealed record Shown(Guid Showing, Guid Person, string Name, string? Evidence, ShowingWay Way, DateOnly On, string? Note);

    /// <summary>One claim: what proves it, which needs it answers, who has seen it.</summary>
    /// <param name="Known">The needs known at the targets of the current goal.</param>
    public sealed record One(Guid Claim, string Text, IReadOnlyList<Piece> Evidence, IReadOnlyList<Need> Known, IReadOnlyList<Shown> Showings, int Total, int Page)
    {
        /// <summary>The needs it answers.</summary>
        public IEnumerable<Need> Answered => Known.Where(n => n.Claims.Contains(Claim));
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/claims", (KithDb db, CancellationToken ct) => Handle(db, ct)).WithSummary("List the claims");
        api.MapGet("/claims/{id:guid}", (Guid id, int? page, KithDb db, CancellationToken ct) => Handle(id, page ?? 1, db, ct)).WithSummary("Show a claim");
    }

    public static async Task<IReadOnlyList<Row>> Handle(KithDb db, CancellationToken ct) => await db.Claims.AsNoTracking().OrderBy(c => c.Place).ThenBy(c => c.Id).Take(Claim.Most)
        .Select(c => new Row(
            c.Id, c.Text, db.Proofs.Count(p => p.ClaimId == c.Id), db.NeedMatches.Count(n => n.ClaimId == c.Id),
            db.Showings.Where(s => s.ClaimId == c.Id && s.EvidenceId != null).Select(s => s.PersonId).Distinct().Count())).ToListAsync(ct);

    /// <summary>One claim.</summary>
    public static async Task<One> Handle(Guid id, int page, KithDb db, CancellationToken ct)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var claim = await db.Claims.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { c.Text, Shown = db.Showings.Count(s => s.ClaimId == c.Id && db.People.Any(p => p.Id == s.PersonId)), Goal = db.CurrentGoal().Select(g => (Guid?)g.Id).FirstOrDefault() }).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Claim>();
        var evidence = await db.Evidence.AsNoTracking().Select(e => new { e.Id, e.Title, e.Kind, Proves = db.Proofs.Any(p => p.ClaimId == id && p.EvidenceId == e.Id) })
            .OrderByDescending(e => e.Proves).ThenBy(e => e.Title).ThenBy(e => e.Id).Take(MostEvidence).ToListAsync(ct);
        var needs = claim.Goal is { } goal ? await Needs.AtTargets(db, goal, ct) : [];
        return new(id, claim.Text, [.. evidence.Select(e => new Piece(e.Id, e.Title, e.Kind, e.Proves))], needs, await Showings(db, id, number, ct), claim.Shown, number);
    }

    private static Task<List<Shown>> Showings(KithDb db, Guid claim, int number, CancellationToken ct) => (
        from showing in db.Showings.AsNoTracking()
        where showing.ClaimId == claim
        join person in db.People on showing.PersonId equals person.Id
        orderby showing.On descending, showing.Id descending
        select new Shown(
            showing.Id, person.Id, person.FullName, db.Evidence.Where(e => e.Id == showing.EvidenceId).Select(e => e.Title).FirstOrDefault(), showing.Way, showing.On, showing.Note))
        .Skip((number - 1) * Size).Take(Size).ToListAsync(ct);
}

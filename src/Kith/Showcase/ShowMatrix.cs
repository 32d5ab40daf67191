using System.Text.Json.Serialization;
using Kith.Data;
using Kith.Domain;
using Kith.Domain.Proving;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Shows who in the decision at the targets has seen proof of what, and what to show next.</summary>
public static class ShowMatrix
{
    /// <summary>Claims of a page.</summary>
    public const int Size = 25;

    /// <summary>People shown beside them; the others are counted.</summary>
    public const int MostPeople = 30;

    /// <summary>What to show next, and the four after it.</summary>
    public const int MostNext = 5;

    // Claims times people, each shown a few times: beyond this nobody keeps count.
    private const int MostShowings = 50_000;

    /// <summary>A claim and how many pieces of evidence prove it.</summary>
    public sealed record Row(Guid Claim, string Text, int Place, int Evidence);

    /// <summary>Somebody in the decision.</summary>
    /// <param name="Motivation">How much the user wants the target, 0-3.</param>
    /// <param name="IsDecisionMaker">Noted as one, or with a title that usually decides and no other role noted.</param>
    /// <param name="Seen">Claims of which they have seen proof.</param>
    /// <param name="Next">The claim that weighs most among those they have not seen proof of.</param>
    public sealed record Column(
        Guid Person, string Name, string? Title, Guid Organisation, string At, int? Motivation, DecisionRole? Role, bool IsDecisionMaker, int Seen, string? Next)
    {
        [JsonIgnore]
        internal int Order { get; init; }
    }

    /// <summary>What somebody has seen of a claim: the best of it, the newest first.</summary>
    public sealed record Cell(Guid Claim, Guid Person, Seen Seen, string? Evidence, ShowingWay Way, DateOnly On, int Times);

    /// <summary>Something to show to somebody, and why.</summary>
    public sealed record Step(Guid Claim, string Text, Guid Person, string Name, string At, double Weight, string Reason);

    /// <summary>Of so many decision makers, how many have seen proof of something they need; of how many a need is known at all.</summary>
    public sealed record Count(int Seen, int Of, int NeedKnown);

    /// <summary>The matrix: one page of claims, the people beside them, and the cells that are not empty.</summary>
    /// <param name="Goal">The goal whose targets are meant; absent without one.</param>
    /// <param name="InDecision">People in the decision, shown or not.</param>
    public sealed record Board(
        string? Goal, int Targets, Count Proof, IReadOnlyList<Step> Next, IReadOnlyList<Row> Claims, int TotalClaims, int Page, IReadOnlyList<Column> People, int InDecision, IReadOnlyList<Cell> Cells);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/showcase", (int? page, KithDb db, CancellationToken ct) => Handle(page ?? 1, db, ct)).WithSummary("Who has seen proof of what, and what to show next");

    public static async Task<Board> Handle(int page, KithDb db, CancellationToken ct)
    {
        var claims = await db.Claims.AsNoTracking().OrderBy(c => c.Place).ThenBy(c => c.Id).Take(Claim.Most)
            .Select(c => new Row(c.Id, c.Text, c.Place, db.Proofs.Count(p => p.ClaimId == c.Id))).ToListAsync(ct);
        var number = Math.Clamp(page, 1, Math.Max(1, (claims.Count + Size - 1) / Size));
        IReadOnlyList<Row> shown = [.. claims.Skip((number - 1) * Size).Take(Size)];
        var goal = await db.CurrentGoal().Select(g => new { g.Id, g.RoleFamily, Targets = db.Targets.Count(t => t.GoalId == g.Id) }).FirstOrDefaultAsync(ct);
        if (goal is null)
            return new(null, 0, new(0, 0, 0), [], shown, claims.Count, number, [], 0, []);
        var deciders = await Deciding.At(db, goal.Id, ct);
        var needs = await Needs.AtTargets(db, goal.Id, ct);
        var cells = await Cells(db, [.. deciders.Select(d => d.Person)], ct);
        var ranked = NextShowing.Rank(Pairs(claims, deciders, needs, cells));
        var people = Chosen(deciders).Select(d => Of(d, cells, ranked, claims)).ToList();
        var kept = people.Select(p => p.Person).ToHashSet();
        var rows = shown.Select(r => r.Claim).ToHashSet();
        return new(
            goal.RoleFamily, goal.Targets, Proof(deciders, needs, cells), [.. ranked.Take(MostNext).Select(p => Reasons.Of(p, claims, deciders, needs))],
            shown, claims.Count, number, people, deciders.Count, [.. cells.Values.Where(c => kept.Contains(c.Person) && rows.Contains(c.Claim)).OrderBy(c => c.On).ThenBy(c => c.Claim).ThenBy(c => c.Person)]);
    }

    private static async Task<Dictionary<(Guid Claim, Guid Person), Cell>> Cells(KithDb db, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        if (people.Count == 0)
            return [];
        var rows = await (
            from showing in db.Showings.AsNoTracking()
            where people.Contains(showing.PersonId)
            join proof in db.Evidence on showing.EvidenceId equals proof.Id into proofs
            from evidence in proofs.DefaultIfEmpty()
            orderby showing.On descending, showing.Id descending
            select new { showing.ClaimId, showing.PersonId, showing.EvidenceId, evidence.Title, showing.Way, showing.On }).Take(MostShowings).ToListAsync(ct);
        return rows.GroupBy(r => (r.ClaimId, r.PersonId)).ToDictionary(g => g.Key, g =>
        {
            var best = g.FirstOrDefault(r => r.EvidenceId is not null) ?? g.First();
            return new Cell(best.ClaimId, best.PersonId, best.EvidenceId is null ? Seen.Claimed : Seen.Proven, best.Title, best.Way, best.On, g.Count());
        });
    }

    private static IEnumerable<Pair> Pairs(IReadOnlyList<Row> claims, IReadOnlyList<Decider> deciders, IReadOnlyList<Need> needs, Dictionary<(Guid Claim, Guid Person), Cell> cells)
    {
        var there = needs.ToLookup(n => n.Organisation);
        foreach (var decider in deciders)
        {
            var theirs = decider.Organisations.SelectMany(o => there[o]).ToList();
            var answered = theirs.SelectMany(n => n.Claims).ToHashSet();
            foreach (var claim in claims)
                yield return new(
                    claim.Claim, claim.Place, decider.Person, decider.SortName, decider.Motivation, decider.Role, decider.HasDecidingTitle,
                    answered.Contains(claim.Claim) ? NeedState.Matched : theirs.Count > 0 ? NeedState.Another : NeedState.Unknown,
                    claim.Evidence > 0, cells.TryGetValue((claim.Claim, decider.Person), out var cell) ? cell.Seen : Seen.NotYet);
        }
    }

    // Who decides comes first; what is left is grouped, the target that is wanted most in front.
    private static IEnumerable<Decider> Chosen(IReadOnlyList<Decider> deciders) =>
        deciders.OrderBy(d => d.Rank).ThenByDescending(d => NextShowing.OfMotivation(d.Motivation) * d.Say).ThenBy(d => d.SortName, StringComparer.Ordinal).ThenBy(d => d.Person).Take(MostPeople)
            .OrderByDescending(d => NextShowing.OfMotivation(d.Motivation)).ThenBy(d => d.At, StringComparer.Ordinal).ThenBy(d => d.Organisation)
            .ThenBy(d => d.Rank).ThenBy(d => d.SortName, StringComparer.Ordinal).ThenBy(d => d.Person);

    private static Column Of(Decider d, Dictionary<(Guid Claim, Guid Person), Cell> cells, IReadOnlyList<Pair> ranked, IReadOnlyList<Row> claims)
    {
        var next = ranked.FirstOrDefault(p => p.Person == d.Person);
        return new(
            d.Person, d.Name, d.Title, d.Organisation, d.At, d.Motivation, d.Role, d.IsDecisionMaker,
            claims.Count(c => cells.TryGetValue((c.Claim, d.Person), out var cell) && cell.Seen == Seen.Proven), next is null ? null : claims.First(c => c.Claim == next.Claim).Text)
        {
            Order = d.Rank,
        };
    }

    private static Count Proof(IReadOnlyList<Decider> deciders, IReadOnlyList<Need> needs, Dictionary<(Guid Claim, Guid Person), Cell> cells)
    {
        var makers = deciders.Where(d => d.IsDecisionMaker).ToList();
        return new(
            makers.Count(d => needs.Where(n => d.Organisations.Contains(n.Organisation)).SelectMany(n => n.Claims).Any(c => cells.TryGetValue((c, d.Person), out var cell) && cell.Seen == Seen.Proven)),
            makers.Count, makers.Count(d => needs.Any(n => d.Organisations.Contains(n.Organisation))));
    }
}

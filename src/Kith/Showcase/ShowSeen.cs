using Kith.Data;
using Kith.Domain;
using Kith.Domain.Proving;
using Microsoft.EntityFrameworkCore;

namespace Kith.Showcase;

/// <summary>Shows what one person has seen, what they need, and what could be shown to them; for one claim also how.</summary>
public static class ShowSeen
{
    /// <summary>Contacts a showing can be attached to.</summary>
    public const int MostContacts = 10;

    private const int MostShowings = 200;
    private const int MostEvidence = 100;

    /// <summary>A claim as it stands with this person.</summary>
    public sealed record Line(Guid Claim, string Text, int Evidence, Seen Seen, NeedState Need);

    /// <summary>One showing.</summary>
    public sealed record Shown(Guid Showing, Guid Claim, string Text, string? Evidence, ShowingWay Way, DateOnly On, string? Note);

    /// <summary>What proves the claim.</summary>
    public sealed record Piece(Guid Evidence, string Title, EvidenceKind Kind);

    /// <summary>A contact in which it may have been shown.</summary>
    public sealed record Contact(Guid Interaction, Channel Channel, DateOnly On, string? Summary);

    /// <summary>Everything about one person.</summary>
    /// <param name="Opened">The day on which they last opened a card they were given; null where they did not.</param>
    /// <param name="Evidence">What proves the chosen claim; empty where none is chosen.</param>
    public sealed record One(
        Guid Person, string Name, string? Headline, DateOnly? Opened, IReadOnlyList<Line> Claims, IReadOnlyList<Shown> Showings, IReadOnlyList<Need> Needs, Line? Chosen, IReadOnlyList<Piece> Evidence, IReadOnlyList<Contact> Contacts);

    public static async Task<One> Handle(Guid person, Guid? claim, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var who = await db.People.AsNoTracking().Where(p => p.Id == person && !p.IsSelf).Select(p => new
        {
            p.FullName,
            p.Headline,
            Opened = db.CardVisits.Where(v => v.Kind == VisitKind.Opened && db.HandOuts.Any(h => h.Id == v.HandOutId && h.PersonId == p.Id)).Max(v => (DateTime?)v.At),
        }).FirstOrDefaultAsync(ct) ?? throw Find.Unknown<Person>();
        var claims = await db.Claims.AsNoTracking().OrderBy(c => c.Place).ThenBy(c => c.Id).Take(Claim.Most).Select(c => new { c.Id, c.Text, Evidence = db.Proofs.Count(p => p.ClaimId == c.Id) }).ToListAsync(ct);
        var showings = await (
            from showing in db.Showings.AsNoTracking()
            where showing.PersonId == person
            join made in db.Claims on showing.ClaimId equals made.Id
            orderby showing.On descending, showing.Id descending
            select new Shown(showing.Id, made.Id, made.Text, db.Evidence.Where(e => e.Id == showing.EvidenceId).Select(e => e.Title).FirstOrDefault(), showing.Way, showing.On, showing.Note))
            .Take(MostShowings).ToListAsync(ct);
        var needs = await Needs.Of(db, person, ct);
        var seen = showings.GroupBy(s => s.Claim).ToDictionary(g => g.Key, g => g.Any(s => s.Evidence is not null) ? Seen.Proven : Seen.Claimed);
        // What answers a need and was not shown comes first; the user's order tells the rest.
        IReadOnlyList<Line> lines =
        [
            .. claims.Select(c => new Line(
                    c.Id, c.Text, c.Evidence, seen.GetValueOrDefault(c.Id),
                    needs.Any(n => n.Claims.Contains(c.Id)) ? NeedState.Matched : needs.Count > 0 ? NeedState.Another : NeedState.Unknown))
                .OrderBy(l => l.Seen == Seen.Proven).ThenByDescending(l => l.Need == NeedState.Matched),
        ];
        var chosen = claim is { } id ? lines.FirstOrDefault(l => l.Claim == id) ?? throw Find.Unknown<Claim>() : null;
        return new(
            person, who.FullName, who.Headline, who.Opened is { } at ? clock.DayOf(at) : null, lines, showings, needs, chosen,
            chosen is null ? [] : await Evidence(db, chosen.Claim, ct), chosen is null ? [] : await Contacts(db, person, clock, ct));
    }

    private static Task<List<Piece>> Evidence(KithDb db, Guid claim, CancellationToken ct) => (
        from proof in db.Proofs.AsNoTracking()
        where proof.ClaimId == claim
        join evidence in db.Evidence on proof.EvidenceId equals evidence.Id
        orderby evidence.Title, evidence.Id
        select new Piece(evidence.Id, evidence.Title, evidence.Kind)).Take(MostEvidence).ToListAsync(ct);

    private static async Task<IReadOnlyList<Contact>> Contacts(KithDb db, Guid person, WorkspaceClock clock, CancellationToken ct) =>
        [.. (await db.Interactions.AsNoTracking().Where(i => i.PersonId == person).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(MostContacts)
            .Select(i => new { i.Id, i.Channel, i.At, i.Summary }).ToListAsync(ct)).Select(i => new Contact(i.Id, i.Channel, clock.DayOf(i.At), i.Summary))];
}

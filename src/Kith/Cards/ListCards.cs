using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Cards;

/// <summary>Lists the variants of the user's card, what was given out, what came back, and the replies that wait.</summary>
public static class ListCards
{
    /// <summary>Hand-outs of a page.</summary>
    public const int Size = 50;

    private const int MostCards = 50;
    private const int MostReplies = 100;

    /// <summary>A variant: times given out, of these opened at least once, saved, and written back.</summary>
    public sealed record Variant(Guid Id, string Name, string FullName, string? Title, string? Organisation, bool IsWithdrawn, int Given, int Opened, int Saved, int CameBack);

    /// <summary>One hand-out: the first opening (the user's time), how often it was opened, saved and answered.</summary>
    public sealed record Given(Guid Id, string Card, Guid? Person, string? Name, string? Event, string? Label, DateOnly On, DateTime? Opened, int Openings, int Saved, int Replies);

    /// <summary>A reply that waits to be accepted or dismissed, and whom it may be from.</summary>
    public sealed record Reply(Guid Id, string Name, string? Email, string? Phone, string? Headline, string? Note, DateTime At, Guid? Person, string? Known, string? Event);

    /// <summary>Everything about cards; received counts cards got from others.</summary>
    public sealed record Shown(IReadOnlyList<Variant> Cards, IReadOnlyList<Given> HandOuts, int Total, int Page, IReadOnlyList<Reply> Replies, int Received)
    {
        /// <summary>Hand-outs in all.</summary>
        public int GivenOut => Cards.Sum(c => c.Given);
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cards", (int? page, KithDb db, WorkspaceClock clock, CancellationToken ct) => Handle(page ?? 1, db, clock, ct)).WithSummary("List cards, hand-outs and replies");

    public static async Task<Shown> Handle(int page, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var number = Math.Clamp(page, 1, 10_000);
        var cards = await db.Cards.AsNoTracking().OrderBy(c => c.WithdrawnAt != null).ThenBy(c => c.Id).Take(MostCards).Select(c => new Variant(
            c.Id, c.Variant, c.FullName, c.Title, c.Organisation, c.WithdrawnAt != null,
            db.HandOuts.Count(h => h.CardId == c.Id),
            db.HandOuts.Count(h => h.CardId == c.Id && db.CardVisits.Any(v => v.HandOutId == h.Id && v.Kind == VisitKind.Opened)),
            db.HandOuts.Count(h => h.CardId == c.Id && db.CardVisits.Any(v => v.HandOutId == h.Id && v.Kind == VisitKind.Saved)),
            db.HandOuts.Count(h => h.CardId == c.Id && db.CardVisits.Any(v => v.HandOutId == h.Id && v.Kind == VisitKind.WroteBack)))).ToListAsync(ct);
        var given = await (
            from handOut in db.HandOuts.AsNoTracking()
            join card in db.Cards on handOut.CardId equals card.Id
            join who in db.People on handOut.PersonId equals who.Id into people
            from person in people.DefaultIfEmpty()
            join found in db.Events on handOut.EventId equals found.Id into events
            from gathering in events.DefaultIfEmpty()
            orderby handOut.On descending, handOut.Id descending
            select new
            {
                handOut.Id,
                card.Variant,
                handOut.PersonId,
                person.FullName,
                gathering.Name,
                handOut.Label,
                handOut.On,
                Opened = db.CardVisits.Where(v => v.HandOutId == handOut.Id && v.Kind == VisitKind.Opened).Min(v => (DateTime?)v.At),
                Openings = db.CardVisits.Count(v => v.HandOutId == handOut.Id && v.Kind == VisitKind.Opened),
                Saved = db.CardVisits.Count(v => v.HandOutId == handOut.Id && v.Kind == VisitKind.Saved),
                Replies = db.CardReplies.Count(r => r.HandOutId == handOut.Id),
            }).Skip((number - 1) * Size).Take(Size).ToListAsync(ct);
        var received = await db.Exchanges.CountAsync(e => e.Tactic == Tactic.CardReceived, ct);
        return new(
            cards,
            [.. given.Select(g => new Given(g.Id, g.Variant, g.FullName is null ? null : g.PersonId, g.FullName, g.Name, g.Label, g.On, g.Opened is { } at ? clock.Local(at) : null, g.Openings, g.Saved, g.Replies))],
            cards.Sum(c => c.Given), number, await Replies(db, clock, ct), received);
    }

    // Whom a reply may be from: the person the card was given to, else one with that address.
    private static async Task<IReadOnlyList<Reply>> Replies(KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var rows = await (
            from reply in db.CardReplies.AsNoTracking()
            where reply.State == ReplyState.New
            join handOut in db.HandOuts on reply.HandOutId equals handOut.Id
            orderby reply.At descending, reply.Id
            select new
            {
                Reply = reply,
                Person = handOut.PersonId ?? db.Emails.Where(e => e.Value == reply.Email).Select(e => (Guid?)e.PersonId).FirstOrDefault(),
                Event = db.Events.Where(e => e.Id == handOut.EventId).Select(e => e.Name).FirstOrDefault(),
            }).Take(MostReplies).ToListAsync(ct);
        var ids = rows.Select(r => r.Person).OfType<Guid>().Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.FullName }).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        return [.. rows.Select(r => new Reply(
            r.Reply.Id, r.Reply.Name, r.Reply.Email, r.Reply.Phone, r.Reply.Headline, r.Reply.Note, clock.Local(r.Reply.At),
            r.Person is { } id && names.ContainsKey(id) ? id : null, r.Person is { } known ? names.GetValueOrDefault(known) : null, r.Event))];
    }
}

using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Events;

/// <summary>Shows an event: who may be there, who was met, what is open because of it, and what it brought.</summary>
public static class ShowEvent
{
    /// <summary>People of the list on a page.</summary>
    public const int Size = 50;

    /// <summary>People met at one event who are shown and counted at most.</summary>
    public const int MostMet = 300;

    /// <summary>Somebody on the list; what they do comes from the person where that is known.</summary>
    public sealed record Listed(Guid Id, Guid? Person, string Name, string? Headline, int? Strength, bool IsWanted, string? Why);

    /// <summary>A loop that waits because of the event.</summary>
    public sealed record Waiting(Guid Id, LoopKind Kind, string? What, DateOnly? Due);

    /// <summary>Somebody met there, what was noted, what is open between the two, and when it was followed up.</summary>
    public sealed record Met(Guid Person, string Name, string? Headline, string? Email, DateOnly? On, IReadOnlyList<string> Notes, IReadOnlyList<Waiting> Open, DateOnly? FollowedUpOn)
    {
        /// <summary>True when a follow-up of an exchange there waits.</summary>
        public bool IsWaiting => Open.Any(l => l.Kind == LoopKind.FollowUp);
    }

    /// <summary>The event; times are those of the user's clock, and the list is one page of it.</summary>
    public sealed record Shown(
        Guid Id, string Name, EventPhase Phase, DateTime? At, DateTime? Ends, string? Place, string? Url, string? Agenda, string? Status,
        int? TargetConversations, int? TargetFollowUps, int? Cost, double? Hours,
        IReadOnlyList<Listed> List, int ListTotal, int Wanted, int Page, IReadOnlyList<Met> People, EventReturn Return);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/events/{id:guid}", (Guid id, int? page, KithDb db, WorkspaceClock clock, CancellationToken ct) => Handle(id, page ?? 1, db, clock, ct)).WithSummary("Show an event");

    public static async Task<Shown> Handle(Guid id, int page, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var shown = await db.Events.AsNoTracking().Where(e => e.Id == id)
            .Select(e => new { Event = e, Total = db.Attendees.Count(a => a.EventId == id), Wanted = db.Attendees.Count(a => a.EventId == id && a.IsWanted) }).FirstOrDefaultAsync(ct)
            ?? throw Find.Unknown<Event>();
        var number = Math.Clamp(page, 1, Math.Max(1, (shown.Total + Size - 1) / Size));
        var list = shown.Total == 0 ? [] : await List(id, number, db, ct);
        var met = await People(id, db, clock, ct);
        var e = shown.Event;
        return new(
            e.Id, e.Name, e.PhaseAt(clock.Now), Local(e.StartsAt, clock), Local(e.EndsAt, clock), e.Place, e.Url, e.Agenda, e.Status, e.TargetConversations, e.TargetFollowUps, e.Cost, e.Hours,
            list, shown.Total, shown.Wanted, number, [.. met.Select(m => m.Row)], EventReturn.Of([.. met.Select(m => m.Encounter)], e.Hours, e.Cost, clock.Today));
    }

    private static Task<List<Listed>> List(Guid id, int number, KithDb db, CancellationToken ct) => (
        from listed in db.Attendees.AsNoTracking()
        where listed.EventId == id
        join known in db.People on listed.PersonId equals known.Id into all
        from person in all.DefaultIfEmpty()
        orderby listed.IsWanted descending, person.Strength ?? -1 descending, listed.Name, listed.Id
        select new Listed(listed.Id, person == null ? null : person.Id, listed.Name, person.Headline ?? listed.Headline, person.Strength, listed.IsWanted, listed.Why))
        .Skip((number - 1) * Size).Take(Size).ToListAsync(ct);

    // One statement each for who was met, what is open with them, and what came later: none grows with the number of people.
    private static async Task<List<(Met Row, Encounter Encounter)>> People(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var there = db.Exchanges.Where(e => e.EventId == id).Select(e => e.PersonId).Union(db.Interactions.Where(i => i.EventId == id).Select(i => i.PersonId));
        var people = await db.People.AsNoTracking().Where(p => !p.IsSelf && there.Contains(p.Id)).OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(MostMet)
            .Select(p => new
            {
                p.Id,
                p.FullName,
                p.Headline,
                Email = db.Emails.Where(m => m.PersonId == p.Id).OrderBy(m => m.Id).Select(m => m.Value).FirstOrDefault(),
            }).ToListAsync(ct);
        if (people.Count == 0)
            return [];
        var ids = people.ConvertAll(p => p.Id);
        var exchanges = await db.Exchanges.AsNoTracking().Where(e => e.EventId == id && ids.Contains(e.PersonId)).OrderBy(e => e.Id)
            .Select(e => new { e.PersonId, e.On, e.Note, Loop = db.Loops.FirstOrDefault(l => l.ExchangeId == e.Id && l.Kind == LoopKind.FollowUp) }).ToListAsync(ct);
        var first = exchanges.Min(e => e.On);
        var open = await db.Loops.AsNoTracking().Where(l => ids.Contains(l.PersonId) && l.State != LoopState.Closed).OrderBy(l => l.Due).ThenBy(l => l.Id).Take(MostMet * 4).ToListAsync(ct);
        var later = await Later(id, ids, first, db, clock, ct);

        return [.. people.Select(p =>
        {
            var mine = exchanges.Where(e => e.PersonId == p.Id).ToList();
            var moments = later.Where(i => i.Person == p.Id).ToList();
            var on = mine.Select(e => e.On).Concat(moments.Where(i => i.There).Select(i => (DateOnly?)i.On)).Min();
            var since = moments.Where(i => !i.There && (on is null || i.On >= on)).ToList();
            var followed = mine.Where(e => e.Loop?.EvidenceId is not null).Select(e => e.Loop!.ClosedOn).Concat(since.Where(i => i.Direction != Direction.In).Select(i => (DateOnly?)i.On)).Min();
            var waiting = open.Where(l => l.PersonId == p.Id).Select(l => new Waiting(l.Id, l.Kind, l.What, l.SnoozedUntil ?? l.Due)).ToList();
            return (
                new Met(p.Id, p.FullName, p.Headline, p.Email, on, [.. mine.Select(e => e.Note).Concat(moments.Where(i => i.There).Select(i => i.Summary)).OfType<string>()], waiting, followed),
                new Encounter(on, followed, Day(since.Where(i => i.Direction == Direction.In)), Day(since.Where(i => i.Direction == Direction.Both && i.Channel is Channel.Meeting or Channel.Call))));
        }).OrderBy(m => m.Item1.IsWaiting ? 0 : m.Item1.Open.Count > 0 ? 1 : 2).ThenByDescending(m => m.Item1.Open.Count + m.Item1.Notes.Count)];
    }

    private sealed record Moment(Guid Person, DateOnly On, Direction Direction, Channel Channel, bool There, string? Summary);

    private static async Task<List<Moment>> Later(Guid id, List<Guid> people, DateOnly? from, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var since = from is { } day ? clock.Noon(day).AddHours(-12) : (DateTime?)null;
        var rows = await db.Interactions.AsNoTracking()
            .Where(i => people.Contains(i.PersonId) && (i.EventId == id || since == null || i.At >= since) && i.Channel != Channel.Reaction && i.Channel != Channel.Recommendation)
            .OrderBy(i => i.At).Take(MostMet * 40).Select(i => new { i.PersonId, i.At, i.Direction, i.Channel, There = i.EventId == id, i.Summary }).ToListAsync(ct);
        return rows.ConvertAll(i => new Moment(i.PersonId, clock.DayOf(i.At), i.Direction, i.Channel, i.There, i.Summary));
    }

    private static DateOnly? Day(IEnumerable<Moment> moments) => moments.Select(m => (DateOnly?)m.On).Min();

    private static DateTime? Local(DateTime? at, WorkspaceClock clock) => at is { } utc ? clock.Local(utc) : null;
}

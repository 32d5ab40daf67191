using Kith.Domain;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>The contacts with one person, and whether the person decides about the goal.</summary>
public sealed record PersonContacts(IReadOnlyList<Contact> Contacts, bool Decides);

/// <summary>Reading what a search is made of: contacts, follow-ups, dates to come.</summary>
public static class SearchReading
{
    // Far more than anybody's search holds.
    private const int MostContacts = 20_000;

    /// <summary>The contacts since an instant (UTC), oldest first, person by person. Who decides has a title that does, at a target of the goal; without a goal, anywhere.</summary>
    public static async Task<IReadOnlyList<PersonContacts>> SearchContacts(this KithDb db, Guid? goal, DateTime since, CancellationToken ct)
    {
        var rows = await (
            from contact in db.Interactions
            where contact.At >= since && contact.Channel != Channel.Reaction && contact.Channel != Channel.Recommendation && db.People.Any(p => p.Id == contact.PersonId && !p.IsSelf)
            orderby contact.At
            select new
            {
                contact.PersonId,
                contact.At,
                contact.Channel,
                contact.Direction,
                Title = db.Positions.Where(p => p.PersonId == contact.PersonId && p.IsCurrent && (goal == null || db.Targets.Any(t => t.GoalId == goal && t.OrganisationId == p.OrganisationId))).Select(p => p.Title).FirstOrDefault(),
            }).AsNoTracking().Take(MostContacts).ToListAsync(ct);
        return [.. rows.GroupBy(r => r.PersonId).Select(g => new PersonContacts([.. g.Select(r => new Contact(r.At, r.Channel, r.Direction))], g.Any(r => Seniority.Decides(r.Title))))];
    }

    /// <summary>The follow-ups of the exchanges of those days, both included.</summary>
    public static IQueryable<Loop> ExchangeFollowUps(this KithDb db, DateOnly first, DateOnly last) =>
        // Naming every state lets the index on state, kind and day find the days.
        db.Loops.Where(l => (l.State == LoopState.Open || l.State == LoopState.Snoozed || l.State == LoopState.Closed)
            && l.Kind == LoopKind.FollowUp && l.OpenedOn >= first && l.OpenedOn <= last && l.ExchangeId != null);

    /// <summary>The events and meetings between two instants (UTC), unordered.</summary>
    public static IQueryable<AgendaItem> Agenda(this KithDb db, DateTime first, DateTime last) =>
        db.Events.Where(e => e.StartsAt >= first && e.StartsAt <= last).Select(e => new AgendaItem { Id = e.Id, Name = e.Name, At = e.StartsAt, IsMeeting = false, IsReview = false })
            .Concat(
                from brief in db.Briefs
                where brief.MeetingAt >= first && brief.MeetingAt <= last
                join person in db.People on brief.PersonId equals person.Id
                select new AgendaItem { Id = person.Id, Name = person.FullName, At = brief.MeetingAt, IsMeeting = true, IsReview = false });
}

/// <summary>An event, a meeting with somebody (then the id is the person's), or a review that was finished.</summary>
public sealed class AgendaItem
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>When it begins (UTC).</summary>
    public DateTime? At { get; init; }

    public bool IsMeeting { get; init; }

    public bool IsReview { get; init; }
}

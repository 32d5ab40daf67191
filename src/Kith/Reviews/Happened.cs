using Kith.Data;
using Kith.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kith.Reviews;

/// <summary>What happened in a week: five counts with the rows behind them.</summary>
/// <param name="BothWays">How many of the interactions went both ways.</param>
public sealed record Happened(Happened.Part Exchanges, Happened.Part Interactions, int BothWays, Happened.Part Introductions, Happened.Part Opportunities, Happened.Part Promises)
{
    /// <summary>Rows shown of each kind.</summary>
    public const int Most = 20;

    /// <summary>One thing that happened, with the page it is told on.</summary>
    public sealed record Row(string Name, string What, DateOnly On, string Href);

    /// <summary>How many, and the latest of them.</summary>
    public sealed record Part(int Count, IReadOnlyList<Row> Rows);

    internal static async Task<Happened> Read(DateOnly week, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var span = new WeekSpan(week, clock);
        var (interactions, both) = await Contacts(span, db, clock, ct);
        return new(await Met(span, db, ct), interactions, both, await Brought(span, db, ct), await Applied(span, db, ct), await Kept(span, db, ct));
    }

    private static async Task<Part> Met(WeekSpan span, KithDb db, CancellationToken ct)
    {
        var all = db.Exchanges.Where(e => e.On >= span.First && e.On <= span.Last && db.People.Any(p => p.Id == e.PersonId));
        var rows = await (
            from exchange in all
            join person in db.People on exchange.PersonId equals person.Id
            orderby exchange.On descending, exchange.Id descending
            select new { person.Id, person.FullName, exchange.Tactic, exchange.On, Total = all.Count() }).Take(Most).ToListAsync(ct);
        return new(rows.Count == 0 ? 0 : rows[0].Total, [.. rows.Select(r => new Row(r.FullName, ReviewWords.Of(r.Tactic), r.On!.Value, $"/people/{r.Id}"))]);
    }

    private static async Task<(Part, int)> Contacts(WeekSpan span, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var all = db.Interactions.Where(i => i.At >= span.Since && i.At < span.Until && i.Channel != Channel.Reaction && db.People.Any(p => p.Id == i.PersonId && !p.IsSelf));
        var rows = await (
            from contact in all
            join person in db.People on contact.PersonId equals person.Id
            orderby contact.At descending, contact.Id descending
            select new { person.Id, person.FullName, contact.Channel, contact.Direction, contact.At, Total = all.Count(), Both = all.Count(i => i.Direction == Direction.Both) }).Take(Most).ToListAsync(ct);
        return (
            new(rows.Count == 0 ? 0 : rows[0].Total, [.. rows.Select(r => new Row(r.FullName, $"{ReviewWords.Of(r.Channel)} {ReviewWords.Of(r.Direction)}", clock.DayOf(r.At), $"/people/{r.Id}"))]),
            rows.Count == 0 ? 0 : rows[0].Both);
    }

    private static async Task<Part> Brought(WeekSpan span, KithDb db, CancellationToken ct)
    {
        var all = db.Introductions.Where(i => i.ChangedOn >= span.First && i.ChangedOn <= span.Last && db.People.Any(p => p.Id == i.PersonId));
        var rows = await (
            from asked in all
            join connector in db.People on asked.PersonId equals connector.Id
            join met in db.People on asked.OtherId equals met.Id into others
            from other in others.DefaultIfEmpty()
            orderby asked.ChangedOn descending, asked.Id descending
            select new { asked.Id, connector.FullName, Other = other == null ? null : other.FullName, asked.State, asked.ChangedOn, Total = all.Count() }).Take(Most).ToListAsync(ct);
        return new(rows.Count == 0 ? 0 : rows[0].Total, [.. rows.Select(r => new Row(r.Other is null ? r.FullName : $"{r.FullName} to {r.Other}", ReviewWords.Of(r.State), r.ChangedOn!.Value, $"/introductions/{r.Id}"))]);
    }

    private static async Task<Part> Applied(WeekSpan span, KithDb db, CancellationToken ct)
    {
        var all = db.OpportunitySteps.Where(s => s.On >= span.First && s.On <= span.Last);
        var rows = await (
            from step in all
            join opening in db.Opportunities on step.OpportunityId equals opening.Id
            orderby step.On descending, step.Id descending
            select new { opening.Id, opening.Title, step.State, step.On, Total = all.Count() }).Take(Most).ToListAsync(ct);
        return new(rows.Count == 0 ? 0 : rows[0].Total, [.. rows.Select(r => new Row(r.Title, ReviewWords.Of(r.State), r.On, $"/opportunities/{r.Id}"))]);
    }

    private static async Task<Part> Kept(WeekSpan span, KithDb db, CancellationToken ct)
    {
        var all = db.Loops.Where(l => l.State == LoopState.Closed && (l.Kind == LoopKind.PromiseByMe || l.Kind == LoopKind.PromiseByThem) && l.ClosedOn >= span.First && l.ClosedOn <= span.Last
            && (l.EvidenceId != null || l.Decision == Loop.Kept) && db.People.Any(p => p.Id == l.PersonId));
        var rows = await (
            from loop in all
            join person in db.People on loop.PersonId equals person.Id
            orderby loop.ClosedOn descending, loop.Id descending
            select new { person.Id, person.FullName, loop.Kind, loop.What, loop.ClosedOn, Total = all.Count() }).Take(Most).ToListAsync(ct);
        return new(rows.Count == 0 ? 0 : rows[0].Total, [.. rows.Select(r => new Row(r.FullName, $"{(r.Kind == LoopKind.PromiseByMe ? "you kept" : "they kept")}: {r.What}", r.ClosedOn!.Value, $"/people/{r.Id}"))]);
    }
}

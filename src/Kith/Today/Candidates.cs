using Kith.Data;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Domain.Strength;
using Microsoft.EntityFrameworkCore;

namespace Kith.Today;

/// <summary>Gathers what could be done today: two queries, each bounded whatever the size of the network.</summary>
internal static class Candidates
{
    /// <summary>Candidates of one source at most; the order within the source decides which.</summary>
    internal const int Most = 100;

    /// <summary>People at targets who are looked at.</summary>
    private const int MostThere = 1000;

    // Business days: a message needs time to be answered, and until then nobody is suggested again.
    private const int CoolDown = 10;

    internal static async Task<List<Candidate>> Gather(KithDb db, WorkspaceClock clock, Guid? goal, CancellationToken ct) =>
        [.. await Loops(db, clock, goal, ct), .. await People(db, clock, goal, ct)];

    private static async Task<IEnumerable<Candidate>> Loops(KithDb db, WorkspaceClock clock, Guid? goal, CancellationToken ct)
    {
        var today = clock.Today;
        var unanswered = Unanswered(db, clock);
        var mine = db.Loops.Where(l => db.People.Any(p => p.Id == l.PersonId && !p.IsSelf && (p.QuietUntil == null || p.QuietUntil <= today)));
        var open = mine.Where(l => l.State == LoopState.Open);
        var followUps = open.Where(l => l.Kind == LoopKind.FollowUp);
        // Named one by one, because "anything but a follow-up" would read all open loops.
        var due = open.Where(l => (l.Kind == LoopKind.Thank || l.Kind == LoopKind.PromiseByMe || l.Kind == LoopKind.PromiseByThem || l.Kind == LoopKind.ReportBack || l.Kind == LoopKind.SequenceStep)
            && (l.Due == null || l.Due <= today)).OrderBy(l => l.Due).ThenBy(l => l.Id).Take(Most);
        // Newest first: the last 90 days come before everything older, and the index on the opening day gives them in this order.
        var newest = followUps.Where(l => l.OpenedOn <= today).OrderByDescending(l => l.OpenedOn).Take(Most);
        var undated = followUps.Where(l => l.OpenedOn == null).Take(TodayRanking.Rows);
        var woken = mine.Where(l => l.State == LoopState.Snoozed && l.SnoozedUntil <= today).OrderBy(l => l.SnoozedUntil).Take(Most);
        var rows = await (
            from loop in due.Concat(newest).Concat(undated).Concat(woken)
            join person in db.People on loop.PersonId equals person.Id
            join met in db.Exchanges on loop.ExchangeId equals met.Id into exchanges
            from exchange in exchanges.DefaultIfEmpty()
            select new
            {
                loop.Id,
                loop.PersonId,
                loop.Kind,
                loop.What,
                loop.OpenedOn,
                Due = loop.SnoozedUntil ?? loop.Due,
                person.Strength,
                Unanswered = unanswered.Count(i => i.PersonId == loop.PersonId),
                Title = db.Positions.Where(x => x.PersonId == loop.PersonId && x.IsCurrent && x.Kind == PositionKind.Work).OrderByDescending(x => x.From).Select(x => x.Title).FirstOrDefault(),
                Tactic = exchange == null ? (Tactic?)null : exchange.Tactic,
                Motivation = db.Positions.Where(x => x.PersonId == loop.PersonId && x.IsCurrent)
                    .Join(db.Targets.Where(t => t.GoalId == goal), x => x.OrganisationId, t => t.OrganisationId, (x, t) => (int?)(t.Motivation ?? 1)).Max(),
            }).AsNoTracking().ToListAsync(ct);
        return rows.Select(l => new Candidate(
            NextAction.For(l.Kind), l.PersonId, l.Id, l.Due, l.OpenedOn, null, l.Motivation, l.Strength ?? 0,
            l.Kind == LoopKind.FollowUp && l.Tactic is not null ? Met.By(l.Tactic) : l.What, l.Unanswered, Decides: Seniority.Decides(l.Title)));
    }

    private static async Task<IEnumerable<Candidate>> People(KithDb db, WorkspaceClock clock, Guid? goal, CancellationToken ct)
    {
        var today = clock.Today;
        var lately = clock.Noon(clock.Offices.Subtract(today, CoolDown)).AddHours(-12);
        var people = db.People.Where(p => !p.IsSelf && (p.QuietUntil == null || p.QuietUntil <= today));
        var unanswered = Unanswered(db, clock);
        // Who has a cadence is asked about by it; the others by their own rhythm.
        var drifting = people.Where(p => p.CadenceDays == null && p.DriftFrom <= today && p.DriftUntil >= today).OrderByDescending(p => p.Strength).ThenBy(p => p.Id).Take(Most);
        var overdue = people.Where(p => p.NextTouch <= today).OrderBy(p => p.NextTouch).ThenBy(p => p.Id).Take(Most);
        // A large employer among the targets can hold thousands; who they are is looked up for the most wanted organisations only.
        var there = (
            from target in db.Targets
            where target.GoalId == goal
            join position in db.Positions on target.OrganisationId equals position.OrganisationId
            where position.IsCurrent && position.Kind == PositionKind.Work
            orderby target.Motivation ?? 1 descending, target.Id, position.PersonId
            select new { position.PersonId, Motivation = target.Motivation ?? 1 }).Take(MostThere);
        var wanted = (
            from near in there
            join person in people on near.PersonId equals person.Id
            where person.LastContact == null || person.LastContact < lately
            orderby near.Motivation descending, person.Strength ?? -1 descending, person.Id
            select person).Take(Most);
        var rows = await overdue.Concat(wanted).Concat(drifting).Select(p => new
        {
            p.Id,
            p.CadenceDays,
            p.NextTouch,
            p.LastContact,
            p.Strength,
            IsDrifting = p.CadenceDays == null && p.DriftFrom <= today && p.DriftUntil >= today,
            p.DriftFrom,
            Unanswered = unanswered.Count(i => i.PersonId == p.Id),
            Title = db.Positions.Where(x => x.PersonId == p.Id && x.IsCurrent && x.Kind == PositionKind.Work).OrderByDescending(x => x.From).Select(x => x.Title).FirstOrDefault(),
            Motivation = db.Positions.Where(x => x.PersonId == p.Id && x.IsCurrent && x.Kind == PositionKind.Work)
                .Join(db.Targets.Where(t => t.GoalId == goal), x => x.OrganisationId, t => t.OrganisationId, (x, t) => (int?)(t.Motivation ?? 1)).Max(),
        }).AsNoTracking().ToListAsync(ct);
        // Somebody whom both sources found comes twice; the ranking keeps one action a person.
        return rows.SelectMany(p => Suggestions(p.NextTouch <= today || p.IsDrifting, p.Motivation is not null && !(p.LastContact >= lately))
            .Select(kind => new Candidate(
                kind, p.Id, null, kind == ActionKind.StayInTouch ? p.NextTouch : null, p.LastContact is { } at ? clock.DayOf(at) : null,
                p.CadenceDays, p.Motivation, p.Strength ?? 0, null, p.Unanswered, p.IsDrifting && p.LastContact is { } last ? Drift.Rhythm(p.DriftFrom!.Value, clock.DayOf(last)) : null, Seniority.Decides(p.Title))));
    }

    // What the user sent lately to somebody from whom nothing has come since.
    private static IQueryable<Interaction> Unanswered(KithDb db, WorkspaceClock clock)
    {
        var since = clock.Now.AddDays(-Ghosting.Days);
        return db.Interactions.Where(i => i.Direction == Direction.Out && i.At >= since && (i.Channel == Channel.Mail || i.Channel == Channel.Message || i.Channel == Channel.Call)
            && !db.Interactions.Any(j => j.PersonId == i.PersonId && j.Direction != Direction.Out && j.At >= i.At));
    }

    private static IEnumerable<ActionKind> Suggestions(bool isOverdue, bool isWanted)
    {
        if (isOverdue)
            yield return ActionKind.StayInTouch;
        if (isWanted)
            yield return ActionKind.ReachOut;
    }
}

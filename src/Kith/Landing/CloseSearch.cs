using Kith.Data;
using Kith.Domain;
using Kith.Domain.Arrival;
using Microsoft.EntityFrameworkCore;

namespace Kith.Landing;

/// <summary>The acts of the landing ritual: thank and tell the chain, keep in touch, look back at the criteria.</summary>
public static class CloseSearch
{
    /// <summary>Whose chain.</summary>
    public sealed record Thanks(Guid Opportunity);

    /// <summary>Who to keep in touch with, and how often in days (90 or 180, as suggested, or another preset).</summary>
    public sealed record Cadences(IReadOnlyList<Cadence> People);

    /// <summary>One person and their days.</summary>
    public sealed record Cadence(Guid Person, int Days);

    /// <summary>The ratings of a check; day is 30, 60 or 90.</summary>
    public sealed record LookBack(Guid Opportunity, int Day, IReadOnlyList<RatedCriterion> Criteria);

    /// <summary>What was done, how much of it, and the batch that undo takes back; no batch where nothing changed.</summary>
    public sealed record Done(string Title, int Count, Guid? Batch);

    private static readonly int[] Presets = [7, 14, 30, 60, 90, 180, 365];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/landing/thanks", Thank).WithSummary("Open a thank-you to everybody in the chain, and a report to each connector");
        api.MapPost("/landing/cadences", Keep).WithSummary("Keep in touch with people of the search");
        api.MapPost("/landing/checks", Check).WithSummary("Rate the job against the criteria after 30, 60 or 90 days");
    }

    /// <summary>Opens the loops of exactly the chain; one that is open or was closed for it already is not opened again.</summary>
    public static async Task<Done> Thank(Thanks command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var it = await Accepted(command.Opportunity, db, clock, ct);
        var chain = await ShowLanding.Chain(it, db, ct);
        var title = $"Opened the thanks for {it.Title}";
        db.Act(title);
        var opened = 0;
        foreach (var member in chain)
        {
            if (member.Thanked == ShowLanding.Told.NotOpen)
                Open(member.Id, LoopKind.Thank, $"Thank for the part in {it.Title}", Loop.ThankDays);
            if (member.Reported == ShowLanding.Told.NotOpen)
                Open(member.Id, LoopKind.ReportBack, $"Tell how it ended: {it.Title}", Introduction.ReportDays);
        }
        await db.SaveChangesAsync(ct);
        return new(opened == 0 ? "Everybody in the chain has their thank-you already" : title, opened, db.LastBatch);

        void Open(Guid person, LoopKind kind, string what, int days)
        {
            opened++;
            db.Add(new Loop { Id = db.NewId(), PersonId = person, Kind = kind, What = what, OpenedOn = clock.Today, Due = clock.Today.AddDays(days), OpportunityId = it.Id });
        }
    }

    /// <summary>Sets the cadences; somebody who has one keeps it.</summary>
    public static async Task<Done> Keep(Cadences command, KithDb db, CancellationToken ct)
    {
        var wanted = command.People.DistinctBy(p => p.Person).ToDictionary(p => p.Person, p => p.Days);
        if (wanted.Count is 0 or > 500)
            throw new RefusedException("landing.people", wanted.Count == 0 ? "Choose with whom you want to keep in touch." : "At most 500 people at once.");
        if (wanted.Values.Any(d => !Presets.Contains(d)))
            throw new RefusedException("cadence.unknown-preset", "Choose 7, 14, 30, 60, 90, 180 or 365 days.");
        var ids = wanted.Keys.ToList();
        var people = await db.People.Where(p => ids.Contains(p.Id) && !p.IsSelf).ToListAsync(ct);
        if (people.Count != ids.Count)
            throw Find.Unknown<Person>();
        var fresh = people.Where(p => p.CadenceDays is null).ToList();
        var title = fresh.Count == 1 ? $"Keeping in touch with {fresh[0].FullName}" : $"Keeping in touch with {fresh.Count} people";
        db.Act(title);
        foreach (var person in fresh)
            person.CadenceDays = wanted[person.Id];
        await db.SaveChangesAsync(ct);
        return new(title, fresh.Count, db.LastBatch);
    }

    /// <summary>Rates the job on a day of the checks; a check that is to come is refused.</summary>
    public static async Task<Done> Check(LookBack command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        if (!Checks.Days.Contains(command.Day))
            throw new RefusedException("landing.day", "The checks are after 30, 60 and 90 days.");
        var it = await Accepted(command.Opportunity, db, clock, ct);
        if (it.On.AddDays(command.Day) > clock.Today)
            throw new RefusedException("landing.early", $"The check after {command.Day} days is due on {it.On.AddDays(command.Day):yyyy-MM-dd}.");
        var own = await db.Criteria.Where(c => c.GoalId == it.Goal).Select(c => c.Id).ToListAsync(ct);
        if (command.Criteria.Any(c => !own.Contains(c.Criterion)))
            throw Find.Unknown<Criterion>();
        var title = $"Looked back at {it.Title} after {command.Day} days";
        db.Act(title);
        await db.Rate(it.Id, command.Day, command.Criteria, clock.Today, ct);
        await db.SaveChangesAsync(ct);
        return new(title, command.Criteria.Count(c => c.Score is not null), db.LastBatch);
    }

    private static async Task<ShowLanding.Accepted> Accepted(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var opening = await db.Opportunities.AsNoTracking().OrRefuse(id, ct);
        return (await ShowLanding.AcceptedOnes(db, clock, ct)).FirstOrDefault(a => a.Id == id)
            ?? throw new RefusedException("opportunity.not-accepted", $"{opening.Title} is not accepted; the ritual begins when it is.");
    }
}

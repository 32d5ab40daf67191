using Kith.Domain;
using Kith.Domain.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Kith.Data;

/// <summary>
/// How opportunities go from stage to stage, whoever moves them: the date of each, and the follow-ups about it. The caller names the act and saves, so
/// that one undo takes back the cause and what followed from it.
/// </summary>
internal static class Pipelines
{
    /// <summary>The reason that closes what is open about an opportunity when it goes on.</summary>
    internal const string MovedOn = "The application has moved on";

    /// <summary>Brings an opportunity to a stage on a day; going back forgets the dates of what was not reached after all.</summary>
    /// <param name="reason">Why it closes, where it does.</param>
    internal static async Task Enter(this KithDb db, Opportunity opening, OpportunityState to, DateOnly on, WorkspaceClock clock, CancellationToken ct, CloseReason? reason = null)
    {
        if (opening.State == to && db.Entry(opening).State != EntityState.Added)
            return;
        var steps = await db.OpportunitySteps.Where(s => s.OpportunityId == opening.Id).ToListAsync(ct);
        if (to == OpportunityState.Closed)
        {
            (opening.ClosedAfter, opening.CloseReason) = (opening.State, reason ?? CloseReason.Other);
            (opening.NextStep, opening.NextOn) = (null, null);
        }
        else
        {
            (opening.ClosedAfter, opening.CloseReason) = (null, null);
            var forgotten = steps.Where(s => s.State > to).ToList();
            db.RemoveRange(forgotten);
            steps.RemoveAll(forgotten.Contains);
            if (opening.NextStep == AskAfter.FindSomebody)
                (opening.NextStep, opening.NextOn) = (null, null);
            if (to == OpportunityState.Lead)
                opening.AppliedOn = null;
            else if (to == OpportunityState.Applied)
                opening.AppliedOn ??= on;
        }
        opening.State = to;
        if (steps.All(s => s.State != to))
            db.Add(new OpportunityStep { Id = db.NewId(), OpportunityId = opening.Id, State = to, On = StageDates.Of(opening, steps).FirstOrDefault(r => r.State == to)?.On ?? on });
        await End(db, opening, to == OpportunityState.Closed ? "The opportunity was closed" : MovedOn, clock, ct);
        await Ask(db, opening, clock, ct);
    }

    /// <summary>Opens the follow-up that the rule asks for, unless it is open; without anybody to ask it becomes the next step.</summary>
    internal static async Task Ask(KithDb db, Opportunity opening, WorkspaceClock clock, CancellationToken ct)
    {
        if (AskAfter.Waits(opening.State).Count == 0)
            return;
        var stored = await db.OpportunitySteps.Where(s => s.OpportunityId == opening.Id).ToListAsync(ct);
        var steps = stored.Union(db.OpportunitySteps.Local.Where(s => s.OpportunityId == opening.Id)).Where(s => db.Entry(s).State != EntityState.Deleted);
        var since = StageDates.Of(opening, steps).FirstOrDefault(r => r.State == opening.State)?.On ?? clock.Today;
        var loops = (await About(db, opening.Id, ct)).Where(l => l.OpenedOn >= since).ToList();
        var asked = loops.Where(l => l.EvidenceId is not null).Select(l => l.ClosedOn ?? clock.Today).ToList();
        // What the user let go in this stage stays let go.
        if (loops.Any(l => l.State != LoopState.Closed || (l.Decision is { } said && said != MovedOn)) || AskAfter.Next(opening.State, since, asked) is not { } due)
            return;
        if (await Whom(db, opening.Id, ct) is { } person)
            db.Add(new Loop
            {
                Id = db.NewId(),
                PersonId = person,
                Kind = LoopKind.FollowUp,
                What = AskAfter.What(opening.State, opening.Title),
                OpenedOn = asked.Count == 0 ? since : asked.Max(),
                Due = due,
                OpportunityId = opening.Id,
            });
        else if (opening.NextStep is null)
            (opening.NextStep, opening.NextOn) = (AskAfter.FindSomebody, due);
    }

    /// <summary>After a contact closed follow-ups about opportunities: the next of each, where the rule has one.</summary>
    internal static async Task Follow(KithDb db, IReadOnlyCollection<Loop> answered, WorkspaceClock clock, CancellationToken ct)
    {
        var ids = answered.Where(l => l is { Kind: LoopKind.FollowUp, OpportunityId: not null }).Select(l => l.OpportunityId!.Value).Distinct().ToList();
        if (ids.Count == 0)
            return;
        foreach (var opening in await db.Opportunities.Where(o => ids.Contains(o.Id)).ToListAsync(ct))
            await Ask(db, opening, clock, ct);
    }

    private static async Task End(KithDb db, Opportunity opening, string why, WorkspaceClock clock, CancellationToken ct)
    {
        foreach (var loop in (await About(db, opening.Id, ct)).Where(l => l.State != LoopState.Closed))
            loop.CloseByDecision(why, clock.Today);
    }

    private static async Task<List<Loop>> About(KithDb db, Guid opening, CancellationToken ct) =>
        await db.Loops.Where(l => l.OpportunityId == opening && l.Kind == LoopKind.FollowUp && l.RunId == null).ToListAsync(ct);

    private static async Task<Guid?> Whom(KithDb db, Guid opening, CancellationToken ct)
    {
        var on = await db.OpportunityPeople.Where(p => p.OpportunityId == opening && db.People.Any(x => x.Id == p.PersonId)).ToListAsync(ct);
        return on.Union(db.OpportunityPeople.Local.Where(p => p.OpportunityId == opening && db.Entry(p).State == EntityState.Added))
            .Where(p => db.Entry(p).State != EntityState.Deleted).OrderBy(p => AskAfter.Turn(p.Role)).ThenBy(p => p.Id).FirstOrDefault()?.PersonId;
    }
}

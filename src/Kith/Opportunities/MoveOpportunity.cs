using Kith.Data;
using Kith.Domain;
using Kith.Domain.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Kith.Opportunities;

/// <summary>Moves an opportunity to another stage, forward or back, and dates it; reopens one that is closed; puts its dates right.</summary>
public static class MoveOpportunity
{
    /// <summary>Which opportunity, to which stage, on which day (today).</summary>
    public sealed record Command(Guid Opportunity, OpportunityState To, DateOnly? On = null);

    /// <summary>Which opportunity, and the days of stages it has reached.</summary>
    public sealed record Dates(Guid Opportunity, IReadOnlyList<Reached> Stages);

    /// <summary>Where it stands now, what was done, and the batch that undo takes back; no batch where it stood there already.</summary>
    public sealed record Moved(Guid Opportunity, OpportunityState State, string Title, Guid? Batch);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/opportunities/move", Handle).WithSummary("Move an opportunity to another stage");
        api.MapPost("/opportunities/dates", Date).WithSummary("Put the dates of an opportunity's stages right");
        api.MapPost("/opportunities/{id:guid}/reopen", Reopen).WithSummary("Reopen an opportunity where it was closed");
    }

    public static async Task<Moved> Handle(Command command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var opening = await db.Opportunities.OrRefuse(command.Opportunity, ct);
        if (!Enum.IsDefined(command.To) || command.To == OpportunityState.Closed)
            throw new RefusedException("opportunity.stage", "An opportunity moves to lead, applied, screening, interview, offer or accepted; close it with a reason.");
        if (opening.State == OpportunityState.Closed)
            throw new RefusedException("opportunity.closed", $"{opening.Title} is closed; reopen it first.");
        var back = command.To < opening.State;
        var title = $"Moved {opening.Title} {(back ? "back " : "")}to {Word(command.To)}";
        if (command.To == opening.State)
            return new(opening.Id, opening.State, $"{opening.Title} is at {Word(opening.State)} already", null);
        var on = command.On ?? clock.Today;
        var steps = await db.OpportunitySteps.AsNoTracking().Where(s => s.OpportunityId == opening.Id).ToListAsync(ct);
        StageDates.Check(StageDates.Of(opening, steps).Where(r => r.State < command.To), command.To, on, clock.Today);
        db.Act(title);
        await db.Enter(opening, command.To, on, clock, ct);
        await db.SaveChangesAsync(ct);
        return new(opening.Id, opening.State, title, db.LastBatch);
    }

    /// <summary>Reopens a closed one at the stage it had reached.</summary>
    public static async Task<Moved> Reopen(Guid id, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var opening = await db.Opportunities.OrRefuse(id, ct);
        if (opening.State != OpportunityState.Closed)
            throw new RefusedException("opportunity.open", $"{opening.Title} is not closed.");
        var to = opening.ClosedAfter is { } stage and not OpportunityState.Closed ? stage : opening.AppliedOn is null ? OpportunityState.Lead : OpportunityState.Applied;
        var title = $"Reopened {opening.Title} at {Word(to)}";
        db.Act(title);
        await db.Enter(opening, to, clock.Today, clock, ct);
        await db.SaveChangesAsync(ct);
        return new(id, to, title, db.LastBatch);
    }

    /// <summary>Changes the days of stages; a stage before an earlier one is refused.</summary>
    public static async Task<Moved> Date(Dates command, KithDb db, WorkspaceClock clock, CancellationToken ct)
    {
        var opening = await db.Opportunities.OrRefuse(command.Opportunity, ct);
        var steps = await db.OpportunitySteps.Where(s => s.OpportunityId == opening.Id).ToListAsync(ct);
        var known = StageDates.Of(opening, steps).ToDictionary(r => r.State, r => r.On);
        var wanted = new Dictionary<OpportunityState, DateOnly>(known);
        foreach (var (state, on) in command.Stages)
            wanted[state] = state <= opening.State && Enum.IsDefined(state) ? on : throw new RefusedException("opportunity.stage", $"{opening.Title} has not come to {Word(state)} yet.");
        foreach (var (state, on) in wanted)
            if (!known.TryGetValue(state, out var before) || before != on)
                StageDates.Check(wanted.Where(w => w.Key != state).Select(w => new Reached(w.Key, w.Value)), state, on, clock.Today);
        var title = $"Changed the dates of {opening.Title}";
        db.Act(title);
        foreach (var (state, on) in wanted.Where(w => !known.TryGetValue(w.Key, out var before) || before != w.Value))
        {
            if (steps.Find(s => s.State == state) is { } step)
                step.On = on;
            else
                db.Add(new OpportunityStep { Id = db.NewId(), OpportunityId = opening.Id, State = state, On = on });
            if (state == OpportunityState.Applied)
                opening.AppliedOn = on;
        }
        await db.SaveChangesAsync(ct);
        return new(opening.Id, opening.State, title, db.LastBatch);
    }

    /// <summary>A stage as a word.</summary>
    public static string Word(OpportunityState state) => state.ToString().ToLowerInvariant();
}

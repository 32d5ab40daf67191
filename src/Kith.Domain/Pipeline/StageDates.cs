namespace Kith.Domain.Pipeline;

/// <summary>A stage and the day an opportunity came to it.</summary>
public sealed record Reached(OpportunityState State, DateOnly On);

/// <summary>The days on which an opportunity came to its stages.</summary>
public static class StageDates
{
    /// <summary>
    /// The dated stages up to where it stands, in their order. Older rows have no steps: there the day it was saved dates the lead, and the day of the
    /// application dates that.
    /// </summary>
    public static IReadOnlyList<Reached> Of(Opportunity opening, IEnumerable<OpportunityStep> steps)
    {
        var known = steps.GroupBy(s => s.State).ToDictionary(g => g.Key, g => g.Max(s => s.On));
        if (opening.SavedOn is { } saved)
            known.TryAdd(OpportunityState.Lead, saved);
        if (opening.AppliedOn is { } applied)
            known.TryAdd(OpportunityState.Applied, applied);
        var standing = opening.State == OpportunityState.Closed ? opening.ClosedAfter ?? OpportunityState.Accepted : opening.State;
        return [.. known.Where(k => k.Key <= standing || k.Key == opening.State).OrderBy(k => k.Key).Select(k => new Reached(k.Key, k.Value))];
    }

    /// <summary>Days it has been where it stands; null where the day is not known.</summary>
    public static int? DaysIn(Opportunity opening, IEnumerable<OpportunityStep> steps, DateOnly today) =>
        Of(opening, steps).FirstOrDefault(r => r.State == opening.State) is { } here ? Math.Max(0, today.DayNumber - here.On.DayNumber) : null;

    /// <summary>Refuses a day that is to come, is before an earlier stage, or is after a later one; code <c>opportunity.order</c>.</summary>
    public static void Check(IEnumerable<Reached> known, OpportunityState state, DateOnly on, DateOnly today)
    {
        if (on > today)
            throw new RefusedException("opportunity.future", $"{on:yyyy-MM-dd} is still to come; note the stage when it is reached.");
        foreach (var other in known)
            if (other.State < state && other.On > on)
                throw new RefusedException("opportunity.order", $"{state} on {on:yyyy-MM-dd} cannot be before {other.State} on {other.On:yyyy-MM-dd}. Change the earlier date first.");
            else if (other.State > state && other.On < on)
                throw new RefusedException("opportunity.order", $"{state} on {on:yyyy-MM-dd} cannot be after {other.State} on {other.On:yyyy-MM-dd}. Change the later date first.");
    }
}

using Kith.Domain.Funnel;

namespace Kith.Domain;

/// <summary>Somebody met at an event, and what came of it by today.</summary>
/// <param name="On">The day they met; null where that is not known.</param>
/// <param name="FollowedUpOn">The day of the user's first follow-up.</param>
/// <param name="WroteBackOn">The day of their first own contact after the event.</param>
/// <param name="TalkedOn">The day of the first meeting or call after the event.</param>
public sealed record Encounter(DateOnly? On, DateOnly? FollowedUpOn, DateOnly? WroteBackOn, DateOnly? TalkedOn);

/// <summary>What an event brought: people met, followed up, answering, talking again, and what it cost. Every rate carries its n.</summary>
/// <param name="Met">People met there.</param>
/// <param name="Within48">Followed up within 48 hours, of those met longer ago than that.</param>
/// <param name="Ever">Followed up within 90 days so far, of all.</param>
/// <param name="WroteBack">Who turned to the user since, of all.</param>
/// <param name="Talked">Meetings or calls since, of all.</param>
/// <param name="HoursPerTalk">Hours given for each person talked to again; null without hours or talks.</param>
/// <param name="CostPerTalk">Cost for each person talked to again, in the user's currency; null without a cost or talks.</param>
public sealed record EventReturn(int Met, Rate Within48, Rate Ever, Rate WroteBack, Rate Talked, double? HoursPerTalk, double? CostPerTalk)
{
    /// <summary>Works it out as of that day.</summary>
    /// <param name="met">Everybody met, each once.</param>
    /// <param name="hours">Hours given to the event.</param>
    /// <param name="cost">What it cost.</param>
    /// <param name="today">The user's day.</param>
    public static EventReturn Of(IReadOnlyCollection<Encounter> met, double? hours, int? cost, DateOnly today)
    {
        // A window that is still open says nothing yet, unless the follow-up has come already.
        var told = met.Where(m => m.On is { } on && (Early(m) || on.AddDays(Loop.FollowUpDays) < today)).ToList();
        var talked = met.Count(m => m.TalkedOn is not null);
        return new(
            met.Count,
            new(told.Count(Early), told.Count),
            new(met.Count(m => m.FollowedUpOn is { } day && (m.On is not { } on || day <= on.AddDays(Loop.EverDays))), met.Count),
            new(met.Count(m => m.WroteBackOn is not null), met.Count),
            new(talked, met.Count),
            talked == 0 ? null : hours / talked,
            talked == 0 ? null : (double?)cost / talked);
    }

    private static bool Early(Encounter one) => one is { On: { } on, FollowedUpOn: { } day } && day <= on.AddDays(Loop.FollowUpDays);
}

namespace Kith.Domain.Arrival;

/// <summary>A look back at the criteria some days after an offer was accepted.</summary>
/// <param name="Day">30, 60 or 90.</param>
/// <param name="On">The day it is due.</param>
/// <param name="Rated">Criteria that are rated for it.</param>
/// <param name="IsDue">True when its day has come and something is not rated.</param>
public sealed record LandingCheck(int Day, DateOnly On, int Rated, bool IsDue);

/// <summary>The checks 30, 60 and 90 days after an offer was accepted.</summary>
public static class Checks
{
    /// <summary>The days of the checks.</summary>
    public static readonly IReadOnlyList<int> Days = [30, 60, 90];

    /// <summary>Days of a cadence for those who helped most: advocates, and the chain.</summary>
    public const int NearDays = 90;

    /// <summary>Days of a cadence for everybody else there was a conversation with.</summary>
    public const int OtherDays = 180;

    /// <summary>The three checks and how they stand.</summary>
    /// <param name="accepted">The day the offer was accepted.</param>
    /// <param name="today">The user's day.</param>
    /// <param name="criteria">Criteria of the goal.</param>
    /// <param name="rated">How many are rated, by day of the check.</param>
    public static IReadOnlyList<LandingCheck> Of(DateOnly accepted, DateOnly today, int criteria, IReadOnlyDictionary<int, int> rated) =>
        [.. Days.Select(day => new LandingCheck(day, accepted.AddDays(day), rated.GetValueOrDefault(day), accepted.AddDays(day) <= today && rated.GetValueOrDefault(day) < criteria))];
}

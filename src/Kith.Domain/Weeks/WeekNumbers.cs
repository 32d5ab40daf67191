using Kith.Domain.Forecast;
using Kith.Domain.Strength;

namespace Kith.Domain.Weeks;

/// <summary>A number of a week with what it is counted among.</summary>
/// <param name="Of">How many.</param>
/// <param name="N">Of how many.</param>
public readonly record struct WeekCount(int Of, int N);

/// <summary>A day on which somebody was met, and the day on which they were followed up; null while nobody has.</summary>
public readonly record struct Met(DateOnly On, DateOnly? Followed);

/// <summary>What is planned for a week.</summary>
public sealed record WeekPlan(int Conversations, int DecisionMakers, int FollowUps)
{
    /// <summary>What a goal asks of a week, as far as the user's hours hold it; whoever is talked to is followed up.</summary>
    public static WeekPlan From(WeeklyPlan plan) =>
        new(plan.Held(plan.ConversationsAWeek), plan.Held(plan.DecisionMakers / (double)plan.Weeks), plan.Held(plan.ConversationsAWeek));
}

/// <summary>The three numbers of a week.</summary>
/// <param name="Conversations">People both sides turned to each other with, of all the user was in touch with.</param>
/// <param name="DecisionMakers">Those of them who decide, of the conversations.</param>
/// <param name="FollowUps">Exchanges followed up within 48 hours, of those old enough to tell.</param>
public sealed record WeekNumbers(WeekCount Conversations, WeekCount DecisionMakers, WeekCount FollowUps)
{
    /// <summary>Counts a week.</summary>
    /// <param name="people">The contacts of each person in that week, and whether the person decides.</param>
    /// <param name="met">The exchanges of that week.</param>
    /// <param name="today">The user's day: what was met less than 48 hours ago and is not followed up yet does not count.</param>
    public static WeekNumbers Count(IEnumerable<(IReadOnlyList<Contact> Contacts, bool Decides)> people, IEnumerable<Met> met, DateOnly today)
    {
        var touched = people.Where(p => p.Contacts.Count > 0).ToList();
        var talks = touched.Where(p => IsTalk(p.Contacts)).ToList();
        var old = met.Where(m => IsFollowed(m) || m.On <= today.AddDays(-Loop.FollowUpDays)).ToList();
        return new(new(talks.Count, touched.Count), new(talks.Count(p => p.Decides), talks.Count), new(old.Count(IsFollowed), old.Count));
    }

    /// <summary>True where both sides turned to each other.</summary>
    public static bool IsTalk(IReadOnlyCollection<Contact> contacts) => contacts.Any(c => c.Direction != Direction.Out) && contacts.Any(c => c.Direction != Direction.In);

    private static bool IsFollowed(Met met) => met.Followed <= met.On.AddDays(Loop.FollowUpDays);
}

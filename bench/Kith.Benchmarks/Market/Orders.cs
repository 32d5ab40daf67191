using Kith.Benchmarks.Ties;
using Kith.Domain;
using Kith.Domain.Ranking;
using Kith.Domain.Strength;

namespace Kith.Benchmarks.Market;

/// <summary>The ways to decide whom to turn to today. All see the same people, time and loops; they differ in whom they put first.</summary>
internal static class Orders
{
    internal static readonly IReadOnlyList<(string Name, Func<Search, int, IReadOnlyList<Somebody>, IEnumerable<Somebody>> Order)> All =
    [
        ("kith", (search, day, pool) => Today(search, day, pool, titles: true)),
        ("kithWithoutTitles", (search, day, pool) => Today(search, day, pool, titles: false)),
        ("random", (search, day, pool) => pool.OrderBy(p => search.Fate.Of(p.Number, Question.Order, day))),
        ("recentFirst", (_, day, pool) => pool.OrderByDescending(Last).ThenBy(p => p.Number)),
        ("reminders30", (_, day, pool) => Reminders(day, pool, 30)),
        ("reminders60", (_, day, pool) => Reminders(day, pool, 60)),
        ("reminders90", (_, day, pool) => Reminders(day, pool, 90)),
        ("targetsFirst", (_, day, pool) => pool.OrderByDescending(p => p.Motivation ?? -1).ThenBy(Last).ThenBy(p => p.Number)),
        ("scoreOnly", (_, day, pool) => pool.OrderByDescending(p => Score(p, day)).ThenBy(p => p.Number)),
    ];

    private static int Last(Somebody p) => Math.Max(p.LastContact ?? int.MinValue, p.FollowUp ?? int.MinValue);

    // Monica's way: everybody has a fixed period; whoever has waited longest beyond it comes first, the others not at all.
    private static IEnumerable<Somebody> Reminders(int day, IReadOnlyList<Somebody> pool, int period) =>
        pool.Where(p => day - Last(p) >= period).OrderBy(Last).ThenBy(p => p.Number);

    // PingCRM's way: the highest score first.
    private static double Score(Somebody p, int day) => p.Times.Count == 0 ? 0 : Baselines.PingCrm(p.Times, new DateTimeOffset(Search.At(day)).ToUnixTimeSeconds());

    // The shipped ranking over the candidates that the product would gather.
    private static IEnumerable<Somebody> Today(Search search, int day, IReadOnlyList<Somebody> pool, bool titles)
    {
        var today = DateOnly.FromDateTime(Search.At(day));
        var people = pool.ToDictionary(p => p.Id);
        return TodayRanking.Rank(pool.SelectMany(p => Candidates(search, p, day, today, titles)), today).Select(a => people[a.Candidate.PersonId]);
    }

    private static IEnumerable<Candidate> Candidates(Search search, Somebody p, int day, DateOnly today, bool titles)
    {
        var strength = TieStrength.Of(p.Tie, search.Habits, Search.At(day)) ?? 0;
        var unanswered = p.Unanswered.Count(d => day - d < Ghosting.Days);
        foreach (var (kind, due) in p.Due.Where(d => d.Value <= day))
            yield return New(NextAction.For(kind), p.Id, Day(due), Day(due));
        if (p.FollowUp is { } met)
            yield return New(ActionKind.FollowUp, null, Day(met + Loop.FollowUpDays), Day(met));
        var last = p.LastContact is { } at ? Day(at) : (DateOnly?)null;
        if (p.Motivation is not null)
            yield return New(ActionKind.ReachOut, null, null, last);
        if (Rhythm.Days(p.History) is { } rhythm && Drift.Of(rhythm, p.History[^1].At) is { } drift && drift.From <= today && drift.Until >= today)
            yield return New(ActionKind.StayInTouch, null, null, last) with { RhythmDays = Drift.Rhythm(drift.From, last!.Value) };

        Candidate New(ActionKind action, Guid? loop, DateOnly? due, DateOnly? since) => new(action, p.Id, loop, due, since, null, p.Motivation, strength, null, unanswered, null, titles && p.SeemsToDecide);
        DateOnly Day(int number) => DateOnly.FromDateTime(Search.At(number));
    }
}

using Kith.Domain.Strength;

namespace Kith.Domain.Funnel;

/// <summary>The day a relationship first reached each stage, from its first exchange or contact on.</summary>
/// <param name="Person">With whom.</param>
/// <param name="Reached">The day by stage; a stage that was skipped was reached with the one above it, one never reached is missing.</param>
public sealed record Course(Guid Person, IReadOnlyDictionary<Stage, DateOnly> Reached)
{
    /// <summary>Works it out from what happened.</summary>
    /// <param name="person">With whom.</param>
    /// <param name="exchanges">Days of exchanges.</param>
    /// <param name="contacts">Contacts in any order.</param>
    public static Course Of(Guid person, IEnumerable<DateOnly> exchanges, IReadOnlyCollection<Contact> contacts)
    {
        var reached = new Dictionary<Stage, DateOnly>();
        if (exchanges.Concat(contacts.Select(c => Day(c.At))).DefaultIfEmpty(DateOnly.MaxValue).Min() is var first && first < DateOnly.MaxValue)
            reached[Stage.Identified] = first;
        var (mine, theirs) = (new HashSet<DateOnly>(), new HashSet<DateOnly>());
        foreach (var contact in contacts.OrderBy(c => c.At))
        {
            var day = Day(contact.At);
            if (contact.Direction != Direction.In)
                mine.Add(day);
            if (contact.Direction != Direction.Out)
                theirs.Add(day);
            var stage = contact is { Channel: Channel.Recommendation, Direction: Direction.In } || reached.ContainsKey(Stage.Advocate) ? Stage.Advocate
                : Math.Min(mine.Count, theirs.Count) switch { 0 => Stage.Contacted, 1 => Stage.Conversed, _ => Stage.Reciprocal };
            for (var step = Stage.Contacted; step <= stage; step++)
                reached.TryAdd(step, day);
        }
        return new(person, reached);
    }

    private static DateOnly Day(DateTime at) => DateOnly.FromDateTime(at);
}

/// <summary>How far things come and how fast over stages that some skip: of each stage, how many reached a later one.</summary>
/// <param name="Stage">The stage they start from.</param>
/// <param name="Next">How many of those who reached it, or a later one, came further.</param>
/// <param name="Days">Days to the next, over those whose days are known, those who still wait among them.</param>
public sealed record StageStep<T>(T Stage, Rate Next, WaitingTimes Days)
    where T : struct, Enum;

/// <summary>Works out such steps.</summary>
public static class StageSteps
{
    /// <summary>The steps of relationships from identified to advocate.</summary>
    public static IReadOnlyList<StageStep<Stage>> Of(IEnumerable<Course> courses, DateOnly today) =>
        Of(Enum.GetValues<Stage>(), [.. courses.Where(c => c.Reached.Count > 0).Select(c => (c.Reached.Keys.Max(), c.Reached, (DateOnly?)null))], today);

    /// <summary>The steps over the stages, in their order.</summary>
    /// <param name="stages">The stages, each after the one before.</param>
    /// <param name="courses">How far each has come and the days that are known.</param>
    /// <param name="today">Until when waits are watched.</param>
    public static IReadOnlyList<StageStep<T>> Of<T>(IReadOnlyList<T> stages, IReadOnlyCollection<(T Furthest, IReadOnlyDictionary<T, DateOnly> Reached, DateOnly? OverOn)> courses, DateOnly today)
        where T : struct, Enum
    {
        var order = Comparer<T>.Default;
        return
        [
            .. stages.SkipLast(1).Select(stage =>
            {
                var there = courses.Where(c => order.Compare(c.Furthest, stage) >= 0).ToList();
                var dated = there.Where(c => c.Reached.ContainsKey(stage)).Select(c => (Since: c.Reached[stage], Next: c.Reached.Where(r => order.Compare(r.Key, stage) > 0).Select(r => (DateOnly?)r.Value).Min(), IsOn: order.Compare(c.Furthest, stage) > 0, Until: c.OverOn is { } over && over < today ? over : today));
                return new StageStep<T>(stage, new(there.Count(c => order.Compare(c.Furthest, stage) > 0), there.Count), WaitingTimes.Of(dated.Where(d => d.Next is not null || !d.IsOn).Select(d => d.Next is { } next
                    ? new Wait(Math.Max(0, next.DayNumber - d.Since.DayNumber), true)
                    : new Wait(Math.Max(0, d.Until.DayNumber - d.Since.DayNumber), false))));
            }),
        ];
    }
}

namespace Kith.Domain.Strength;

/// <summary>How far a relationship has come, derived from its history and never typed in.</summary>
public enum Stage
{
    Identified,
    Contacted,
    Conversed,
    Reciprocal,
    Advocate,
}

/// <summary>The rules by which evidence makes a stage.</summary>
public static class Stages
{
    /// <summary>Years of silence after which a tie is dormant (Walter, Levin, Murnighan 2015).</summary>
    public const int DormantYears = 3;

    /// <summary>Days apart that make two conversations two: a chat over one evening is one.</summary>
    private const int ReciprocalDays = 2;

    /// <summary>
    /// Identified: no interaction. Contacted: one side turned to the other. Conversed: both sides did, or they met or talked.
    /// Reciprocal: both did on at least two different days each. Advocate: the person vouched for the user in writing.
    /// </summary>
    public static Stage Of(IReadOnlyCollection<Contact> history)
    {
        if (history.Count == 0)
            return Stage.Identified;
        if (history.Any(c => c is { Channel: Channel.Recommendation, Direction: Direction.In }))
            return Stage.Advocate;
        var theirs = Days(history, Direction.Out);
        var mine = Days(history, Direction.In);
        return (Math.Min(mine, theirs)) switch
        {
            0 => Stage.Contacted,
            < ReciprocalDays => Stage.Conversed,
            _ => Stage.Reciprocal,
        };
    }

    /// <summary>What in the history makes the stage, one sentence each.</summary>
    public static IReadOnlyList<string> Evidence(IReadOnlyCollection<Contact> history, DateTime now)
    {
        if (history.Count == 0)
            return ["no contact yet"];
        var lines = new List<string>();
        if (Last(history.Where(c => c is { Channel: Channel.Recommendation, Direction: Direction.In })) is { } vouched)
            lines.Add($"they recommended you in writing {Spans.Ago(vouched, now)}");
        lines.Add(Turned("you turned to them", "you have not turned to them yet", [.. history.Where(c => c.Direction != Direction.In)], now));
        lines.Add(Turned("they turned to you", "nothing has come from them yet", [.. history.Where(c => c.Direction != Direction.Out)], now));
        return lines;
    }

    /// <summary>True when the two were in contact once and have been silent for <see cref="DormantYears"/> years.</summary>
    public static bool IsDormant(DateTime? lastContact, DateTime now) => lastContact < now.AddYears(-DormantYears);

    private static string Turned(string did, string never, List<Contact> contacts, DateTime now)
    {
        var days = contacts.Select(c => c.At.Date).Distinct().Count();
        return Last(contacts) is { } last ? $"{did} on {(days == 1 ? "1 day" : $"{days} days")}, last {Spans.Ago(last, now)}" : never;
    }

    private static DateTime? Last(IEnumerable<Contact> contacts) => contacts.Max(c => (DateTime?)c.At);

    private static int Days(IReadOnlyCollection<Contact> history, Direction without) =>
        history.Where(c => c.Direction != without).Select(c => c.At.Date).Distinct().Take(ReciprocalDays).Count();
}

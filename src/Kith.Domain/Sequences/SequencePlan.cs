using System.Globalization;
using Kith.Domain.Calendars;

namespace Kith.Domain.Sequences;

/// <summary>To whom a step turns.</summary>
public enum StepTo
{
    First,
    Second,
}

/// <summary>One step of a sequence.</summary>
/// <param name="Days">Business days after the start at which it is due.</param>
/// <param name="To">To whom it turns.</param>
/// <param name="What">What to do, as a short sentence.</param>
public sealed record SequenceStep(int Days, StepTo To, string What);

/// <summary>The steps of a sequence, and how they are written: one a line, <c>DAYS WHO: WHAT</c>, such as <c>3 second: Write to a second person</c>.</summary>
public static class SequencePlan
{
    /// <summary>Steps at most.</summary>
    public const int Most = 12;

    /// <summary>Business days at most from the start to a step.</summary>
    public const int MostDays = 250;

    private const int MostLetters = 200;

    /// <summary>Reads the steps; refuses with the line and what was expected.</summary>
    public static IReadOnlyList<SequenceStep> Parse(string text)
    {
        var steps = new List<SequenceStep>();
        var number = 0;
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            number++;
            if (line.Length == 0)
                continue;
            var step = Step(line, number);
            if (steps.Count > 0 && step.Days < steps[^1].Days)
                throw Refused(number, "a step comes on the day of the one before it or later");
            steps.Add(step);
        }
        return steps.Count switch
        {
            0 => throw new RefusedException("sequence.empty", "Write at least one step, such as: 3 first: Ask once more"),
            > Most => throw new RefusedException("sequence.long", $"A sequence has at most {Most} steps."),
            _ => steps,
        };
    }

    /// <summary>The steps as <see cref="Parse"/> reads them.</summary>
    public static string Write(IEnumerable<SequenceStep> steps) =>
        string.Join('\n', steps.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Days} {(s.To == StepTo.First ? "first" : "second")}: {s.What}")));

    /// <summary>
    /// The day a step is due: business days of the user's country after the day the start counts from (at or after noon, or on a free day, the next
    /// business day), and never while somebody is out of office.
    /// </summary>
    /// <param name="step">The step.</param>
    /// <param name="started">When the first message was sent, in the user's zone.</param>
    /// <param name="offices">The business days of the user's country.</param>
    /// <param name="awayUntil">The last day of an absence the answering machine told.</param>
    public static DateOnly Due(SequenceStep step, DateTime started, BusinessDays offices, DateOnly? awayUntil = null)
    {
        // The first message itself needs no counting: it is due when it is meant to be sent.
        var due = step.Days == 0 ? DateOnly.FromDateTime(started) : offices.Add(offices.CountsFrom(started), step.Days);
        return awayUntil >= due ? offices.Add(awayUntil.Value, 1) : due;
    }

    private static SequenceStep Step(string line, int number)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var words = (colon < 0 ? "" : line[..colon]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days > MostDays)
            throw Refused(number, $"a step is written DAYS WHO: WHAT, with 0 to {MostDays} business days, such as \"3 second: Write to a second person\"");
        var to = words[1].ToUpperInvariant() switch
        {
            "FIRST" => StepTo.First,
            "SECOND" => StepTo.Second,
            _ => throw Refused(number, $"\"{words[1]}\" is nobody: write first or second"),
        };
        var what = line[(colon + 1)..].Trim();
        return what.Length is > 0 and <= MostLetters ? new(days, to, what) : throw Refused(number, $"say after the colon what to do, in at most {MostLetters} characters");
    }

    private static RefusedException Refused(int line, string why) => new("sequence.step", $"Line {line}: {why}.");
}

namespace Kith.Domain.Ranking;

/// <summary>How often the user did what Today suggested of one kind.</summary>
/// <param name="Action">The kind.</param>
/// <param name="Taken">Times it was done.</param>
/// <param name="Answered">Times it was done or let go.</param>
public sealed record Lesson(ActionKind Action, int Taken, int Answered)
{
    // Ten imagined answers, eight of them yes: one refusal moves little, twenty are heard.
    private const double PriorTaken = 8;
    private const double PriorAnswered = 10;

    /// <summary>The factor it gives: the share done, drawn towards the usual 8 in 10, by that share; 0.33 after twenty refusals, at most 1.25.</summary>
    public double Weight => Math.Round((Taken + PriorTaken) / (Answered + PriorAnswered) / (PriorTaken / PriorAnswered), 3);

    /// <summary>The lesson as a clause.</summary>
    public string Text => Taken == Answered
        ? $"you did {(Answered == 1 ? "the one" : $"all {Answered}")} of this kind"
        : $"you let {Answered - Taken} of {Answered} of this kind go";
}

/// <summary>What the user's own answers of the last <see cref="Days"/> days teach the order of Today: kinds they let go come later.</summary>
public sealed class Lessons(IEnumerable<Lesson> learnt)
{
    /// <summary>Days after which an answer is forgotten.</summary>
    public const int Days = 180;

    // A promise is kept whatever the user made of earlier ones.
    private readonly Dictionary<ActionKind, Lesson> of = learnt.Where(l => l.Action != ActionKind.KeepPromise).ToDictionary(l => l.Action);

    /// <summary>Nothing learnt yet.</summary>
    public static Lessons None { get; } = new([]);

    /// <summary>All that moves the order, what moves it most first.</summary>
    public IReadOnlyList<Lesson> All => [.. of.Values.Where(l => l.Weight != 1).OrderByDescending(l => Math.Abs(Math.Log(l.Weight))).ThenBy(l => l.Action)];

    internal Reason? Of(ActionKind action) =>
        of.TryGetValue(action, out var lesson) && lesson.Weight != 1 ? new("learned", lesson.Text, lesson.Weight) : null;
}

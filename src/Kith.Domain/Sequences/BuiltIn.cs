namespace Kith.Domain.Sequences;

/// <summary>A sequence that comes with Kith.</summary>
/// <param name="Code">Its name in addresses and verbs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where the days come from.</param>
/// <param name="Steps">Its steps.</param>
public sealed record BuiltInSequence(string Code, string Name, string Source, IReadOnlyList<SequenceStep> Steps);

/// <summary>The sequences of PRODUCT.md as data.</summary>
public static class BuiltIn
{
    /// <summary>All of them, the first the one that is offered first.</summary>
    public static readonly IReadOnlyList<BuiltInSequence> All =
    [
        new("3b7", "3B7", "Steve Dalton, The 2-Hour Job Search: three and seven business days",
        [
            new(0, StepTo.First, "Write the first message"),
            new(3, StepTo.Second, "No answer: write to a second person there"),
            new(7, StepTo.First, "Follow up once"),
        ]),
        new("applied", "After applying", "Rule of thumb: a week, and once more after another",
        [
            new(5, StepTo.First, "Ask where the application stands"),
            new(10, StepTo.First, "Ask once more, then let it rest"),
        ]),
        new("replied", "After a reply", "Rule of thumb: the next day, and three days later",
        [
            new(1, StepTo.First, "Answer and suggest a time"),
            new(3, StepTo.First, "Confirm the time, or suggest another"),
        ]),
    ];

    /// <summary>The one with that code, or null.</summary>
    public static BuiltInSequence? ByCode(string? code) => All.FirstOrDefault(s => string.Equals(s.Code, code, StringComparison.OrdinalIgnoreCase));
}

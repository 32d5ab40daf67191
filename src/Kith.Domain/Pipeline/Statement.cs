namespace Kith.Domain.Pipeline;

/// <summary>The first draft of a contribution statement: their mission and need, the user's claim, the evidence for it.</summary>
public static class Statement
{
    /// <summary>"You are there to X and need Y. I can Z: E."</summary>
    public static string Draft(string? mission, string need, string claim, string? evidence)
    {
        var purpose = Part(mission) is { Length: > 0 } there ? $"You are there to {there} and need {Part(need)}." : $"You need {Part(need)}.";
        return Part(evidence, lower: false) is { Length: > 0 } proof ? $"{purpose} I can {Part(claim)}: {proof}." : $"{purpose} I can {Part(claim)}.";
    }

    // Inside a sentence: no full stop, and a small letter unless it begins a name or an abbreviation.
    private static string Part(string? text, bool lower = true)
    {
        var words = (text ?? "").Trim().TrimEnd('.', ' ');
        return lower && words.Length > 1 && char.IsUpper(words[0]) && !char.IsUpper(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }
}

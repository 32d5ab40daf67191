namespace Kith.Domain.Proving;

/// <summary>The four parts of a story: situation, task, action, result.</summary>
public static class StoryParts
{
    /// <summary>The parts that a story lacks, in their order; none for what is no story.</summary>
    public static IReadOnlyList<string> Missing(EvidenceKind kind, string? situation, string? task, string? action, string? result)
    {
        if (kind != EvidenceKind.Story)
            return [];
        (string Word, string? Text)[] parts = [("situation", situation), ("task", task), ("action", action), ("result", result)];
        return [.. parts.Where(part => string.IsNullOrWhiteSpace(part.Text)).Select(part => part.Word)];
    }
}

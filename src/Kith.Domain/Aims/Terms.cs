namespace Kith.Domain.Aims;

/// <summary>Words that a criterion asks for: entries separated by commas, each of one or more words; one entry is enough.</summary>
internal static class Terms
{
    /// <summary>The entries, as written.</summary>
    internal static IEnumerable<string> Of(string? list) =>
        (list ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(entry => Folding.Fold(entry).Length > 0);

    /// <summary>The first entry whose words stand in the text as they follow each other there; null where none does.</summary>
    internal static string? Within(string? list, string? text)
    {
        var folded = $" {Folding.Fold(text)} ";
        return folded.Length == 2 ? null : Of(list).FirstOrDefault(entry => folded.Contains($" {Folding.Fold(entry)} ", StringComparison.Ordinal));
    }
}

namespace Kith.Formats.VCards;

/// <summary>Tells what the date of an X-ABDATE is by the words a person gave it.</summary>
internal static class Occasions
{
    private static readonly string[] Anniversary =
        ["anniversary", "hochzeit", "jahrestag", "mariage", "aniversario", "anniversario", "trouwdag", "bryllup"];

    public static bool IsAnniversary(string? label) =>
        label is not null && Array.Exists(Anniversary, word => label.Contains(word, StringComparison.OrdinalIgnoreCase));
}

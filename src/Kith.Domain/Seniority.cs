namespace Kith.Domain;

/// <summary>What a title says about the say somebody has.</summary>
public static class Seniority
{
    // Words of titles, folded, in the languages that imports bring.
    private static readonly HashSet<string> Words =
    [
        "head", "director", "directeur", "directrice", "directora", "direttore", "direktor", "vp", "svp", "evp", "vice", "chief", "ceo", "cto", "cfo", "coo", "cio", "cdo", "cmo", "cpo", "chro",
        "founder", "cofounder", "owner", "inhaber", "partner", "president", "presidente", "managing", "leiter", "leiterin", "geschaftsfuhrer", "geschaftsfuhrerin", "vorstand", "gerente", "jefe", "jefa",
    ];

    /// <summary>True where the title is one that usually decides about hiring.</summary>
    public static bool Decides(string? title) => title is not null && Folding.Words(title).Any(Words.Contains);
}

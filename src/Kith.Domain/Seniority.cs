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

    // The rungs of a ladder as titles name them, the highest first; a title stands on the highest it names. "Vice" comes before "president".
    private static readonly (int Level, HashSet<string> Words)[] Rungs =
    [
        (6, ["vp", "svp", "evp", "vice"]),
        (7, ["chief", "ceo", "cto", "cfo", "coo", "cio", "cdo", "cmo", "cpo", "chro", "founder", "cofounder", "owner", "inhaber", "president", "presidente", "managing", "geschaftsfuhrer", "geschaftsfuhrerin", "vorstand"]),
        (5, ["head", "director", "directeur", "directrice", "directora", "direttore", "direktor", "bereichsleiter", "bereichsleiterin", "partner", "gerente"]),
        (4, ["manager", "managerin", "supervisor", "teamleiter", "teamleiterin", "leiter", "leiterin", "jefe", "jefa", "responsable", "lead", "leader", "teamlead"]),
        (3, ["senior", "sr", "principal", "staff", "expert", "experte", "expertin"]),
        (1, ["intern", "internship", "trainee", "junior", "jr", "apprentice", "werkstudent", "praktikant", "praktikantin", "stagiaire", "becario"]),
    ];

    private const int Usual = 2;

    /// <summary>True where the title is one that usually decides about hiring.</summary>
    public static bool Decides(string? title) => title is not null && Folding.Words(title).Any(Words.Contains);

    /// <summary>
    /// The rung of a title: 1 beginner, 2 professional, 3 senior, 4 lead or manager, 5 head or director, 6 vice president, 7 top; null without a
    /// title. Judgement: titles differ between organisations, so a step is a hint.
    /// </summary>
    public static int? Level(string? title)
    {
        var words = Folding.Words(title);
        if (words.Length == 0)
            return null;
        foreach (var (level, rung) in Rungs)
            if (words.Any(rung.Contains))
                return level;
        return Usual;
    }

    /// <summary>True for a word that tells the rung and not what somebody works on.</summary>
    internal static bool IsRung(string word) => Words.Contains(word) || Array.Exists(Rungs, rung => rung.Words.Contains(word));
}

using Kith.Formats.Csv;

namespace Kith.Formats.ContactCsv;

/// <summary>
/// The column names of Outlook and Thunderbird in other languages. Facts about the files these programs export, read from public
/// importers and exports; each list has the order of <see cref="English"/>, a hyphen where the name is not known or is English.
/// </summary>
internal static partial class LocalHeaders
{
    private const string English = """
        Title|First Name|Middle Name|Last Name|Suffix|Company|Department|Job Title|
        Business Street|Business Street 2|Business Street 3|Business City|Business State|Business Postal Code|Business Country/Region|
        Home Street|Home Street 2|Home Street 3|Home City|Home State|Home Postal Code|Home Country/Region|
        Other Street|Other Street 2|Other Street 3|Other City|Other State|Other Postal Code|Other Country/Region|
        Assistant's Phone|Business Fax|Business Phone|Business Phone 2|Callback|Car Phone|Company Main Phone|
        Home Fax|Home Phone|Home Phone 2|Mobile Phone|Other Fax|Other Phone|Pager|Primary Phone|Radio Phone|
        E-mail Address|E-mail Type|E-mail Display Name|E-mail 2 Address|E-mail 2 Type|E-mail 2 Display Name|
        E-mail 3 Address|E-mail 3 Type|E-mail 3 Display Name|
        Anniversary|Birthday|Assistant's Name|Manager's Name|Spouse|Children|Referred By|Categories|Notes|Web Page
        """;

    private static readonly Dictionary<string, Dictionary<string, string>> Languages = new()
    {
        ["de"] = Table(German, GermanThunderbird),
        ["nl"] = Table(Dutch, DutchThunderbird),
        ["sv"] = Table(Swedish, ""),
        ["fr"] = Table(French, FrenchOthers),
        ["es"] = Table(Spanish, SpanishOthers),
        ["it"] = Table(Italian, ItalianOthers),
        ["pt"] = Table(PortugueseOfPortugal, PortugueseOthers),
        ["pt-BR"] = Table(PortugueseOfBrazil, PortugueseOthers),
        ["pl"] = Table(Polish, PolishOthers),
        ["ru"] = Table(Russian, ""),
        ["tr"] = Table(Turkish, ""),
        ["ja"] = Table(Japanese, JapaneseOthers)
    };

    /// <summary>The language most of whose names stand in a header; null where that is English or unknown.</summary>
    public static string? LanguageOf(CsvHeader header)
    {
        string[] keys = [.. header.Names.Select(CsvHeader.KeyOf).Distinct()];
        var (language, count) = Languages.Select(one => (one.Key, keys.Count(one.Value.ContainsKey))).MaxBy(one => one.Item2);
        // Spanish files have half of their names in English; two names of one language are no accident.
        return count >= 2 ? language : null;
    }

    /// <summary>How many columns of a header are known, in English or in the language that knows most of them.</summary>
    public static int Known(CsvHeader header) =>
        Translate(header, LanguageOf(header)).Count(name => KnownColumns.RoleOf(name) is not null);

    /// <summary>The columns with their English names; those that the language does not know stay as they are.</summary>
    public static IReadOnlyList<string> Translate(CsvHeader header, string? language)
    {
        if (language is null) return header.Names;
        var table = Languages[language];
        string[] names = [.. header.Names.Select(name => table.GetValueOrDefault(CsvHeader.KeyOf(name), name))];
        // French has "Titre" twice: Monsieur before the first name, the job behind it.
        var given = Array.IndexOf(names, "First Name");
        for (var i = 0; i < names.Length; i++)
            if (language == "fr" && names[i] == "Title" && given >= 0 && i > given) names[i] = "Job Title";
        // Thunderbird keeps the day, Outlook the whole date in a column of the same German name.
        var birthday = Array.IndexOf(names, "Birthday");
        if (birthday >= 0 && names.Contains("Birth Year")) names[birthday] = "Birth Day";
        return names;
    }

    private static Dictionary<string, string> Table(string ordered, string others)
    {
        Dictionary<string, string> table = new(StringComparer.Ordinal);
        var english = Names(English);
        foreach (var (local, name) in Names(ordered).Zip(english))
            // A name that is English anyway tells nothing about the language.
            if (local != "-" && CsvHeader.KeyOf(local) != CsvHeader.KeyOf(name)) table.TryAdd(CsvHeader.KeyOf(local), name);
        foreach (var pair in Names(others).Select(pair => pair.Split('=', 2))) table.TryAdd(CsvHeader.KeyOf(pair[0]), pair[1]);
        return table;
    }

    private static string[] Names(string list) =>
        list.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

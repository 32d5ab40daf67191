using Kith.Formats.Csv;

namespace Kith.Formats.ContactCsv;

/// <summary>What a column of an unknown table of people seems to say.</summary>
/// <param name="Column">The column as written.</param>
/// <param name="Field">The field; <see cref="ContactField.Ignore"/> where nothing is known.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Label">What the value is for, where the name tells: <c>work</c>, <c>mobile</c>.</param>
public sealed record ColumnGuess(string Column, ContactField Field, double Confidence, string? Label = null)
{
    private const double ByName = 0.9, ByWord = 0.6, ByValues = 0.75, ByBoth = 0.98, Contradicted = 0.3;

    /// <summary>Guesses each column from its name, in several languages, and from what its values look like.</summary>
    public static IReadOnlyList<ColumnGuess> Of(CsvHeader header, IReadOnlyList<CsvRow> sample)
    {
        var language = LocalHeaders.LanguageOf(header);
        var english = LocalHeaders.Translate(header, language);
        List<ColumnGuess> guesses = [.. Enumerable.Range(0, header.Names.Count)
            .Select(i => One(header.Names[i], english[i], [.. sample.Select(row => row[i].Trim()).Where(text => text.Length > 0)]))];
        // "Name" is the family where there is a column for the first name, and the first name where there is one for the family.
        var hasGiven = guesses.Any(guess => guess.Field == ContactField.GivenName);
        var hasFamily = guesses.Any(guess => guess.Field == ContactField.FamilyName);
        if (hasGiven != hasFamily)
            for (var i = 0; i < guesses.Count; i++)
                if (guesses[i].Field == ContactField.FullName && !IsWhole(guesses[i].Column))
                    guesses[i] = guesses[i] with { Field = hasGiven ? ContactField.FamilyName : ContactField.GivenName };
        return OneEach(guesses);
    }

    private static ColumnGuess One(string written, string english, IReadOnlyList<string> values)
    {
        var (field, confidence, label) = FromName(written, english);
        var shape = ValueShapes.Of(values);
        if (shape is null) return new(written, field, confidence, label);
        if (shape == field) return new(written, field, ByBoth, label);
        if (field == ContactField.Ignore) return new(written, shape.Value, ByValues);
        // A column called "website" may hold LinkedIn profiles, one called "contact" addresses: what is there counts for more.
        if (shape is ContactField.LinkedIn or ContactField.Email) return new(written, shape.Value, ByValues, label);
        return new(written, field, shape == ContactField.Ignore && IsShaped(field) ? Contradicted : confidence, label);
    }

    private static bool IsWhole(string column) => HeaderWords.Plain(column).Contains(' ', StringComparison.Ordinal);

    private static bool IsShaped(ContactField field) =>
        field is ContactField.Email or ContactField.Phone or ContactField.Url or ContactField.LinkedIn or ContactField.Birthday;

    private static (ContactField Field, double Confidence, string? Label) FromName(string written, string english)
    {
        if (HeaderWords.Whole(written) is { } whole) return (whole.Field, ByName, whole.Label);
        if (KnownColumns.RoleOf(english) is { } role && role.Field != ContactField.Prefix) return (role.Field, ByName, role.Label);
        return HeaderWords.Within(written) is { } within ? (within.Field, ByWord, within.Label) : (ContactField.Ignore, 0, null);
    }

    // Only one column is the birthday; a second one that is less sure is left to the user.
    private static List<ColumnGuess> OneEach(List<ColumnGuess> guesses)
    {
        foreach (var field in (ReadOnlySpan<ContactField>)[
                     ContactField.FullName, ContactField.GivenName, ContactField.FamilyName, ContactField.Birthday, ContactField.LinkedIn,
                     ContactField.Organisation, ContactField.Title])
        {
            var rivals = Enumerable.Range(0, guesses.Count).Where(i => guesses[i].Field == field).OrderByDescending(i => guesses[i].Confidence).Skip(1);
            foreach (var i in rivals.ToList()) guesses[i] = guesses[i] with { Field = ContactField.Ignore, Confidence = Contradicted };
        }
        return guesses;
    }
}

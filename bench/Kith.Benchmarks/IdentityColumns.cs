using System.Globalization;
using Kith.Domain.Identity;
using Kith.Formats.Csv;

namespace Kith.Benchmarks;

/// <summary>Guesses what the columns of an unknown table of people are, from their names and from their values.</summary>
internal static class IdentityColumns
{
    // Looked for in this order inside the letters of the column's name; the first that is found counts.
    private static readonly (FieldKind Kind, string[] Words)[] Known =
    [
        (FieldKind.Email, ["email", "mail", "courriel", "correo"]),
        (FieldKind.LinkedIn, ["linkedin"]),
        (FieldKind.Phone, ["phone", "mobile", "telefon", "telephone", "telefono", "fax", "handy", "cell", "tel"]),
        (FieldKind.City, ["birthplac", "placeofbirth", "city", "town", "suburb", "stadt", "ort", "ville", "stad", "miasto", "cidade", "ciudad", "citta", "locality", "municipality", "wohnort"]),
        (FieldKind.Date, ["dateofbirth", "birthdate", "birthday", "dob", "birth", "naiss", "nasc", "fodels", "geburtsdatum", "geburtstag", "naissance", "nacimiento", "nascita", "fechanac", "bday", "borndate", "date", "datum", "fecha"]),
        (FieldKind.PostalCode, ["postcode", "postalcode", "postal", "zip", "plz", "postnummer", "postnr", "postleitzahl", "codigopostal", "cap"]),
        (FieldKind.HouseNumber, ["streetnumber", "housenumber", "houseno", "streetno", "hausnummer", "hausnr", "stno", "numvoie"]),
        (FieldKind.Id, ["socsec", "ssn", "nationalid", "passport", "taxid", "nino", "socialsecurity", "personnummer", "dni", "insurance", "licence", "license"]),
        (FieldKind.FullName, ["fullname", "wholename", "displayname", "personname", "nomcomplet", "nombrecompleto"]),
        (FieldKind.GivenName, ["firstname", "givenname", "forename", "fname", "given", "vorname", "prenom", "nombre", "nome", "imie", "voornaam", "fornavn", "fornamn", "primernombre", "etunimi"]),
        (FieldKind.FamilyName, ["surname", "lastname", "familyname", "lname", "family", "nachname", "familienname", "nomdefamille", "apellido", "cognome", "sobrenome", "nazwisko", "achternaam", "etternavn", "sname", "efternamn", "sukunimi", "prijmeni"]),
        (FieldKind.Organisation, ["organisation", "organization", "company", "employer", "firma", "entreprise", "empresa", "azienda"]),
        (FieldKind.Region, ["state", "region", "county", "province", "bundesland", "departement", "provincia"]),
        (FieldKind.Country, ["country", "nation", "land", "pays", "pais"]),
        (FieldKind.Street, ["street", "address", "addr", "strasse", "rue", "calle", "via", "adresse", "gata", "ulica", "direccion", "indirizzo"]),
        (FieldKind.Title, ["jobtitle", "occupation", "profession", "position", "beruf", "job"]),
    ];

    /// <summary>The kind of each column of the header; null for one that is not compared.</summary>
    internal static FieldKind?[] Guess(IReadOnlyList<string> header, IReadOnlyList<CsvRow> rows, IReadOnlySet<string> ignored, IReadOnlyDictionary<string, FieldKind> mapped)
    {
        var kinds = new FieldKind?[header.Count];
        for (var i = 0; i < kinds.Length; i++)
        {
            var key = CsvHeader.KeyOf(header[i]);
            if (ignored.Contains(key)) continue;
            kinds[i] = mapped.TryGetValue(key, out var kind) ? kind : Guess(key, i, rows);
        }
        return kinds;
    }

    private static FieldKind? Guess(string key, int column, IReadOnlyList<CsvRow> rows)
    {
        if (key.Contains("first", StringComparison.Ordinal) && (key.Contains("surname", StringComparison.Ordinal) || key.Contains("last", StringComparison.Ordinal)))
            return FieldKind.FullName;
        foreach (var (kind, words) in Known)
            foreach (var word in words)
                if (word.Length > 4 ? key.Contains(word, StringComparison.Ordinal) : key.StartsWith(word, StringComparison.Ordinal) || key.EndsWith(word, StringComparison.Ordinal))
                    return kind;
        if (key is "name" or "nom")
            return FieldKind.FullName;
        if (key is "first" or "fn" or "firstn")
            return FieldKind.GivenName;
        if (key is "last" or "ln" or "lastn")
            return FieldKind.FamilyName;
        var (filled, distinct, dates, mails, codes) = (0, new HashSet<string>(StringComparer.Ordinal), 0, 0, 0);
        for (var i = 0; i < rows.Count && filled < 5_000; i++)
        {
            var value = rows[i][column];
            if (string.IsNullOrWhiteSpace(value)) continue;
            filled++;
            distinct.Add(value);
            if (value.Contains('@', StringComparison.Ordinal)) mails++;
            else if (value.Length >= 8 && DateParts.Read(value) is { Month: > 0 and < 13 }) dates++;
            else if (IsCode(value)) codes++;
        }
        // What never repeats numbers the rows; it cannot tell who they are.
        if (filled == 0 || distinct.Count == filled)
            return null;
        return 2 * mails > filled ? FieldKind.Email : 2 * dates > filled ? FieldKind.Date : 2 * codes > filled ? FieldKind.Id : FieldKind.Text;
    }

    private static bool IsCode(string value)
    {
        var digits = 0;
        foreach (var letter in value)
            if (char.IsAsciiDigit(letter)) digits++;
        return 2 * digits > value.Length;
    }

    /// <summary>The kind a user names on the command line.</summary>
    internal static FieldKind Kind(string name) => Enum.Parse<FieldKind>(name, ignoreCase: true);

    /// <summary>What tells one person from another in the truth column: the number inside <c>rec-223-dup-0</c>, or the whole value.</summary>
    internal static string Truth(string value)
    {
        if (!value.StartsWith("rec-", StringComparison.Ordinal))
            return value;
        var end = value.IndexOf('-', 4);
        return end > 4 && int.TryParse(value.AsSpan(4, end - 4), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? value[4..end] : value;
    }
}

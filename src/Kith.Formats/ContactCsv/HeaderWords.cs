using System.Globalization;
using System.Text;
using static Kith.Formats.ContactCsv.ContactField;

namespace Kith.Formats.ContactCsv;

/// <summary>The words people head their columns with, in the languages we know.</summary>
internal static class HeaderWords
{
    private static readonly (ContactField Field, string? Label, string Words)[] Table =
    [
        (GivenName, null, "first name|firstname|given name|forename|vorname|prenom|nombre de pila|nome proprio|voornaam|imie|fornamn|fornavn|etunimi|名|имя"),
        (FamilyName, null, "last name|lastname|surname|family name|nachname|familienname|nom de famille|apellido|apellidos|cognome|apelido|sobrenome|achternaam|nazwisko|efternamn|etternavn|sukunimi|姓|фамилия"),
        (MiddleName, null, "middle name|middlename|second name|zweiter vorname|deuxieme prenom|segundo nombre|secondo nome"),
        (FullName, null, "name|full name|fullname|display name|contact|contact name|person|kontakt|nom|nom complet|nombre|nombre completo|nome|nome completo|naam|namn|navn|nimi|氏名|名前"),
        (ContactField.Nickname, null, "nickname|nick|spitzname|surnom|apodo|soprannome|alcunha|bijnaam|ksywa|smeknamn"),
        (Email, null, "email|e mail|mail|email address|e mail address|mailadresse|e mail adresse|courriel|adresse mail|adresse e mail|correo|correo electronico|posta elettronica|indirizzo email|emailadres|e post|epost|メール|メールアドレス|эл почта|почта|eposta"),
        (Email, "work", "work email|business email|company email|dienstliche e mail|email professionnel|email trabajo"),
        (Email, "home", "personal email|private email|home email|email personnel|email personal"),
        (Phone, null, "phone|phone number|telephone|tel|telefon|telefonnummer|telefono|telefone|telefoon|telefoonnummer|puhelin|numero de telephone|電話|電話番号|телефон"),
        (Phone, "mobile", "mobile|mobile phone|cell|cell phone|cellphone|handy|mobil|mobiltelefon|portable|movil|celular|cellulare|telemovel|mobiel|komorka|携帯|携帯電話|мобильный"),
        (Phone, "work", "work phone|business phone|office phone|office"),
        (Phone, "home", "home phone"),
        (Organisation, null, "company|company name|organisation|organization|employer|firm|firma|unternehmen|arbeitgeber|entreprise|societe|employeur|empresa|compania|azienda|societa|bedrijf|organisatie|foretag|yritys|会社|会社名|компания|организация|current company"),
        (ContactField.Title, null, "title|job title|position|role|job|current position|current title|headline|funktion|berufsbezeichnung|stelle|poste|fonction|puesto|cargo|posizione|ruolo|functie|stanowisko|befattning|stilling|役職|должность"),
        (Department, null, "department|abteilung|service|departamento|reparto|afdeling|avdelning|部署"),
        (ContactField.LinkedIn, null, "linkedin|linkedin url|linkedin profile|profile url|linkedin link"),
        (Url, null, "url|website|web|web site|homepage|webseite|site|site web|sitio web|sito|sito web|www|link|ウェブサイト|сайт"),
        (Account, "twitter", "twitter|twitter handle|x handle"),
        (Account, "github", "github|github username"),
        (Account, "telegram", "telegram|telegram username"),
        (Account, "skype", "skype"),
        (Street, null, "street|address|street address|address line 1|strasse|adresse|rue|calle|direccion|via|indirizzo|rua|endereco|straat|adres|ulica|gata|住所|адрес"),
        (City, null, "city|town|location|stadt|ort|ville|ciudad|citta|cidade|localidade|plaats|stad|miasto|stad|都市|город"),
        (Region, null, "state|region|province|county|bundesland|kanton|departement|provincia|estado|provincie|wojewodztwo"),
        (PostalCode, null, "zip|zip code|postal code|postcode|plz|postleitzahl|code postal|codigo postal|cap|cep|kod pocztowy|postnummer|郵便番号"),
        (Country, null, "country|land|pays|pais|paese|kraj|国|страна"),
        (Birthday, null, "birthday|birthdate|birth date|date of birth|dob|geburtstag|geburtsdatum|anniversaire|date de naissance|cumpleanos|fecha de nacimiento|compleanno|data di nascita|data de nascimento|verjaardag|geboortedatum|data urodzenia|fodelsedag|誕生日|生年月日|день рождения"),
        (Notes, null, "notes|note|comment|comments|remarks|description|background|bio|notiz|notizen|bemerkung|bemerkungen|kommentar|remarque|remarques|commentaire|notas|observaciones|comentarios|notities|opmerkingen|notatki|uwagi|anteckningar|備考|メモ|заметки"),
        (Tags, null, "tags|tag|labels|label|group|groups|category|categories|list|lists|gruppe|gruppen|kategorie|kategorien|schlagworte|groupe|etiquettes|grupo|grupos|etiquetas|gruppo|categoria|categorie|categorias|grupa|kategoria"),
        (ConnectedOn, null, "connected on|connected|date connected"),
        (Relation, "referred by", "referred by|introduced by|referrer"),
        (Uid, null, "id|uid|contact id")
    ];

    private static readonly Dictionary<string, ColumnRole> ByWords = Table
        .SelectMany(line => line.Words.Split('|').Select(word => (word, Role: new ColumnRole(line.Field, null, line.Label))))
        .DistinctBy(pair => pair.word).ToDictionary(pair => pair.word, pair => pair.Role);

    /// <summary>What a whole name says.</summary>
    public static ColumnRole? Whole(string name) => ByWords.GetValueOrDefault(Plain(name));

    /// <summary>What the longest of our words in a name says: <c>Primary e-mail (work)</c>.</summary>
    public static ColumnRole? Within(string name)
    {
        var plain = $" {Plain(name)} ";
        return ByWords.Where(pair => pair.Key.Length > 2 && plain.Contains($" {pair.Key} ", StringComparison.Ordinal))
            .OrderByDescending(pair => pair.Key.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal).FirstOrDefault().Value;
    }

    /// <summary>Lower case without accents and punctuation, camel case in words.</summary>
    public static string Plain(string name)
    {
        var text = new StringBuilder();
        var previous = ' ';
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(c) || (char.IsUpper(c) && char.IsLower(previous))) text.Append(' ');
            if (char.IsLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
            previous = c;
        }
        var plain = text.ToString().Replace("ß", "ss", StringComparison.Ordinal).Normalize();
        return string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

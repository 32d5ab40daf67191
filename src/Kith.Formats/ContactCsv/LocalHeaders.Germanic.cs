namespace Kith.Formats.ContactCsv;

internal static partial class LocalHeaders
{
    private const string German = """
        Anrede|Vorname|Weitere Vornamen|Nachname|Suffix|Firma|Abteilung|Position|
        Straße geschäftlich|Straße geschäftlich 2|Straße geschäftlich 3|Ort geschäftlich|Region geschäftlich|Postleitzahl geschäftlich|Land/Region geschäftlich|
        Straße privat|Straße privat 2|Straße privat 3|Ort privat|Bundesland/Kanton privat|Postleitzahl privat|Land/Region privat|
        Weitere Straße|Weitere Straße 2|Weitere Straße 3|Weiterer Ort|Weiteres/r Bundesland/Kanton|Weitere Postleitzahl|Weiteres/e Land/Region|
        Telefon Assistent|Fax geschäftlich|Telefon geschäftlich|Telefon geschäftlich 2|Rückmeldung|Autotelefon|Telefon Firma|
        Fax privat|Telefon privat|Telefon privat 2|Mobiltelefon|Weiteres Fax|Weiteres Telefon|Pager|Haupttelefon|Mobiltelefon 2|
        E-Mail-Adresse|E-Mail-Typ|E-Mail: Angezeigter Name|E-Mail 2: Adresse|E-Mail 2: Typ|E-Mail 2: Angezeigter Name|
        E-Mail 3: Adresse|E-Mail 3: Typ|E-Mail 3: Angezeigter Name|
        Jahrestag|Geburtstag|Name Assistent|Name des/r Vorgesetzten|Partner|Kinder|Empfohlen von|Kategorien|Notizen|Webseite
        """;

    private const string GermanThunderbird = """
        Strasse geschäftlich=Business Street|Strasse privat=Home Street|Land geschäftlich=Business Country/Region|Land privat=Home Country/Region|
        E-Mail-Adresse 2=E-mail 2 Address|E-Mail-Adresse 3=E-mail 3 Address|Assistent(in)=Assistant's Name|Name des/der Vorgesetzten=Manager's Name|
        Telefon (privat)=Home Phone|Telefon (privat 2)=Home Phone 2|
        Anzeigename=Display Name|Spitzname=Nickname|Primäre E-Mail-Adresse=Primary Email|Sekundäre E-Mail-Adresse=Secondary Email|
        Messenger-Name=Screen Name|Tel. dienstlich=Work Phone|Tel. privat=Home Phone|Fax-Nummer=Fax Number|Pager-Nummer=Pager Number|
        Mobil-Tel.-Nr.=Mobile Number|Privat: Adresse=Home Address|Privat: Adresse 2=Home Address 2|Privat: Ort=Home City|Privat: Bundesland=Home State|
        Privat: PLZ=Home ZipCode|Privat: Land=Home Country|Dienstlich: Adresse=Work Address|Dienstlich: Adresse 2=Work Address 2|
        Dienstlich: Ort=Work City|Dienstlich: Bundesland=Work State|Dienstlich: PLZ=Work ZipCode|Dienstlich: Land=Work Country|
        Arbeitstitel=Job Title|Organisation=Organization|Webseite 1=Web Page 1|Webseite 2=Web Page 2|
        Geburtsjahr=Birth Year|Geburtsmonat=Birth Month|Benutzerdef. 1=Custom 1|Benutzerdef. 2=Custom 2|Benutzerdef. 3=Custom 3|Benutzerdef. 4=Custom 4
        """;

    private const string Dutch = """
        Titel|Voornaam|Middelste naam|Achternaam|Achtervoegsel|Bedrijf|Afdeling|Functie|
        Werkadres, straat|Werkadres 2, straat|Werkadres 3, straat|Werkadres, plaats|Werkadres, provincie|Werkadres, postcode|Land/regio (werk)|
        Huisadres, straat|Huisadres, straat 2|Huisadres, straat 3|Huisadres, plaats|Huisadres, provincie|Huisadres, postcode|Land/regio (thuis)|
        Ander adres, straat|Ander adres, straat 2|Ander adres, straat 3|Ander adres, plaats|Ander adres, provincie|Ander adres, postcode|Land/regio (anders)|
        Telefoon assistent|Fax op werk|Telefoon op werk|Telefoon op werk 2|Terugbellen|Autotelefoon|Hoofdtelefoon bedrijf|
        Fax thuis|Telefoon thuis|Telefoon thuis 2|Mobiele telefoon|Andere fax|Andere telefoon|Pager|Hoofdtelefoon|Radiotelefoon|
        E-mailadres|E-mailtype|Weergavenaam voor e-mail|E-mailadres 2|E-mailtype 2|E-mail, weergegeven naam 2|
        E-mailadres 3|E-mailtype 3|E-mail, weergegeven naam 3|
        Speciale datum|Verjaardag|Naam assistent|Naam manager|Partner|Kinderen|Referentie van|Categorieën|Notities|Webpagina
        """;

    private const string DutchThunderbird = """
        Categorien=Categories|Weergavenaam=Display Name|Bijnaam=Nickname|Webpagina 1=Web Page 1|Webpagina 2=Web Page 2|
        Geboortejaar=Birth Year|Geboortemaand=Birth Month|Geboortedag=Birth Day
        """;

    private const string Swedish = """
        Titel|Förnamn|Mellannamn|Efternamn|Namnsuffix|Företag|Avdelning|Befattning|
        Gatuadress, arbete|Gatuadress 2, arbete|Gatuadress 3, arbete|Ort, arbete|Region, arbete|Postadress, arbete|Land, arbete|
        Gatuadress, hem|Gatuadress 2, hem|Gatuadress 3, hem|Hemort|Region, hem|Postnr, hem|Land, hem|
        Annan gata|Annan gata 2|Annan gata 3|Annan ort|Annan region|Annat postnummer|Annat land|
        Telefon, assistent|Fax arbete|Arbete|Telefon 2, arbete|Motringning|Biltelefon|Företag, växel|
        Fax, hem|Hem|Telefon 2, hem|Mobiltelefon|Fax, annan|Telefon, annan|Personsökare|Telefon 1|Telefon 2|
        E-postadress|E-posttyp|E-postnamn|E-postadress 2|E-posttyp 2|E-postnamn 2|
        E-postadress 3|E-posttyp 3|E-postnamn 3|
        Årsdag|Födelsedag|Namn, assistent|Namn, chef|Make maka|Barn|Referens|Kategorier|Anteckningar|Webbsida
        """;
}

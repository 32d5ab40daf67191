using Kith.Formats;
using Kith.Formats.ContactCsv;

namespace Kith.Tests.Formats;

public sealed class OutlookLanguagesTests
{
    private readonly IssueLog issues = new();

    [Theory]
    [InlineData("german.csv", "Dr. Jörg Weiß", "Müller & Söhne", "Geschäftsführer", "Köln", "windows-1252")]
    [InlineData("dutch.csv", "Joost van Dijk", "Bakkerij", "Bakker", "Utrecht", "windows-1252")]
    [InlineData("swedish.csv", "Åsa Öberg", "Bageri", "Bagare", "Malmö", "windows-1252")]
    [InlineData("french.csv", "Mme Élodie Lefèvre", "Société du Port", "Directrice", "Nîmes", "windows-1252")]
    [InlineData("spanish.csv", "Íñigo Muñoz", "Cine Sur", "Productor", "Cádiz", "windows-1252")]
    [InlineData("italian.csv", "Niccolò Rossi", "Società Sud", "Direttore", "Forlì", "windows-1252")]
    [InlineData("brazilian.csv", "João Conceição", "Editora Sol", "Editor", "São Paulo", "windows-1252")]
    [InlineData("portuguese.csv", "João Conceição", "Editora Sol", "Editor", "Évora", "windows-1252")]
    [InlineData("polish.csv", "Łukasz Żółkiewski", "Piekarnia", "Piekarz", "Łódź", "windows-1250")]
    [InlineData("russian.csv", "Анна Петрова", "Пекарня", "Пекарь", "Тверь", "windows-1251")]
    [InlineData("turkish.csv", "Işıl Şahin", "Fırın", "Müdür", "Eskişehir", "windows-1254")]
    [InlineData("japanese.csv", "鈴木 花子", "鈴木商事", "課長", "大阪市", "Shift-JIS")]
    public void Columns_and_letters_follow_the_language_of_the_program(
        string sample, string name, string company, string job, string city, string encoding)
    {
        var file = ContactCsvReader.Read(new MemoryStream(Samples.Read("outlook/" + sample)), sample, issues);

        file.Dialect.ShouldBe(ContactCsvDialect.Outlook);
        var person = file.Contacts.ToList().ShouldHaveSingleItem();
        person.Name.Full.ShouldBe(name);
        person.Positions.ShouldBe([new(company, job)]);
        person.Addresses.ShouldHaveSingleItem().City.ShouldBe(city);
        person.Birthday.ShouldBe("1979-02-28");
        person.Emails.ShouldBe([new("local@example.com")]);
        person.Phones.ShouldBe([new("+49 30 555 0100", "work"), new("+49 170 555 0101", "mobile")]);
        person.Categories.ShouldBe(["A", "B"]);
        person.Notes.ShouldNotBeNull();
        var issue = issues.Items.Where(issue => issue.Code == "text.encoding").ToList();
        if (issue.Count > 0) issue.ShouldHaveSingleItem().Message.ShouldEndWith(encoding);
        issues.Items.ShouldAllBe(one => one.Code == "text.encoding");
    }

    [Fact]
    public void French_has_two_columns_called_Titre_and_Anniversaire_is_the_birthday()
    {
        var elodie = ContactCsvReader.Read(new MemoryStream(Samples.Read("outlook/french.csv")), "f.csv", issues).Contacts.Single();

        elodie.Name.Prefix.ShouldBe("Mme");
        elodie.Positions[0].Title.ShouldBe("Directrice");
        elodie.Birthday.ShouldBe("1979-02-28");
        elodie.Anniversary.ShouldBe("2010-08-21");
        elodie.Relations.ShouldBe([new("Bo Lind", "referred by")]);
    }

    [Fact]
    public void A_column_of_German_empties_is_empty()
    {
        var joerg = ContactCsvReader.Read(Text.Utf8(
            "Vorname;Nachname;E-Mail-Adresse;Geburtstag;Jahrestag\nJörg;Weiß;j@example.com;Keine Angabe;0.0.00\n"), "g.csv", issues).Contacts.Single();

        joerg.Birthday.ShouldBeNull();
        joerg.Anniversary.ShouldBeNull();
        issues.Items.ShouldBeEmpty();
    }
}

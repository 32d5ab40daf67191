using System.Text.Json;
using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class ColumnGuessTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void Names_and_values_of_a_table_made_by_hand_are_both_looked_at()
    {
        var preview = MappedCsv.Preview(new MemoryStream(Samples.Read("csv/by-hand.csv")), "t.csv", issues);

        preview.Columns.Select(guess => (guess.Column, guess.Field)).ShouldBe(
        [
            ("Wer", ContactField.Ignore), ("Firma", ContactField.Organisation), ("Mail", ContactField.Email), ("Handy", ContactField.Phone),
            ("Geburtstag", ContactField.Birthday), ("LinkedIn-Profil", ContactField.LinkedIn), ("Seite", ContactField.Url), ("Gruppen", ContactField.Tags)
        ]);
        preview.Columns[2].Confidence.ShouldBeGreaterThan(preview.Columns[6].Confidence);
        preview.Opportunities.ShouldBeNull();
    }

    [Fact]
    public void A_mapping_is_kept_as_JSON_and_reads_the_people()
    {
        ContactMapping mapping = new([new("Wer", ContactField.FullName), new("Mail", ContactField.Email), new("Handy", ContactField.Phone, "mobile"),
            new("Geburtstag", ContactField.Birthday), new("LinkedIn-Profil", ContactField.LinkedIn), new("Gruppen", ContactField.Tags)]);
        var kept = JsonSerializer.Deserialize<ContactMapping>(JsonSerializer.Serialize(mapping))!;

        var contacts = MappedCsv.Read(new MemoryStream(Samples.Read("csv/by-hand.csv")), "t.csv", kept, issues).ToList();

        contacts.Select(contact => contact.Name.Full).ShouldBe(["Mara Ellingsen", "Bo Lind"]);
        var mara = contacts[0];
        mara.Emails.ShouldBe([new("mara@example.com")]);
        mara.Phones.ShouldBe([new("+47 555 01 00", "mobile")]);
        mara.Birthday.ShouldBe("1979-02-28");
        mara.LinkedIn.ShouldBe("mara-ellingsen");
        mara.Categories.ShouldBe(["vip", "Segeln"]);
        mara.Positions.ShouldBeEmpty();
        issues.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("full name,e-mail,phone number,company,job title", "FullName Email Phone Organisation Title")]
    [InlineData("Prénom,Nom,Courriel,Téléphone,Société,Poste,Ville,Pays", "GivenName FamilyName Email Phone Organisation Title City Country")]
    [InlineData("Nombre,Apellidos,Correo electrónico,Móvil,Empresa,Cargo", "GivenName FamilyName Email Phone Organisation Title")]
    [InlineData("firstName,lastName,emailAddress,companyName,jobTitle,websiteUrl", "GivenName FamilyName Email Organisation Title Url")]
    [InlineData("Imię,Nazwisko,E-mail,Telefon,Firma,Stanowisko", "GivenName FamilyName Email Phone Organisation Title")]
    public void Names_of_columns_are_understood_in_several_languages(string header, string fields)
    {
        var table = new Kith.Formats.Csv.CsvHeader(header.Split(','));

        string.Join(' ', ColumnGuess.Of(table, []).Select(guess => guess.Field)).ShouldBe(fields);
    }

    [Fact]
    public void Values_that_contradict_the_name_make_a_guess_unsure()
    {
        var preview = MappedCsv.Preview(Text.Utf8("Name,Email\nBo,yes\nIda,no\nMara,yes\n"), "t.csv", issues);

        preview.Columns[1].Confidence.ShouldBeLessThan(0.5);
        ContactMapping.From(preview.Columns).Columns.Select(column => column.Column).ShouldBe(["Name"]);
    }

    [Fact]
    public void A_table_without_the_mapped_columns_is_reported()
    {
        MappedCsv.Read(Text.Utf8("A,B\n1,2\n"), "t.csv", new([new("Name", ContactField.FullName)]), issues).ShouldBeEmpty();

        issues.Items.ShouldHaveSingleItem().Code.ShouldBe("csv.header");
    }

    [Fact]
    public void A_list_of_openings_is_told_from_a_list_of_people_and_read()
    {
        var mapping = MappedCsv.Preview(new MemoryStream(Samples.Read("csv/huntr.csv")), "huntr.csv", issues).Opportunities.ShouldNotBeNull();
        var kept = JsonSerializer.Deserialize<OpportunityMapping>(JsonSerializer.Serialize(mapping))!;

        var openings = OpportunityCsv.Read(new MemoryStream(Samples.Read("csv/huntr.csv")), "huntr.csv", kept, issues).ToList();

        openings[0].ShouldBe(new()
        {
            Company = "Harbor & Finch",
            Title = "Designer",
            Status = "Wishlist",
            Url = "https://jobs.example.com/1",
            Location = "Bergen",
            Salary = "50,000",
            SavedOn = new DateOnly(2024, 2, 28),
            Notes = "Nice & near",
            Line = 2
        });
        openings[1].SavedOn.ShouldBe(new DateOnly(2024, 3, 4));
        issues.Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Company Name,Job Title,Status,Job URL,Location,Salary", true)]
    [InlineData("listName,companyName,title,location,htmlDescription", true)]
    [InlineData("First Name,Last Name,Email,Company,Job Title,Location,Website", false)]
    [InlineData("Name,Company,Position,LinkedIn,Status", false)]
    public void Openings_are_known_by_their_columns(string header, bool isOpenings) =>
        (OpportunityMapping.Guess(new(header.Split(',')), []) is not null).ShouldBe(isOpenings);

    [Fact]
    public void The_order_of_dates_may_be_told()
    {
        ContactMapping mapping = new([new("Name", ContactField.FullName), new("Born", ContactField.Birthday)], DateOrder.DayFirst);

        MappedCsv.Read(Text.Utf8("Name,Born\nBo,3/4/1980\n"), "t.csv", mapping, issues).ToList().ShouldHaveSingleItem().Birthday.ShouldBe("1980-04-03");

        issues.Items.ShouldBeEmpty();
    }
}

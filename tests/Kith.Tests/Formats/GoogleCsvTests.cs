using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.Contacts;

namespace Kith.Tests.Formats;

public sealed class GoogleCsvTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void The_new_layout_is_read_in_whole()
    {
        var mara = Read("contacts-new.csv", ContactCsvDialect.Google)[0];

        mara.Name.ShouldBe(new()
        {
            Full = "Dr. Mara Sol Ellingsen MBA",
            Given = "Mara",
            Additional = "Sol",
            Family = "Ellingsen",
            Prefix = "Dr.",
            Suffix = "MBA",
            Nickname = "Mo"
        });
        mara.Positions.ShouldBe([new("Harbor & Finch", "Head of Design", "Studio")]);
        mara.Urls.ShouldBe([new("https://www.linkedin.com/in/Mara-Ellingsen/", "profile")]);
        mara.LinkedIn.ShouldBe("mara-ellingsen");
        mara.Relations.ShouldBe([new("Bo Lind", "manager")]);
        mara.Anniversary.ShouldBe("2010-08-21");
        mara.Photo!.Url.ShouldBe("https://photos.example.com/mara");
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Several_values_in_one_cell_are_several_values_and_the_starred_label_comes_first()
    {
        var mara = Read("contacts-new.csv", ContactCsvDialect.Google)[0];

        mara.Emails.ShouldBe([new("mara@example.com", "work"), new("m.ellingsen@example.com", "work"), new("mara@example.org", "home")]);
        mara.Phones.ShouldBe([new("+47 555 01 00", "mobile"), new("+47 555 01 01", "mobile"), new("+47 555 01 09", "work fax")]);
    }

    [Fact]
    public void Groups_of_the_system_are_no_categories() =>
        Read("contacts-new.csv", ContactCsvDialect.Google).Select(contact => string.Join('|', contact.Categories)).ShouldBe(["School|Sailing", "", ""]);

    [Fact]
    public void A_birthday_may_lack_its_year() =>
        Read("contacts-new.csv", ContactCsvDialect.Google).Select(contact => contact.Birthday).ShouldBe(["--06-12", "--03-01", null]);

    [Fact]
    public void Addresses_keep_all_lines_and_the_starred_one_comes_first() =>
        Read("contacts-new.csv", ContactCsvDialect.Google)[0].Addresses.ShouldBe(
        [
            new("2 Hill Road", "Oslo", null, null, null, "home"),
            new("1 Quay Street\nHouse B\nFloor 3\nPO Box 17", "Bergen", "Vestland", "5003", "Norway", "work")
        ]);

    [Fact]
    public void Fields_and_events_of_the_users_own_are_kept_in_the_notes() =>
        Read("contacts-new.csv", ContactCsvDialect.Google)[0].Notes
            .ShouldBe("Met at the fair.\nLikes tea, and cake\n\nBadge: Blue\nGraduation: 2001-06-30");

    [Fact]
    public void A_company_without_a_person_is_not_lost()
    {
        var company = Read("contacts-new.csv", ContactCsvDialect.Google)[2];

        company.Name.Full.ShouldBe("");
        company.Positions.ShouldBe([new("Harbor & Finch", null)]);
    }

    [Theory]
    [InlineData("contacts-old.csv", ContactCsvDialect.GoogleOld)]
    [InlineData("contacts-old-photo.csv", ContactCsvDialect.GoogleOldWithPhoto)]
    public void Both_older_layouts_are_read(string sample, ContactCsvDialect dialect)
    {
        var tomas = Read(sample, dialect).ShouldHaveSingleItem();

        tomas.Name.Full.ShouldBe("Tomás Okafor");
        tomas.Birthday.ShouldBe("1979-02-28");
        tomas.Emails.ShouldBe([new("tomas@example.com", "work")]);
        tomas.Positions.ShouldBe([new("Bank \"Nord\", Ltd", "Analyst"), new("Night School", "Teacher")]);
        tomas.Accounts.ShouldBe([new("tomas.okafor", "Skype")]);
        tomas.Categories.ShouldBe(["Bank"]);
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void What_Google_writes_for_Outlook_has_whole_addresses_and_honorifics()
    {
        var contacts = Read("outlook-csv.csv", ContactCsvDialect.GoogleOutlook);

        var ines = contacts[0];
        ines.Name.Prefix.ShouldBe("Dr.");
        ines.Addresses.ShouldBe([new("Calle Mayor 1\n28013 Madrid\nSpain", null, null, null, null, "home")]);
        ines.Relations.ShouldBe([new("Mara Ellingsen", "referred by")]);
        ines.Positions.ShouldBe([new("Cine Sur", "Producer")]);
        contacts[1].Name.Full.ShouldBe("Bo Lind");
        issues.Items.ShouldBeEmpty();
    }

    private List<ContactRecord> Read(string sample, ContactCsvDialect dialect)
    {
        var file = ContactCsvReader.Read(new MemoryStream(Samples.Read("google/" + sample)), sample, issues);
        file.Dialect.ShouldBe(dialect);
        return [.. file.Contacts];
    }
}

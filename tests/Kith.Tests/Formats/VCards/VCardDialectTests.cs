using Kith.Formats;
using Kith.Formats.Contacts;
using Kith.Formats.VCards;

namespace Kith.Tests.Formats.VCards;

public sealed class VCardDialectTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void Apple_groups_labels_and_omitted_years_are_read()
    {
        var people = Read("apple.vcf");

        people.Count.ShouldBe(2);
        issues.Items.ShouldBeEmpty();
        var mara = people[0];
        mara.Name.ShouldBe(new()
        {
            Full = "Dr. Mara Ellingsen MSc",
            Given = "Mara",
            Family = "Ellingsen",
            Additional = "Q. Liv",
            Prefix = "Dr.",
            Suffix = "MSc",
            Nickname = "Mar"
        });
        mara.Emails.ShouldBe([new("mara@example.com", "work"), new("mara.home@example.org", "home"), new("mara.school@example.org", "school")]);
        mara.Phones.ShouldBe([new("+47 900 00 001", "mobile"), new("+47 22 00 00 02", "work fax"), new("+47 900 00 003", "Boat, summer")]);
        mara.Addresses.ShouldBe([new("Pier 4\n2nd floor", "Bergen", null, "5003", "Norway", "work")]);
        mara.Urls.ShouldBe([new("https://www.example.com/mara", "homepage"), new("https://www.linkedin.com/in/Mara-Ellingsen/")]);
        mara.LinkedIn.ShouldBe("mara-ellingsen");
        mara.Positions.ShouldBe([new("Harbor & Finch, Ltd", "Head of Design", "Design")]);
        mara.Birthday.ShouldBe("--04-12");
        mara.Anniversary.ShouldBe("2011-06-18");
        mara.Relations.ShouldBe([new("Jonas Ellingsen", "spouse"), new("Priya Raman", "Mentor")]);
        mara.Accounts.ShouldBe([new("http://twitter.com/maraell", "twitter"), new("mara.ell", "skype")]);
        mara.Notes.ShouldBe("Met at the harbour; likes maps.\nCall in May.");
        mara.Uid.ShouldBe("5F0A1C52-0000-4000-8000-00000000A001");
        mara.Photo!.MediaType.ShouldBe("image/png");
        mara.Photo.Bytes.Length.ShouldBe(68);
    }

    [Fact]
    public void A_card_of_a_group_becomes_a_category_of_its_members_and_no_person()
    {
        var people = Read("apple.vcf");

        people[0].Categories.ShouldBe(["Sailing"]);
        people[1].Categories.ShouldBeEmpty();
        people[1].Name.Full.ShouldBe("Finch Trust");
    }

    [Fact]
    public void A_stream_that_cannot_seek_files_members_under_their_groups_too()
    {
        using var unseekable = new System.IO.Compression.GZipStream(
            new MemoryStream(Zipped(Cards.Sample("apple.vcf"))), System.IO.Compression.CompressionMode.Decompress);

        var people = VCardContacts.Read(unseekable, "apple.vcf", issues).ToList();

        people[0].Categories.ShouldBe(["Sailing"]);
        people.Count.ShouldBe(2);
    }

    [Fact]
    public void Google_labels_and_escaped_colons_are_read()
    {
        var tomas = Read("google.vcf").Single();

        tomas.Emails.ShouldBe([new("tomas@example.org", "home"), new("tomas@books.example.com", "Book club")]);
        tomas.Phones.ShouldBe([new("+44 20 7946 0001", "mobile"), new("+44 20 7946 0002", "work fax")]);
        tomas.Addresses.ShouldBe([new("1 High Street\nFlat 2", "London", null, "N1 1AA", "UK", "home")]);
        tomas.Urls.ShouldBe([new("http://www.example.com/tomas", "Blog")]);
        tomas.Birthday.ShouldBe("--03-01");
        tomas.Categories.ShouldBe(["myContacts", "Fair 2024"]);
    }

    [Fact]
    public void Outlook_2_1_with_soft_breaks_and_Latin_1_is_read()
    {
        var priya = Read("outlook-2.1.vcf").Single();

        priya.Name.Prefix.ShouldBe("Ms.");
        priya.Notes.ShouldBe("First line\n\nCafé at noon, bring the maps: a = b");
        priya.Phones.Select(phone => phone.Label).ShouldBe(["work", "mobile", "work fax", "callback"]);
        priya.Addresses.ShouldBe([
            new("12 Mill Lane\nUnit 5", "Springfield", "OR", "97477", "United States of America", "work"),
            new("3 Oak Street\nSpringfield", null, null, null, null, "home")]);
        priya.Positions.ShouldBe([new("Northwind Print", "Sales; North, West", "Sales")]);
        priya.Birthday.ShouldBe("1980-03-22");
        priya.Anniversary.ShouldBe("2008-06-14");
        priya.Relations.ShouldBe([new("Bo Lindqvist", "manager"), new("Ines de la Cruz", "assistant"), new("Arun Raman", "spouse")]);
        priya.Accounts.ShouldBe([new("priya.im@example.com", "im")]);
        priya.Photo!.Bytes.Length.ShouldBe(68);
        issues.Items.ShouldHaveSingleItem().Code.ShouldBe("text.encoding");
    }

    [Fact]
    public void Android_and_BlackBerry_2_1_are_read()
    {
        var android = Read("android-2.1.vcf");

        android[0].Name.ShouldBe(new() { Full = "Žofie", Given = "Žofie", Nickname = "Žo" });
        android[0].Relations.ShouldBe([new("Petr", "spouse")]);
        android[0].Anniversary.ShouldBe("2015-05-09");
        android[1].Photo!.Bytes.Length.ShouldBe(68);
        var ines = Read("blackberry-2.1.vcf").Single();
        ines.Name.ShouldBe(new() { Full = "Inés Núñez", Given = "Inés", Family = "Núñez" });
        ines.Photo!.Bytes.Length.ShouldBe(68);
        ines.Relations.ShouldBe([new("Ant Assist", "agent")]);
        ines.Phones.ShouldBe([new("+34 600 000 001", "work"), new("+34 600 000 002", "pager")]);
        ines.Positions.ShouldBe([new(null, "Editor")]);
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void The_services_of_iOS_are_told_apart()
    {
        var bo = Read("ios.vcf").Single();

        bo.Accounts.ShouldBe([new("+46700000001", "whatsapp"), new("bo.l", "Bo's, own: chat")]);
        bo.LinkedIn.ShouldBe("bo-lindqvist");
        bo.Photo!.Url.ShouldBe("https://example.com/bo.jpg");
        bo.Phones.ShouldBe([new("+46 70 000 00 01", "mobile"), new("+46 70 000 00 02", "main")]);
    }

    [Fact]
    public void Thunderbird_4_0_is_read()
    {
        var ines = Read("thunderbird-4.0.vcf").Single();

        ines.Emails.ShouldBe([new("ines@example.com", "work"), new("ines@example.org", "home")]);
        ines.Phones.ShouldBe([new("+1-555-010-0005;ext=7", "work"), new("+1 555 010 0006", "mobile")]);
        ines.Positions.ShouldBe([new("Example Film", "Editor", "Editing, Sound")]);
        ines.Birthday.ShouldBe("--02-29");
        ines.Anniversary.ShouldBe("2014-08-12");
        ines.Relations.ShouldBe([new("Mara Ellingsen", "friend")]);
        ines.Photo!.MediaType.ShouldBe("image/png");
        var address = Cards.Read(Cards.Sample("thunderbird-4.0.vcf")).Single().Properties.Single(property => property.Name == "ADR");
        address.Parameters.First("LABEL").ShouldBe("5 Elm St\nApt 9, \"rear\"");
    }

    [Fact]
    public void Nextcloud_and_Monica_are_read()
    {
        var jonas = Read("nextcloud.vcf").Single();
        var anton = Read("monica-4.0.vcf").Single();

        jonas.Emails.ShouldBe([new("jonas@example.org", "home")]);
        jonas.Phones.ShouldBe([new("+47 22 00 00 09", "work"), new("+47 22 00 00 10", "home")]);
        jonas.Addresses.ShouldBeEmpty();
        jonas.Birthday.ShouldBe("1979-02-10");
        jonas.Anniversary.ShouldBe("2011-06-18");
        jonas.Categories.ShouldBe(["Family", "Chess, club"]);
        jonas.LinkedIn.ShouldBe("jonas-e");
        anton.LinkedIn.ShouldBe("anton-fell");
        anton.Accounts.ShouldBe([new("https://twitter.com/antonfell", "twitter")]);
        anton.Birthday.ShouldBe("1971-07-04");
    }

    private List<ContactRecord> Read(string sample) => Cards.People(Cards.Sample(sample), issues);

    private static byte[] Zipped(byte[] file)
    {
        using var to = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(to, System.IO.Compression.CompressionLevel.Fastest)) zip.Write(file);
        return to.ToArray();
    }
}

using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.Contacts;

namespace Kith.Tests.Formats;

public sealed class OtherAddressBooksTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void Thunderbird_keeps_a_birthday_in_three_columns()
    {
        var contacts = Read("thunderbird/contacts.csv", ContactCsvDialect.Thunderbird);

        var sol = contacts[0];
        sol.Birthday.ShouldBe("1985-07-09");
        sol.Emails.ShouldBe([new("sol@example.com"), new("sol@example.org")]);
        sol.Phones.ShouldBe([new("+46 555 0100", "work"), new("+46 555 0101", "mobile")]);
        sol.Addresses.ShouldBe([new("4 Street\nFlat 2", "Lund", null, "22100", "Sweden", "home")]);
        sol.Positions.ShouldBe([new("Ward 7", "Nurse")]);
        sol.Notes.ShouldBe("Calls back\n\nCustom 1: Tall");
        contacts[1].Birthday.ShouldBe("--03-01");
        contacts[1].Name.Full.ShouldBe("Bo");
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Thunderbird_is_known_in_German_too()
    {
        var joerg = Read("thunderbird/german.csv", ContactCsvDialect.Thunderbird).ShouldHaveSingleItem();

        joerg.Birthday.ShouldBe("1970-12-24");
        joerg.Addresses.ShouldBe([new("Hauptstraße 5", "Köln", null, null, null, "work")]);
        joerg.Positions.ShouldBe([new("Holz & Co", "Schreiner")]);
    }

    [Fact]
    public void Atomic_CRM_calls_the_job_title()
    {
        var mara = Read("csv/atomic-crm.csv", ContactCsvDialect.AtomicCrm).ShouldHaveSingleItem();

        mara.Name.Prefix.ShouldBeNull();
        mara.Positions.ShouldBe([new("Harbor & Finch", "Head of Design")]);
        mara.Emails.ShouldBe([new("mara@example.com", "work"), new("mara@example.org", "home")]);
        mara.Categories.ShouldBe(["vip", "sailing"]);
        mara.LinkedIn.ShouldBe("mara-ellingsen");
        mara.Notes.ShouldBe("Sails");
    }

    [Fact]
    public void PingCRM_lists_addresses_and_numbers_in_one_cell()
    {
        var mara = Read("csv/pingcrm.csv", ContactCsvDialect.PingCrm).ShouldHaveSingleItem();

        mara.Emails.ShouldBe([new("mara@example.com"), new("mara@example.org")]);
        mara.Phones.ShouldBe([new("+47 555 01 00"), new("+47 555 01 01")]);
        mara.Accounts.ShouldBe([new("@mara", "twitter"), new("mara_t", "telegram")]);
        mara.Categories.ShouldBe(["vip", "sailing"]);
    }

    [Fact]
    public void Columns_named_after_a_vCard_are_read()
    {
        var mara = Read("csv/owncloud.csv", ContactCsvDialect.OwnCloud).ShouldHaveSingleItem();

        mara.Name.ShouldBe(new() { Full = "Mara Ellingsen", Given = "Mara", Family = "Ellingsen", Additional = "Sol", Prefix = "Dr." });
        mara.Emails.ShouldBe([new("mara@example.com", "work")]);
        mara.Phones.ShouldBe([new("+47 555 01 00", "home")]);
        mara.Positions.ShouldBe([new("Harbor & Finch", "Head of Design")]);
        mara.Uid.ShouldBe("uid-1");
    }

    [Fact]
    public void A_table_without_a_header_is_read_when_its_program_is_named()
    {
        var contacts = Read("csv/career-ops.tsv", ContactCsvDialect.CareerOps, ContactCsvDialect.CareerOps);

        contacts.Select(contact => contact.Name.Full).ShouldBe(["Mara Ellingsen", "Bo Lind"]);
        contacts[0].Positions.ShouldBe([new("Harbor & Finch", "Head of Talent")]);
        contacts[0].LinkedIn.ShouldBe("mara-ellingsen");
        issues.Items.ShouldBeEmpty();
    }

    private List<ContactRecord> Read(string sample, ContactCsvDialect dialect, ContactCsvDialect asked = ContactCsvDialect.Unknown)
    {
        var file = ContactCsvReader.Read(new MemoryStream(Samples.Read(sample)), sample, issues, dialect: asked);
        file.Dialect.ShouldBe(dialect);
        return [.. file.Contacts];
    }
}

using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.Contacts;

namespace Kith.Tests.Formats;

public sealed class OutlookCsvTests
{
    private readonly IssueLog issues = new();

    [Theory]
    [InlineData("desktop.csv")]
    [InlineData("desktop-older.csv")]
    public void The_desktop_layout_is_read_in_whole(string sample)
    {
        var mara = Read(sample, ContactCsvDialect.Outlook)[0];

        mara.Name.Full.ShouldBe("Dr. Mara S. Ellingsen Jr.");
        mara.Name.Prefix.ShouldBe("Dr.");
        mara.Positions.ShouldBe([new("Harbor & Finch, Inc.", "VP; Design", "Studio")]);
        mara.Addresses.ShouldBe(
        [
            new("1 Quay Street\nHouse B\nFloor 3", "Bergen", "Vestland", "5003", "Norway", "work"),
            new(null, "Oslo", null, null, null, "home")
        ]);
        mara.Phones.ShouldBe(
            [new("+47 555 01 03", "assistant"), new("+47 555 01 00", "work"), new("+47 555 01 02", "home fax"), new("+47 555 01 01", "mobile")]);
        mara.Birthday.ShouldBe("1979-02-28");
        mara.Anniversary.ShouldBeNull();
        mara.Categories.ShouldBe(["Sailing", "Business", "Family"]);
        mara.Relations.ShouldBe(
            [new("Ida Vik", "assistant"), new("Bo Lind", "manager"), new("Tomás Okafor", "referred by"), new("Ola Ellingsen", "spouse")]);
        mara.Notes.ShouldBe("Long note,\r\nwith two lines\n\nUser 1: Blue badge");
        mara.Urls.ShouldBe([new("https://mara.example.com")]);
    }

    [Fact]
    public void An_address_of_Exchange_is_no_email_but_the_one_in_its_display_name_is()
    {
        var contacts = Read("desktop.csv", ContactCsvDialect.Outlook);

        contacts.Select(contact => string.Join('|', contact.Emails.Select(email => email.Value))).ShouldBe(["mara@example.com|mara@example.org", ""]);
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void A_column_without_proof_takes_the_order_of_the_others() =>
        Read("desktop.csv", ContactCsvDialect.Outlook)[1].ShouldSatisfyAllConditions(
            bo => bo.Birthday.ShouldBe("1980-03-04"), bo => bo.Anniversary.ShouldBe("2005-12-25"));

    [Fact]
    public void One_date_far_down_turns_the_whole_column_around()
    {
        var rows = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"P{i},Lind,p{i}@example.com,3/4/1980\n"));

        var contacts = ReadText($"First Name,Last Name,E-mail Address,Birthday\n{rows}Ida,Vik,ida@example.com,25/12/1990\n");

        contacts[0].Birthday.ShouldBe("1980-04-03");
        contacts.Count.ShouldBe(3_001);
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void An_order_that_nothing_proves_is_reported_once_with_what_was_assumed()
    {
        var contacts = ReadText("First Name,Last Name,E-mail Address,Birthday\nBo,Lind,bo@example.com,3/4/1980\nIda,Vik,ida@example.com,5/6/1990\n");

        contacts.Select(contact => contact.Birthday).ShouldBe(["1980-03-04", "1990-05-06"]);
        var issue = issues.Items.ShouldHaveSingleItem();
        issue.Code.ShouldBe("date.order");
        issue.Line.ShouldBe(2);
        issue.Message.ShouldEndWith("'3/4/1980' was read as 1980-03-04");
    }

    [Fact]
    public void Outlook_com_is_known_by_its_columns()
    {
        var ida = Read("outlook-com.csv", ContactCsvDialect.OutlookCom).ShouldHaveSingleItem();

        ida.Name.Nickname.ShouldBe("Iddy");
        ida.Accounts.ShouldBe([new("ida.chat", "chat")]);
        ida.Birthday.ShouldBe("1990-05-14");
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order() =>
        ReadText("Job Title,Last Name,E-mail Address,First Name\nBaker,Lind,bo@example.com,Bo\n").ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(bo => bo.Name.Full.ShouldBe("Bo Lind"), bo => bo.Positions.ShouldBe([new(null, "Baker")]));

    [Fact]
    public void A_stream_that_cannot_seek_is_read_as_well()
    {
        using var forward = new ForwardOnly(Samples.Read("outlook/desktop.csv"));

        ContactCsvReader.Read(forward, "t.csv", issues).Contacts.Count().ShouldBe(2);
    }

    [Fact]
    public void A_value_that_is_no_date_or_email_is_reported_with_its_line()
    {
        ReadText("First Name,Last Name,E-mail Address,Birthday\nBo,Lind,nobody,soon\n").Count.ShouldBe(1);

        issues.Items.Select(issue => (issue.Line, issue.Code)).ShouldBe([(2, "date.invalid"), (2, "email.invalid")]);
    }

    [Fact]
    public void A_table_of_something_else_is_reported_and_has_no_people()
    {
        var file = ContactCsvReader.Read(Text.Utf8("First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBo,Lind,,,,,\n"), "t.csv", issues);

        file.Dialect.ShouldBe(ContactCsvDialect.Unknown);
        file.Contacts.ShouldBeEmpty();
        issues.Items.ShouldHaveSingleItem().Code.ShouldBe("csv.header");
    }

    private List<ContactRecord> ReadText(string csv) => [.. ContactCsvReader.Read(Text.Utf8(csv), "t.csv", issues).Contacts];

    private List<ContactRecord> Read(string sample, ContactCsvDialect dialect)
    {
        var file = ContactCsvReader.Read(new MemoryStream(Samples.Read("outlook/" + sample)), sample, issues);
        file.Dialect.ShouldBe(dialect);
        return [.. file.Contacts];
    }

    private sealed class ForwardOnly(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    }
}

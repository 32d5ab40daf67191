using System.Text;
using CsCheck;
using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.Contacts;

namespace Kith.Tests.Formats;

public sealed class ContactCsvWriterTests
{
    // Nothing a reader trims or splits: no blanks at the ends, no line of colons, but everything a spreadsheet or a CSV stumbles over.
    private static readonly Gen<string> Value = Gen.OneOf<string>(
        Gen.OneOf("=", "+", "-", "@", "'", "''", "\"", ",", ";", "|", "\t", "\r\n", "\n", "é", "😀", "李", "* ", "+31 20", "--03", "<", "#"),
        Gen.Char.AlphaNumeric.Select(c => c.ToString())).Array[1, 6].Select(string.Concat).Where(text => text.Trim() == text && !text.StartsWith('*'));

    private static readonly Gen<string?> Optional = Gen.OneOf(Value.Select(text => (string?)text), Gen.Const((string?)null));

    private static readonly Gen<string?> Label = Gen.OneOf<string?>("work", "home", "mobile", "Boat", "=1+1", "@", null);

    private static readonly Gen<string> Phone = Gen.OneOf(Gen.OneOf("+31 20 555-0100", "+1 (555) 0100", "+47/555.0100", "=1+2", "+SUM(A1)", "-1", "'+31 20 555"), Value);

    private static readonly Gen<string?> Date = Gen.OneOf<string?>("1979-02-28", "--03-01", null);

    private static readonly Gen<DateOnly?> Day = Gen.OneOf<DateOnly?>(new DateOnly(2024, 3, 12), null);

    private static readonly Gen<ContactName> Name = Gen.Select(Optional, Optional, Optional, Optional, Optional, Optional).SelectMany(parts =>
    {
        var name = new ContactName
        {
            Given = parts.Item1,
            Family = parts.Item2,
            Additional = parts.Item3,
            Prefix = parts.Item4,
            Suffix = parts.Item5,
            Nickname = parts.Item6
        };
        return Value.Select(full => name with { Full = full });
    });

    private static readonly Gen<ContactPosition> Position = Gen.Select(Value, Optional, Optional, Day, Day, Gen.Bool)
        .Select((organisation, title, department, from, to, current) => new ContactPosition(organisation, title, department, from, to, current));

    private static readonly Gen<ContactAddress> Address = Gen.Select(Value, Optional, Optional, Optional, Optional, Label)
        .Select((street, city, region, code, country, label) => new ContactAddress(street, city, region, code, country, label));

    private static readonly Gen<ContactRecord> Contact =
        Gen.Select(
            Name,
            Gen.Select(Value.Where(text => !text.Contains('<', StringComparison.Ordinal)), Label).Select((text, label) => new Labelled(text + "@example.com", label)).Array[0, 3],
            Gen.Select(Phone, Label).Select((text, label) => new Labelled(text, label)).Array[0, 3],
            Gen.Select(Value, Label).Select((text, label) => new Labelled(text, label)).Array[0, 2],
            Address.Array[0, 2], Position.Array[0, 3],
            Gen.Select(Date, Date, Day, Optional, Optional),
            Value.Array[0, 3])
        .Select((name, emails, phones, values, addresses, positions, rest, categories) => new ContactRecord
        {
            Name = name,
            Emails = [.. emails.DistinctBy(one => (one.Value, one.Label))],
            Phones = [.. phones.DistinctBy(one => (one.Value, one.Label))],
            Urls = [.. values.DistinctBy(one => (one.Value, one.Label))],
            Accounts = [.. values.DistinctBy(one => (one.Value, one.Label))],
            Relations = [.. values.DistinctBy(one => (one.Value, one.Label))],
            Addresses = addresses,
            Positions = positions,
            Birthday = rest.Item1,
            Anniversary = rest.Item2,
            ConnectedOn = rest.Item3,
            Notes = rest.Item4,
            Uid = rest.Item5,
            Categories = [.. categories.Distinct()],
            LinkedIn = rest.Item5 is null ? null : "mara-ellingsen-李"
        });

    [Fact]
    public void Any_people_written_are_read_back_the_same() =>
        Contact.Array[1, 4].Sample(contacts =>
        {
            var issues = new IssueLog();

            var file = ContactCsvReader.Read(new MemoryStream(Written(contacts)), "t.csv", issues);

            file.Dialect.ShouldBe(ContactCsvDialect.Google);
            var read = file.Contacts.ToList();
            read.Count.ShouldBe(contacts.Length);
            foreach (var (one, other) in contacts.Zip(read)) Same(one, other);
            issues.Total.ShouldBe(0);
        }, iter: 2_000);

    [Fact]
    public void No_cell_begins_as_a_formula_but_plain_numbers_stay()
    {
        ContactRecord hostile = new()
        {
            Name = new() { Full = "=cmd|'/c calc'!A1", Given = "@SUM(A1)", Family = "-2+3" },
            Phones = [new("+31 20 555 0100"), new("+1+cmd|' /C calc'!A0")],
            Birthday = "--03-01",
            Notes = "\tx"
        };

        var cells = Encoding.UTF8.GetString(Written([hostile])).Split("\r\n")[1].Split(',').Select(cell => cell.Trim('"')).ToList();

        cells.ShouldContain("'=cmd|'/c calc'!A1");
        cells.ShouldContain("'@SUM(A1)");
        cells.ShouldContain("'-2+3");
        cells.ShouldContain("+31 20 555 0100");
        cells.ShouldContain("'+1+cmd|' /C calc'!A0");
        cells.ShouldContain("--03-01");
        cells.Where(cell => cell.Length > 0 && cell[0] is '=' or '@' or '\t' or '\r').ShouldBeEmpty();
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'tis", "'tis")]
    [InlineData("O'Malley", "O'Malley")]
    [InlineData("", "")]
    [InlineData("'", "'")]
    public void Reading_takes_away_exactly_what_guarding_put_there(string text, string cell)
    {
        SpreadsheetCell.Guard(text).ShouldBe(cell);
        SpreadsheetCell.Unguard(cell).ShouldBe(text);
    }

    private static byte[] Written(IReadOnlyCollection<ContactRecord> contacts)
    {
        using var stream = new MemoryStream();
        ContactCsvWriter.Write(contacts, stream);
        return stream.ToArray();
    }

    private static void Same(ContactRecord one, ContactRecord other)
    {
        other.Name.ShouldBe(one.Name);
        other.Emails.ShouldBe(one.Emails);
        other.Phones.ShouldBe(one.Phones);
        other.Urls.ShouldBe(one.Urls);
        other.Accounts.ShouldBe(one.Accounts);
        other.Relations.ShouldBe(one.Relations);
        other.Addresses.ShouldBe(one.Addresses);
        other.Positions.ShouldBe(one.Positions);
        other.Birthday.ShouldBe(one.Birthday);
        other.Anniversary.ShouldBe(one.Anniversary);
        other.ConnectedOn.ShouldBe(one.ConnectedOn);
        other.Notes.ShouldBe(one.Notes);
        other.Categories.ShouldBe(one.Categories);
        other.LinkedIn.ShouldBe(one.LinkedIn);
        other.Uid.ShouldBe(one.Uid);
    }
}

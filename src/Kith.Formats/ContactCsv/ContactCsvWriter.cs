using System.Buffers;
using System.Text;
using Kith.Formats.Contacts;

namespace Kith.Formats.ContactCsv;

/// <summary>
/// Writes people in the layout Google Contacts has used since 2024, as UTF-8 with a mark and CRLF. Google ignores the columns it does
/// not know, which are: <c>Full Name</c> (where it is not made of the parts), <c>IM n - Service/Value</c>, <c>UID</c>, and for positions
/// <c>Organization n - Start/End/Current</c> and all but the first one. The LinkedIn profile is a custom field and the day of the connection an event, so
/// that Google keeps both. A row that <see cref="ContactCsvReader"/> reads back is the same record, but for the bytes of a picture.
/// </summary>
public static class ContactCsvWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",;\t\"\r\n' ");

    private const string ProfileAddress = "https://www.linkedin.com/in/";

    /// <summary>Writes a header and a row for each person; the people are looked at twice, because the columns depend on them.</summary>
    public static void Write(IReadOnlyCollection<ContactRecord> contacts, Stream target)
    {
        var columns = Columns(contacts);
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', columns.Select(column => Quoted(column.Name))));
        foreach (var contact in contacts) writer.WriteLine(string.Join(',', columns.Select(column => Quoted(Cell(column, contact)))));
    }

    private sealed record Column(string Name, Func<ContactRecord, string?> Value, bool IsNumber = false);

    private static List<Column> Columns(IReadOnlyCollection<ContactRecord> contacts)
    {
        int Most(Func<ContactRecord, int> count) => contacts.Select(count).DefaultIfEmpty().Max();
        List<Column> columns =
        [
            new("First Name", c => c.Name.Given), new("Middle Name", c => c.Name.Additional), new("Last Name", c => c.Name.Family),
            new("Name Prefix", c => c.Name.Prefix), new("Name Suffix", c => c.Name.Suffix), new("Nickname", c => c.Name.Nickname),
            new("File As", c => c.Name.Full), new("Full Name", c => c.Name.Full == ContactNames.Joined(c.Name) ? null : c.Name.Full),
            new("Organization Name", c => Main(c)?.Organisation), new("Organization Title", c => Main(c)?.Title),
            new("Organization Department", c => Main(c)?.Department),
            new("Birthday", c => c.Birthday, IsNumber: true), new("Notes", c => c.Notes), new("Photo", c => c.Photo?.Url),
            new("Labels", c => c.Categories.Count == 0 ? null : string.Join(" ::: ", c.Categories.Append("* myContacts")))
        ];
        Labelled(columns, "E-mail", Math.Max(1, Most(c => c.Emails.Count)), c => c.Emails);
        Labelled(columns, "Phone", Math.Max(1, Most(c => c.Phones.Count)), c => c.Phones, isNumber: true);
        for (var i = 0; i < Most(c => c.Addresses.Count); i++) Address(columns, i);
        Labelled(columns, "Relation", Most(c => c.Relations.Count), c => c.Relations);
        Labelled(columns, "Website", Most(c => c.Urls.Count), c => c.Urls);
        Labelled(columns, "Event", Most(c => Events(c).Count), Events, isNumber: true);
        Labelled(columns, "Custom Field", Most(c => Customs(c).Count), Customs);
        Labelled(columns, "IM", Most(c => c.Accounts.Count), c => c.Accounts, labels: "Service");
        for (var i = 0; i < Most(c => c.Positions.Count); i++) Position(columns, i);
        columns.Add(new("UID", c => c.Uid));
        return columns;
    }

    private static void Labelled(
        List<Column> columns, string name, int count, Func<ContactRecord, IReadOnlyList<Labelled>> values, bool isNumber = false, string labels = "Label")
    {
        for (var i = 0; i < count; i++)
        {
            var at = i;
            columns.Add(new($"{name} {at + 1} - {labels}", c => values(c).ElementAtOrDefault(at)?.Label));
            columns.Add(new($"{name} {at + 1} - Value", c => values(c).ElementAtOrDefault(at)?.Value, isNumber));
        }
    }

    private static void Address(List<Column> columns, int at)
    {
        void Add(string part, Func<ContactAddress, string?> value) =>
            columns.Add(new($"Address {at + 1} - {part}", c => c.Addresses.ElementAtOrDefault(at) is { } address ? value(address) : null));

        Add("Label", a => a.Label);
        Add("Formatted", Formatted);
        Add("Street", a => a.Street);
        Add("City", a => a.City);
        Add("PO Box", _ => null);
        Add("Region", a => a.Region);
        Add("Postal Code", a => a.PostalCode);
        Add("Country", a => a.Country);
        Add("Extended Address", _ => null);
    }

    private static string Formatted(ContactAddress address) =>
        string.Join('\n', new[] { address.Street, address.PostalCode is null ? address.City : $"{address.PostalCode} {address.City}".Trim(), address.Region, address.Country }.OfType<string>());

    // Google has room for one position without dates.
    private static void Position(List<Column> columns, int at)
    {
        void Add(string part, Func<ContactPosition, string?> value) =>
            columns.Add(new($"Organization {at + 1} - {part}", c => c.Positions.ElementAtOrDefault(at) is { } position ? value(position) : null));

        if (at > 0)
        {
            Add("Name", p => p.Organisation);
            Add("Title", p => p.Title);
            Add("Department", p => p.Department);
        }
        Add("Start", p => Iso(p.From));
        Add("End", p => Iso(p.To));
        Add("Current", p => p.Current ? null : "No");
    }

    private static List<Labelled> Events(ContactRecord contact)
    {
        List<Labelled> events = [];
        if (contact.Anniversary is { } anniversary) events.Add(new(anniversary, "Anniversary"));
        if (contact.ConnectedOn is { } day) events.Add(new(Iso(day)!, ContactEvents.ConnectedLabel));
        return events;
    }

    private static List<Labelled> Customs(ContactRecord contact) =>
        contact.LinkedIn is null ? [] : [new(ProfileAddress + Uri.EscapeDataString(contact.LinkedIn), "LinkedIn")];

    private static ContactPosition? Main(ContactRecord contact) => contact.Positions.Count > 0 ? contact.Positions[0] : null;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Cell(Column column, ContactRecord contact)
    {
        var text = column.Value(contact) ?? "";
        return column.IsNumber ? SpreadsheetCell.GuardNumber(text) : SpreadsheetCell.Guard(text);
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(NeedQuotes) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

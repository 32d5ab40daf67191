using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.Contacts;
using Kith.Formats.Monica;
using Kith.Formats.VCards;

namespace Kith.Importing;

/// <summary>Address books of all programs as one sequence of records.</summary>
internal static class ContactFiles
{
    /// <summary>The file as something to import.</summary>
    internal static Incoming Open(Stream file, string name, string kind, ImportOptions options) =>
        kind == FileKinds.Calendar ? ImportMeetings.Open(file, name, options)
        : kind == FileKinds.Monica ? ImportMonica.Open(file, name)
        : options.Table is { Openings: { } openings } ? ImportOpenings.Open(file, name, openings)
        : new(() => file.Position, file.Length, session => ImportContacts.Run(session, SourceOf(kind), name, issues => Read(file, name, kind, issues, options.Table)));

    /// <summary>The people in the file.</summary>
    internal static IEnumerable<ContactRecord> Read(Stream file, string name, string kind, IssueLog issues, TableColumns? columns = null) => kind switch
    {
        FileKinds.VCard => VCardContacts.Read(file, name, issues),
        FileKinds.Monica => MonicaExport.Open(file, name, issues).Contacts.Select(c => c.ToContact()),
        _ => columns?.People is { } people ? MappedCsv.Read(file, name, people, issues) : Table(file, name, issues),
    };

    /// <summary>True for a table that no program we know wrote.</summary>
    internal static bool IsUnknownTable(Stream file, string name, string kind)
    {
        if (kind != FileKinds.Csv)
            return false;
        var dialect = ContactCsvReader.Read(file, name, new IssueLog(0)).Dialect;
        file.Position = 0;
        return dialect == ContactCsvDialect.Unknown;
    }

    private static IEnumerable<ContactRecord> Table(Stream file, string name, IssueLog issues)
    {
        var table = ContactCsvReader.Read(file, name, issues);
        return table.Dialect != ContactCsvDialect.Unknown ? table.Contacts : throw new FormatRefusedException(
            "csv.header", $"'{name}' has none of the columns an address book has (a name, an e-mail address or a number). Its first line must name the columns.");
    }

    // Where a person came from, as the person's page tells it: one kind for all tables whose rows have no key of their own.
    private static string SourceOf(string kind) => kind is FileKinds.VCard or FileKinds.Google or FileKinds.Outlook or FileKinds.Monica ? kind : FileKinds.Csv;
}

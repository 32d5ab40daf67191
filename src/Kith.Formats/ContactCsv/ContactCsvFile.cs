using Kith.Formats.Contacts;
using Kith.Formats.Csv;

namespace Kith.Formats.ContactCsv;

/// <summary>A table of people whose layout was recognised.</summary>
/// <param name="Dialect">The program that writes this layout.</param>
/// <param name="Header">The columns, in English where the file has them in another language.</param>
/// <param name="Contacts">The people, lazily and once; none when the layout is not known.</param>
public sealed record ContactCsvFile(ContactCsvDialect Dialect, CsvHeader Header, IEnumerable<ContactRecord> Contacts);

using Kith.Data;
using Kith.Domain;
using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.Csv;
using Microsoft.EntityFrameworkCore;

namespace Kith.Importing;

/// <summary>Tables that no program we know wrote: their columns are guessed, shown, put right by the user, and remembered with the import.</summary>
internal static class Tables
{
    /// <summary>Rows the user sees while telling what the columns are.</summary>
    private const int Sample = 20;

    private const int MostColumns = 200;
    private const int LongestCell = 80;
    private const double Sure = 0.5;

    internal static bool IsTable(Stream file, string name) => Look(file, name).Header.Width > 1;

    internal static CsvPreview Look(Stream file, string name)
    {
        file.Position = 0;
        var seen = MappedCsv.Preview(file, name, new IssueLog(0), rows: Sample);
        file.Position = 0;
        return seen;
    }

    /// <summary>What the columns were said to be the last time such a table came in.</summary>
    internal static async Task<TableColumns?> Remembered(KithDb db, CsvPreview seen, CancellationToken ct)
    {
        var layout = LayoutOf(seen.Header);
        var run = await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Done && i.Options != null && i.Options.Contains(layout))
            .OrderByDescending(i => i.ReceivedAt).FirstOrDefaultAsync(ct);
        return run?.Decided().Table is { } table && table.Layout == layout ? table : null;
    }

    /// <summary>What the columns seem to be.</summary>
    /// <param name="seen">The table.</param>
    /// <param name="areOpenings">What its rows are; null to guess that too.</param>
    internal static TableColumns Guess(CsvPreview seen, bool? areOpenings = null) => areOpenings ?? seen.Opportunities is not null
        ? new(LayoutOf(seen.Header)) { Openings = seen.Opportunities ?? OpportunityMapping.Take(seen.Header) }
        : new(LayoutOf(seen.Header)) { People = ContactMapping.From(seen.Columns, Sure) };

    /// <summary>The table as the user is asked about it.</summary>
    internal static async Task<TableFound> Show(KithDb db, Stream file, string name, TableColumns? told, CancellationToken ct)
    {
        var seen = Look(file, name);
        var remembered = told is null ? await Remembered(db, seen, ct) : null;
        return new(
            [.. seen.Header.Names.Take(MostColumns)],
            [.. seen.Sample.Select(row => (IReadOnlyList<string>)[.. Enumerable.Range(0, Math.Min(seen.Header.Width, MostColumns)).Select(i => ImportMessages.Short(row[i].Trim(), LongestCell) ?? "")])],
            told switch
            {
                null => remembered ?? Guess(seen),
                // The user said only that the rows are something else.
                { People.Columns.Count: 0 } or { Openings.Columns.Count: 0 } => Guess(seen, told.Openings is not null),
                _ => told,
            },
            remembered is not null);
    }

    /// <summary>The columns to read a table by where nobody was asked: as told, as remembered, else as guessed, or a refusal that says what to do.</summary>
    internal static async Task<TableColumns> Choose(KithDb db, Stream file, string name, TableColumns? told, CancellationToken ct)
    {
        if (told is { IsEnough: true })
            return told;
        var seen = Look(file, name);
        if (seen.Header.Width < 2)
            throw new FormatRefusedException("csv.header", $"'{name}' has no line with the names of columns.");
        var columns = told is null ? await Remembered(db, seen, ct) ?? Guess(seen) : told;
        return columns.IsEnough ? columns : throw new FormatRefusedException(
            "csv.columns", $"Nothing tells which column of '{name}' names the person (a name, an e-mail address or a LinkedIn profile). Say it on the import's page, or with --column \"Name of the column=full-name\".");
    }

    internal static string LayoutOf(CsvHeader header) => Keys.Of("csv:", [.. header.Names.Take(MostColumns)]);
}

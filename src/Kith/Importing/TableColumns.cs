using Kith.Formats.ContactCsv;

namespace Kith.Importing;

/// <summary>What the columns of a table are, as the user or a guess has it.</summary>
/// <param name="Layout">Tells tables with the same columns, so that the next one finds this again.</param>
public sealed record TableColumns(string Layout)
{
    /// <summary>The columns of a table of people.</summary>
    public ContactMapping? People { get; init; }

    /// <summary>The columns of a list of openings; the table is one where this is set.</summary>
    public OpportunityMapping? Openings { get; init; }

    /// <summary>True where some column tells who, or what, a row is about.</summary>
    internal bool IsEnough => Openings is not null
        ? Openings.Columns.Any(c => c.Field is OpportunityField.Title or OpportunityField.Company)
        : People?.Columns.Any(c => c.Field is ContactField.FullName or ContactField.GivenName or ContactField.FamilyName or ContactField.SortName or ContactField.Email or ContactField.LinkedIn) == true;

    /// <summary>The columns as words tell them, one word a column.</summary>
    internal static TableColumns Of(string layout, bool areOpenings, IEnumerable<(string Column, string Word)> columns) => new(layout)
    {
        People = areOpenings ? null : new([.. columns.Select(c => ColumnWords.Person(c.Column, c.Word)).OfType<MappedColumn>()]),
        Openings = areOpenings ? new([.. columns.Select(c => ColumnWords.Opening(c.Column, c.Word)).OfType<OpportunityColumn>()]) : null,
    };

    /// <summary>The word for what a column is.</summary>
    internal string WordOf(string column) => (Openings is not null
        ? Openings.Columns.Where(c => c.Column == column).Select(c => ColumnWords.WordOf(c.Field))
        : (People?.Columns ?? []).Where(c => c.Column == column).Select(c => ColumnWords.WordOf(c.Field, c.Label))).FirstOrDefault(ColumnWords.Ignored);
}

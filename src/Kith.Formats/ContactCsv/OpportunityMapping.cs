using Kith.Formats.Csv;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.ContactCsv;

/// <summary>What one column of a list of openings says.</summary>
public enum OpportunityField { Ignore, Company, Title, Status, Url, Location, Salary, SavedOn, AppliedOn, Deadline, Notes }

/// <summary>One column of a list of openings and what it says.</summary>
public sealed record OpportunityColumn(string Column, OpportunityField Field);

/// <summary>What each column of a list of openings is; can be kept as JSON.</summary>
public sealed record OpportunityMapping(IReadOnlyList<OpportunityColumn> Columns, DateOrder? Dates = null)
{
    private static readonly (OpportunityField Field, string Words)[] Table =
    [
        (OpportunityField.Company, "company|company name|employer|organisation|organization|firma|unternehmen|arbeitgeber|entreprise|empresa|azienda|bedrijf"),
        (OpportunityField.Title, "job title|title|position|role|job|job name|stelle|poste|puesto|cargo|posizione|functie"),
        (OpportunityField.Status, "status|list|list name|stage|state|board|column|application status|statut|estado|stato|etapa"),
        (OpportunityField.Url, "url|job url|link|job link|posting|job posting|apply url|website|stellenanzeige|lien|enlace"),
        (OpportunityField.Location, "location|city|place|ort|standort|lieu|ubicacion|sede|plaats"),
        (OpportunityField.Salary, "salary|pay|compensation|salary range|min salary|max salary|gehalt|salaire|salario|stipendio|salaris"),
        (OpportunityField.SavedOn, "date saved|saved on|saved|saved at|saved date|date added|added on|added|created|created at|date created"),
        (OpportunityField.AppliedOn, "date applied|applied on|applied|applied at|applied date|application date|beworben am|date de candidature"),
        (OpportunityField.Deadline, "deadline|due date|closing date|apply by|bewerbungsfrist|date limite"),
        (OpportunityField.Notes, "notes|note|comments|description|job description|html description|notizen|bemerkungen|remarques|notas")
    ];

    /// <summary>The mapping by the names of the columns alone, for a table that is known to be a list of openings.</summary>
    public static OpportunityMapping Take(CsvHeader header)
    {
        List<OpportunityColumn> columns = [];
        foreach (var name in header.Names)
        {
            var plain = HeaderWords.Plain(name);
            var field = Table.FirstOrDefault(line => line.Words.Split('|').Contains(plain)).Field;
            if (field != OpportunityField.Ignore && columns.All(column => column.Field != field)) columns.Add(new(name, field));
        }
        return new(columns);
    }

    /// <summary>The mapping of a list of openings; null when the table seems to list people.</summary>
    public static OpportunityMapping? Guess(CsvHeader header, IReadOnlyList<CsvRow> sample)
    {
        var taken = Take(header);
        bool Has(OpportunityField field) => taken.Columns.Any(column => column.Field == field);
        var ofJobs = new[] { OpportunityField.Status, OpportunityField.Url, OpportunityField.Salary, OpportunityField.SavedOn, OpportunityField.AppliedOn, OpportunityField.Deadline };
        var people = ColumnGuess.Of(header, sample).Count(guess => guess.Confidence >= 0.5 && guess.Field is ContactField.GivenName
            or ContactField.FamilyName or ContactField.FullName or ContactField.Email or ContactField.Phone or ContactField.Birthday or ContactField.LinkedIn);
        return Has(OpportunityField.Company) && Has(OpportunityField.Title) && ofJobs.Count(Has) > people ? taken : null;
    }
}

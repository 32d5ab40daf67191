using System.Text.RegularExpressions;
using Kith.Domain;
using Kith.Formats.ContactCsv;

namespace Kith.Importing;

/// <summary>What the columns of a table can be, in words: for the lists on the import's page, and for the command line.</summary>
internal static partial class ColumnWords
{
    /// <summary>A column that is not read.</summary>
    internal const string Ignored = "ignore";

    private static readonly (ContactField Field, string? Label, string Text)[] OfPeople =
    [
        (ContactField.FullName, null, "Whole name"), (ContactField.GivenName, null, "First name"), (ContactField.MiddleName, null, "Middle name"), (ContactField.FamilyName, null, "Last name"),
        (ContactField.Prefix, null, "Title before the name"), (ContactField.Suffix, null, "After the name"), (ContactField.Nickname, null, "Nickname"),
        (ContactField.Email, null, "E-mail"), (ContactField.Email, "work", "E-mail at work"), (ContactField.Email, "home", "E-mail at home"),
        (ContactField.Phone, null, "Telephone"), (ContactField.Phone, "mobile", "Mobile"), (ContactField.Phone, "work", "Telephone at work"), (ContactField.Phone, "home", "Telephone at home"),
        (ContactField.LinkedIn, null, "LinkedIn profile"), (ContactField.Url, null, "Web address"), (ContactField.Account, null, "Account elsewhere"),
        (ContactField.Organisation, null, "Organisation"), (ContactField.Title, null, "Job title"), (ContactField.Department, null, "Department"),
        (ContactField.FormattedAddress, null, "Whole address"), (ContactField.Street, null, "Street"), (ContactField.City, null, "City"), (ContactField.Region, null, "State or region"),
        (ContactField.PostalCode, null, "Postal code"), (ContactField.Country, null, "Country"),
        (ContactField.Birthday, null, "Birthday"), (ContactField.Anniversary, null, "Anniversary"), (ContactField.ConnectedOn, null, "Connected on"),
        (ContactField.Relation, null, "Related to"), (ContactField.Tags, null, "Tags"), (ContactField.Notes, null, "Notes"), (ContactField.Uid, null, "Key of the other program"),
    ];

    private static readonly (OpportunityField Field, string Text)[] OfOpenings =
    [
        (OpportunityField.Title, "Job title"), (OpportunityField.Company, "Organisation"), (OpportunityField.Status, "Status or list"), (OpportunityField.Url, "Link"),
        (OpportunityField.Location, "Place"), (OpportunityField.Salary, "Salary"), (OpportunityField.SavedOn, "Saved on"), (OpportunityField.AppliedOn, "Applied on"),
        (OpportunityField.Deadline, "Deadline"), (OpportunityField.Notes, "Notes"),
    ];

    /// <summary>All that a column can be: its word and what people read.</summary>
    internal static IEnumerable<(string Word, string Text)> All(bool ofOpenings) => ofOpenings
        ? OfOpenings.Select(o => (WordOf(o.Field), o.Text))
        : OfPeople.Select(p => (WordOf(p.Field, p.Label), p.Text));

    internal static string WordOf(OpportunityField field) => Kebab(field.ToString());

    internal static string WordOf(ContactField field, string? label) => label is null ? Kebab(field.ToString()) : $"{Kebab(field.ToString())}:{label}";

    /// <summary>The column as a table of people has it; null for one that is not read.</summary>
    internal static MappedColumn? Person(string column, string word) => Parse<ContactField>(column, word) is { } field and not ContactField.Ignore
        ? new(column, field, word.Split(':') is [_, { Length: > 0 } label] ? label : null)
        : null;

    /// <summary>The column as a list of openings has it; null for one that is not read.</summary>
    internal static OpportunityColumn? Opening(string column, string word) =>
        Parse<OpportunityField>(column, word) is { } field and not OpportunityField.Ignore ? new(column, field) : null;

    private static T? Parse<T>(string column, string word)
        where T : struct, Enum
    {
        var name = word.Split(':')[0].Replace("-", "", StringComparison.Ordinal);
        return Enum.TryParse<T>(name, ignoreCase: true, out var field) && Enum.IsDefined(field) && !int.TryParse(name, out _) ? field : throw new RefusedException(
            "csv.field", $"\"{word}\" is nothing that the column \"{column}\" could be. There are: {string.Join(", ", All(typeof(T) == typeof(OpportunityField)).Select(w => w.Word))}, {Ignored}.");
    }

    private static string Kebab(string name) => Inside().Replace(name, "-$0").ToLowerInvariant().Replace("linked-in", "linkedin", StringComparison.Ordinal);

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex Inside();
}

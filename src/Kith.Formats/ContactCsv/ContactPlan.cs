namespace Kith.Formats.ContactCsv;

/// <summary>Which columns of a table make up what: built once for a header, used for each row.</summary>
internal sealed class ContactPlan
{
    private readonly string tagSeparators;
    private readonly IReadOnlyList<ColumnRole?> roles;
    private readonly Dictionary<ContactField, int[]> columns;
    private readonly Dictionary<(ContactField Field, string? Group), int[]> grouped;

    public ContactPlan(IReadOnlyList<string> names, IReadOnlyList<ColumnRole?> roles, string tagSeparators = ";")
    {
        this.tagSeparators = tagSeparators;
        this.roles = roles;
        Names = names;
        int[] known = [.. Enumerable.Range(0, roles.Count).Where(i => roles[i] is not null)];
        columns = known.GroupBy(i => roles[i]!.Field).ToDictionary(group => group.Key, group => group.ToArray());
        grouped = known.GroupBy(i => (roles[i]!.Field, roles[i]!.Group)).ToDictionary(group => group.Key, group => group.ToArray());
        Addresses = [.. Groups(ContactField.Street, ContactField.FormattedAddress, ContactField.City, ContactField.Region,
            ContactField.PostalCode, ContactField.Country, ContactField.PoBox)];
        Positions = [.. Groups(ContactField.Organisation, ContactField.Title, ContactField.Department)];
    }

    /// <summary>The columns as written.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The groups of columns that each hold one address; null is the group of columns without one.</summary>
    public IReadOnlyList<string?> Addresses { get; }

    /// <summary>The groups of columns that each hold one position.</summary>
    public IReadOnlyList<string?> Positions { get; }

    /// <summary>All columns of a field, from left to right.</summary>
    public int[] All(ContactField field) => columns.GetValueOrDefault(field, []);

    /// <summary>All columns of a field in one group.</summary>
    public int[] All(ContactField field, string? group) => grouped.GetValueOrDefault((field, group), []);

    /// <summary>The first column of a field, or -1.</summary>
    public int First(ContactField field) => All(field) is [var first, ..] ? first : -1;

    /// <summary>The first column of a field in one group, or -1.</summary>
    public int First(ContactField field, string? group) => All(field, group) is [var first, ..] ? first : -1;

    public ColumnRole RoleOf(int column) => roles[column]!;

    /// <summary>The columns whose values are dates.</summary>
    public IEnumerable<int> Dates =>
        new[] { ContactField.Birthday, ContactField.Anniversary, ContactField.Event, ContactField.ConnectedOn }.SelectMany(All);

    /// <summary>The tags in one cell.</summary>
    public string[] SplitTags(string cell) =>
        tagSeparators.Length == 0 ? [cell] : cell.Split(tagSeparators.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<string?> Groups(params ContactField[] fields) =>
        fields.SelectMany(All).Order().Select(i => roles[i]!.Group).Distinct();
}

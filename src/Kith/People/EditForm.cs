using System.Globalization;

namespace Kith.People;

/// <summary>What the edit page shows and sends: every list ends with an empty row for one more.</summary>
public sealed class EditForm
{
    public string? FullName { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? AdditionalName { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public string? Nickname { get; set; }

    public string? Birthday { get; set; }

    public string? Notes { get; set; }

    public string? LinkedIn { get; set; }

    public int Cadence { get; set; }

    public string? Tags { get; set; }

    public List<PartRow> Emails { get; set; } = [];

    public List<PartRow> Phones { get; set; } = [];

    public List<PartRow> Urls { get; set; } = [];

    public List<PositionRow> Positions { get; set; } = [];

    /// <summary>An address or number.</summary>
    public sealed class PartRow
    {
        public string? Row { get; set; }

        public string? Value { get; set; }

        public string? Label { get; set; }
    }

    /// <summary>A position.</summary>
    public sealed class PositionRow
    {
        public string? Row { get; set; }

        public string? Organisation { get; set; }

        public string? Title { get; set; }

        public string? Department { get; set; }

        public string? From { get; set; }

        public string? To { get; set; }

        public bool Current { get; set; }
    }

    // Reading a form leaves null where a list or a row was not sent at all.
    internal void Tidy() => (Emails, Phones, Urls, Positions) = (Sent(Emails), Sent(Phones), Sent(Urls), Sent(Positions));

    internal static EditForm Of(ShowPerson.Shown p) => new()
    {
        FullName = p.Name.Full,
        GivenName = p.Name.Given,
        FamilyName = p.Name.Family,
        AdditionalName = p.Name.Additional,
        Prefix = p.Name.Prefix,
        Suffix = p.Name.Suffix,
        Nickname = p.Name.Nickname,
        Birthday = p.Birthday,
        Notes = p.Notes,
        LinkedIn = p.LinkedIn,
        Cadence = p.CadenceDays ?? 0,
        Tags = string.Join(", ", p.Tags ?? []),
        Emails = [.. (p.Emails ?? []).Select(e => new PartRow { Row = $"{e.Row}", Value = e.Value, Label = e.Label }), new()],
        Phones = [.. (p.Phones ?? []).Select(e => new PartRow { Row = $"{e.Row}", Value = e.Value, Label = e.Label }), new()],
        Urls = [.. (p.Urls ?? []).Select(e => new PartRow { Row = $"{e.Row}", Value = e.Value, Label = e.Label }), new()],
        Positions = [.. (p.Positions ?? []).Select(PositionOf), new() { Current = true }],
    };

    internal EditPerson.Command Command(Guid person) => new(
        person, FullName, GivenName, FamilyName, AdditionalName, Prefix, Suffix, Nickname, Birthday, Notes, LinkedIn, Cadence,
        Parts(Emails), Parts(Phones), Parts(Urls),
        [.. Positions.Select(p => new EditPerson.PositionPart(Id(p.Row), p.Organisation, p.Title, p.Department, p.From, p.To, p.Current))],
        TagPeople.CleanAll(Tags));

    private static PositionRow PositionOf(PositionRecord p) => new()
    {
        Row = $"{p.Row}",
        Organisation = p.Organisation,
        Title = p.Title,
        Department = p.Department,
        From = Date(p.From),
        To = Date(p.To),
        Current = p.Current,
    };

    // An empty field is no id, and not a mistake either.
    private static Guid? Id(string? row) => Guid.TryParse(row, out var id) ? id : null;

    private static List<T> Sent<T>(IEnumerable<T?>? rows)
        where T : class => [.. (rows ?? []).OfType<T>()];

    private static string? Date(DateOnly? day) => day?.ToString(day is { Day: 1, Month: 1 } ? "yyyy" : day is { Day: 1 } ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static EditPerson.Part[] Parts(List<PartRow> rows) => [.. rows.Select(r => new EditPerson.Part(Id(r.Row), r.Value, r.Label))];
}

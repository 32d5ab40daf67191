namespace Kith.Formats.LinkedIn;

/// <summary>A position of the owner.</summary>
public sealed record Position(
    int Line, string Company, string? Title, string? Description, string? Location, PartialDate? From, PartialDate? To)
{
    internal static Position Of(ExportRow row) => new(
        row.Line, row.Text("Company Name"), row.Optional("Title"), row.Optional("Description"), row.Optional("Location"),
        row.Partial("Started On"), row.Partial("Finished On"));
}

/// <summary>A school the owner attended.</summary>
public sealed record Education(
    int Line, string School, string? Degree, string? Notes, string? Activities, PartialDate? From, PartialDate? To)
{
    internal static Education Of(ExportRow row) => new(
        row.Line, row.Text("School Name"), row.Optional("Degree Name"), row.Optional("Notes"), row.Optional("Activities"),
        row.Partial("Start Date"), row.Partial("End Date"));
}

/// <summary>A project the owner lists.</summary>
public sealed record Project(
    int Line, string Title, string? Description, string? Url, PartialDate? From, PartialDate? To)
{
    internal static Project Of(ExportRow row) => new(
        row.Line, row.Text("Title"), row.Optional("Description"), row.Optional("Url"),
        row.Partial("Started On"), row.Partial("Finished On"));
}

/// <summary>A skill the owner claims.</summary>
public sealed record Skill(int Line, string Name)
{
    internal static Skill Of(ExportRow row) => new(row.Line, row.Text("Name"));
}

/// <summary>A language the owner speaks.</summary>
public sealed record Language(int Line, string Name, string? Proficiency)
{
    internal static Language Of(ExportRow row) => new(row.Line, row.Text("Name"), row.Optional("Proficiency"));
}

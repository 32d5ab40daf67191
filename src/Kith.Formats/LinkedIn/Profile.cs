namespace Kith.Formats.LinkedIn;

/// <summary>What the owner's profile says about the owner.</summary>
public sealed record Profile(
    int Line,
    PersonName Name,
    string? MaidenName,
    string? Headline,
    string? Summary,
    string? Industry,
    string? Address,
    string? ZipCode,
    string? Location,
    string? BirthDate,
    string? TwitterHandles,
    string? Websites,
    string? InstantMessengers)
{
    internal static Profile Of(ExportRow row) => new(
        row.Line, PersonName.Of(row.Text("First Name"), row.Text("Last Name")), row.Optional("Maiden Name"),
        row.Optional("Headline"), row.Optional("Summary"), row.Optional("Industry"), row.Optional("Address"),
        row.Optional("Zip Code"), row.Optional("Geo Location", "Location"), row.Optional("Birth Date"),
        row.Optional("Twitter Handles"), row.Optional("Websites"), row.Optional("Instant Messengers"));
}

/// <summary>The summary of the owner's profile where it stands in a file of its own.</summary>
public sealed record ProfileSummary(int Line, string Text)
{
    internal static ProfileSummary Of(ExportRow row) => new(row.Line, row.Text("Profile Summary"));
}

/// <summary>An e-mail address of the owner.</summary>
public sealed record EmailAddress(int Line, string Address, bool IsConfirmed, bool IsPrimary)
{
    internal static EmailAddress Of(ExportRow row) =>
        new(row.Line, row.Text("Email Address"), row.IsYes("Confirmed"), row.IsYes("Primary"));
}

/// <summary>A phone number of the owner.</summary>
public sealed record PhoneNumber(int Line, string Number, string? Extension, string? Type)
{
    internal static PhoneNumber Of(ExportRow row) =>
        new(row.Line, row.Text("Number"), row.Optional("Extension"), row.Optional("Type"));
}

namespace Kith.Formats.ContactCsv;

/// <summary>What one column of a table of people says.</summary>
public enum ContactField
{
    Ignore,
    FullName, GivenName, MiddleName, FamilyName, Prefix, Suffix, Nickname,

    /// <summary>The name as it is sorted (<c>Doe, Jane</c>); the name only where nothing else is one.</summary>
    SortName,

    /// <summary>The five parts of a vCard's N: family; given; middle; prefix; suffix.</summary>
    StructuredName,

    Email, EmailLabel,

    /// <summary>Outlook's <c>E-mail Type</c>: <c>SMTP</c>, or <c>EX</c> where the address is one of Exchange (X.500).</summary>
    EmailKind,

    EmailDisplay,
    Phone, PhoneLabel, Url, UrlLabel, LinkedIn, Account, AccountLabel,
    Organisation, Title, Department, PositionStart, PositionEnd, PositionCurrent,
    Street, PoBox, ExtendedAddress, City, Region, PostalCode, Country, FormattedAddress, AddressLabel,
    Birthday, YearOfBirth, MonthOfBirth, DayOfBirth, Anniversary, Event, EventLabel, ConnectedOn,
    Relation, RelationLabel, Custom, CustomLabel,
    Notes, Tags, Photo, Uid
}

/// <summary>A column's field, its fixed label, and the group of columns it belongs to (the second e-mail, the address at work).</summary>
internal sealed record ColumnRole(ContactField Field, string? Group = null, string? Label = null);

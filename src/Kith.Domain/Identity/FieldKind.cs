namespace Kith.Domain.Identity;

/// <summary>What a value of a record is, which decides how two of them are compared.</summary>
public enum FieldKind
{
    GivenName,
    FamilyName,
    FullName,
    Email,
    Phone,
    LinkedIn,
    Organisation,
    Title,
    Date,
    Street,
    HouseNumber,
    City,
    Region,
    PostalCode,
    Country,
    Id,
    Text
}

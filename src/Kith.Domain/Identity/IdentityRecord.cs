namespace Kith.Domain.Identity;

/// <summary>One value of a record.</summary>
/// <param name="Field">Tells two fields of one kind apart (work and home street); values of one field are alternatives of each other.</param>
public readonly record struct IdentityValue(FieldKind Kind, string Text, string? Field = null);

/// <summary>What is known of one person from one source, as typed values.</summary>
/// <param name="Key">Tells the record from all others; the outcome does not depend on the order of the records, only on their keys.</param>
/// <param name="Source">The import it came with: two people of one source with different LinkedIn profiles are two people.</param>
public sealed record IdentityRecord(string Key, IReadOnlyList<IdentityValue> Values, string? Source = null);

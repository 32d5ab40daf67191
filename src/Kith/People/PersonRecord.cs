using System.Text.Json.Serialization;

namespace Kith.People;

/// <summary>A person as the command line, the API and exports tell it; what is missing is absent.</summary>
public record PersonRecord(
    Guid Id,
    PersonName Name,
    IReadOnlyList<LabelledValue>? Emails = null,
    IReadOnlyList<PhoneRecord>? Phones = null,
    IReadOnlyList<LabelledValue>? Urls = null,
    IReadOnlyList<AddressRecord>? Addresses = null,
    IReadOnlyList<PositionRecord>? Positions = null,
    string? Birthday = null,
    string? Notes = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<SourceRecord>? Sources = null,
    [property: JsonPropertyName("linkedin")] string? LinkedIn = null);

/// <summary>A name in whole and in parts.</summary>
public sealed record PersonName(
    string Full,
    string? Given = null,
    string? Family = null,
    string? Additional = null,
    string? Prefix = null,
    string? Suffix = null,
    string? Nickname = null);

/// <summary>An address of mail or web with what it is for.</summary>
public sealed record LabelledValue(string Value, string? Label = null)
{
    /// <summary>The row behind it.</summary>
    [JsonIgnore]
    public Guid Row { get; init; }
}

/// <summary>A telephone number, as written and in E.164 where it could be told.</summary>
public sealed record PhoneRecord(string Value, string? E164 = null, string? Label = null)
{
    /// <summary>The row behind it.</summary>
    [JsonIgnore]
    public Guid Row { get; init; }
}

/// <summary>A postal address.</summary>
public sealed record AddressRecord(string? Street, string? City, string? Region, string? PostalCode, string? Country, string? Label)
{
    /// <summary>The row behind it.</summary>
    [JsonIgnore]
    public Guid Row { get; init; }
}

/// <summary>A position: where, as what, from when to when.</summary>
public sealed record PositionRecord(string? Organisation, string? Title, string? Department, DateOnly? From, DateOnly? To, bool Current)
{
    /// <summary>The row behind it.</summary>
    [JsonIgnore]
    public Guid Row { get; init; }

    /// <summary>The organisation's row, for links.</summary>
    [JsonIgnore]
    public Guid? OrganisationId { get; init; }

    /// <summary>True where they studied instead of worked.</summary>
    [JsonIgnore]
    public bool IsEducation { get; init; }
}

/// <summary>Where a person came from and under which key.</summary>
public sealed record SourceRecord(string Kind, string Key);

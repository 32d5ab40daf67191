namespace Kith.Domain;

/// <summary>Something a person has several of: an address, a number, a tag.</summary>
public abstract class PersonPart : Entity, IAboutPerson
{
    public required Guid PersonId { get; set; }

    /// <inheritdoc/>
    public Guid? AboutPerson => PersonId;
}

/// <summary>An e-mail address of a person.</summary>
public sealed class PersonEmail : PersonPart
{
    public required string Value { get; set; }

    public string? Label { get; set; }
}

/// <summary>A telephone number of a person.</summary>
public sealed class PersonPhone : PersonPart
{
    public required string Value { get; set; }

    /// <summary>The number in E.164 form where it could be told.</summary>
    public string? E164 { get; set; }

    public string? Label { get; set; }
}

/// <summary>A web address of a person.</summary>
public sealed class PersonUrl : PersonPart
{
    public required string Value { get; set; }

    public string? Label { get; set; }
}

/// <summary>A postal address of a person.</summary>
public sealed class PersonAddress : PersonPart
{
    public string? Street { get; set; }

    public string? City { get; set; }

    public string? Region { get; set; }

    public string? PostalCode { get; set; }

    public string? Country { get; set; }

    public string? Label { get; set; }
}

/// <summary>A word the user files a person under.</summary>
public sealed class PersonTag : PersonPart
{
    public required string Value { get; set; }
}

/// <summary>Where a person came from: the natural key that a later import finds the person by.</summary>
public sealed class PersonSource : PersonPart
{
    /// <summary>The kind of source: <c>linkedin</c>, <c>manual</c>, <c>sample</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The key within that kind, unique in the workspace.</summary>
    public required string Key { get; set; }
}

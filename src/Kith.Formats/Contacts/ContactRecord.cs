namespace Kith.Formats.Contacts;

/// <summary>One person as one file tells of them, whatever program wrote it; what the file does not say is null or empty.</summary>
public sealed record ContactRecord
{
    public ContactName Name { get; init; } = new();

    public IReadOnlyList<Labelled> Emails { get; init; } = [];

    /// <summary>Telephone numbers as written.</summary>
    public IReadOnlyList<Labelled> Phones { get; init; } = [];

    public IReadOnlyList<Labelled> Urls { get; init; } = [];

    public IReadOnlyList<ContactAddress> Addresses { get; init; } = [];

    public IReadOnlyList<ContactPosition> Positions { get; init; } = [];

    /// <summary>ISO date, or <c>--MM-DD</c> where the year is not known.</summary>
    public string? Birthday { get; init; }

    /// <summary>ISO date, or <c>--MM-DD</c> where the year is not known.</summary>
    public string? Anniversary { get; init; }

    public string? Notes { get; init; }

    /// <summary>Groups, labels or categories the person was filed under.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>People around this one with what they are: spouse, manager, assistant, "referred by".</summary>
    public IReadOnlyList<Labelled> Relations { get; init; } = [];

    /// <summary>Instant messengers and social profiles other than LinkedIn.</summary>
    public IReadOnlyList<Labelled> Accounts { get; init; } = [];

    /// <summary>The part of the LinkedIn profile address after <c>/in/</c>, lower case.</summary>
    public string? LinkedIn { get; init; }

    public DateOnly? ConnectedOn { get; init; }

    /// <summary>The identifier the program itself gave (vCard UID, Google's id); stable over its exports.</summary>
    public string? Uid { get; init; }

    public ContactPhoto? Photo { get; init; }

    /// <summary>The 1-based line the record starts on.</summary>
    public int Line { get; init; }
}

/// <summary>A name in whole and in parts.</summary>
public sealed record ContactName
{
    /// <summary>The whole name as it is shown; made of the parts where the file has only those. Empty when there is no name at all.</summary>
    public string Full { get; init; } = "";

    public string? Given { get; init; }

    public string? Family { get; init; }

    /// <summary>Middle names.</summary>
    public string? Additional { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public string? Nickname { get; init; }
}

/// <summary>A value with what it is for: <c>work</c>, <c>home</c>, <c>mobile</c>, or the program's own words.</summary>
public sealed record Labelled(string Value, string? Label = null);

/// <summary>A postal address; the street may have several lines.</summary>
public sealed record ContactAddress(string? Street, string? City, string? Region, string? PostalCode, string? Country, string? Label = null);

/// <summary>Where somebody works and as what.</summary>
public sealed record ContactPosition(string? Organisation, string? Title, string? Department = null, DateOnly? From = null, DateOnly? To = null, bool Current = true);

/// <summary>A picture as it stands in the file.</summary>
/// <param name="MediaType">For example <c>image/jpeg</c>; null when the file does not tell.</param>
/// <param name="Bytes">The picture; empty when the file gives only an address.</param>
/// <param name="Url">Where the picture lies, which is never fetched.</param>
public sealed record ContactPhoto(string? MediaType, ReadOnlyMemory<byte> Bytes, string? Url = null);

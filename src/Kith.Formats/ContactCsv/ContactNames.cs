using Kith.Formats.Contacts;

namespace Kith.Formats.ContactCsv;

/// <summary>Makes a name from the columns that hold it or its parts.</summary>
internal static class ContactNames
{
    public static ContactName Of(ContactRow row)
    {
        var name = new ContactName
        {
            Given = row.First(ContactField.GivenName),
            Family = row.First(ContactField.FamilyName),
            Additional = row.First(ContactField.MiddleName),
            Prefix = row.First(ContactField.Prefix),
            Suffix = row.First(ContactField.Suffix),
            Nickname = row.First(ContactField.Nickname)
        };
        if (row.First(ContactField.StructuredName) is { } structured && name.Given is null && name.Family is null) name = Structured(name, structured);
        return name with { Full = row.First(ContactField.FullName) ?? Joined(name) ?? row.First(ContactField.SortName) ?? "" };
    }

    /// <summary>The whole name made of its parts; null when there are none.</summary>
    public static string? Joined(ContactName name)
    {
        // Chinese, Japanese and Korean names begin with the family.
        var (first, last) = IsEastAsian(name.Given) && IsEastAsian(name.Family) ? (name.Family, name.Given) : (name.Given, name.Family);
        if (first is null && last is null && name.Additional is null) return name.Nickname;
        return string.Join(' ', new[] { name.Prefix, first, name.Additional, last, name.Suffix }.OfType<string>());
    }

    private static ContactName Structured(ContactName name, string text)
    {
        string?[] parts = [.. text.Split(';', StringSplitOptions.TrimEntries).Select(part => part.Length == 0 ? null : part)];
        return name with
        {
            Family = parts.ElementAtOrDefault(0),
            Given = parts.ElementAtOrDefault(1),
            Additional = parts.ElementAtOrDefault(2),
            Prefix = name.Prefix ?? parts.ElementAtOrDefault(3),
            Suffix = name.Suffix ?? parts.ElementAtOrDefault(4)
        };
    }

    private static bool IsEastAsian(string? text) => text is { Length: > 0 } && text.All(c => c is >= '぀' and <= '鿿' or >= '가' and <= '힣');
}

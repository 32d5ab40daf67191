using Kith.Formats.Contacts;

namespace Kith.Formats.ContactCsv;

/// <summary>Makes the postal addresses of a row.</summary>
internal static class ContactAddresses
{
    public static List<ContactAddress> Of(ContactRow row)
    {
        List<ContactAddress> primary = [], others = [];
        foreach (var group in row.Plan.Addresses)
        {
            var label = group is null ? null : row.First(ContactField.AddressLabel, group);
            if (Read(row, group, label) is { } address) (ContactLabels.IsPrimary(label) ? primary : others).Add(address);
        }
        return [.. primary, .. others];
    }

    private static ContactAddress? Read(ContactRow row, string? group, string? label)
    {
        var street = Street(row, group);
        var city = row.First(ContactField.City, group);
        var region = row.First(ContactField.Region, group);
        var code = row.First(ContactField.PostalCode, group);
        var country = row.First(ContactField.Country, group);
        // Whole addresses stand in for their parts; where there is no column for a street, they are the street.
        var hasStreets = row.Plan.All(ContactField.Street, group).Length > 0;
        if (row.First(ContactField.FormattedAddress, group) is { } formatted
            && (!hasStreets || (street is null && city is null && region is null && code is null && country is null)))
            street = street is null ? formatted : $"{formatted}\n{street}";
        if (street is null && city is null && region is null && code is null && country is null) return null;
        return new(street, city, region, code, country, ContactLabels.Canonical(label) ?? Fixed(row, group));
    }

    private static string? Street(ContactRow row, string? group)
    {
        List<string> lines = [.. row.Plan.All(ContactField.Street, group).Select(row.At).OfType<string>()];
        if (row.First(ContactField.ExtendedAddress, group) is { } extended && !lines.Contains(extended)) lines.Add(extended);
        if (row.First(ContactField.PoBox, group) is { } box)
        {
            var text = box.All(char.IsAsciiDigit) ? $"PO Box {box}" : box;
            if (!lines.Contains(text)) lines.Add(text);
        }
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string? Fixed(ContactRow row, string? group)
    {
        foreach (var field in (ReadOnlySpan<ContactField>)[ContactField.Street, ContactField.City, ContactField.FormattedAddress])
            foreach (var column in row.Plan.All(field, group))
                if (row.Plan.RoleOf(column).Label is { } label) return label;
        return null;
    }
}

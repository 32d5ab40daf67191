using System.Globalization;
using Kith.Formats.Csv;
using static Kith.Formats.ContactCsv.ContactField;

namespace Kith.Formats.ContactCsv;

/// <summary>The English column names of the programs we know and what each of them says.</summary>
internal static class KnownColumns
{
    private static readonly Dictionary<string, ColumnRole> ByKey = Build();

    private static readonly Dictionary<string, ContactField> NumberedParts = Numbers();

    /// <summary>The role of a column, or null when no program we know has it.</summary>
    public static ColumnRole? RoleOf(string name) => Numbered(name) ?? ByKey.GetValueOrDefault(CsvHeader.KeyOf(name)) ?? VCard(name);

    // Google: "E-mail 2 - Value"; how many there are depends on the file.
    private static ColumnRole? Numbered(string name)
    {
        var dash = name.IndexOf(" - ", StringComparison.Ordinal);
        var space = dash > 0 ? name.LastIndexOf(' ', dash - 1) : -1;
        if (space < 0 || !int.TryParse(name.AsSpan(space + 1, dash - space - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return NumberedParts.TryGetValue(string.Concat(name.AsSpan(0, space), name.AsSpan(dash)), out var field)
            ? new(field, "#" + number.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    // ownCloud: "EMAIL;TYPE=WORK", "TEL (HOME)".
    private static ColumnRole? VCard(string name)
    {
        var end = name.IndexOfAny([';', '(', ' ', ':']);
        if (end <= 0) return null;
        ContactField? field = name[..end].ToUpperInvariant() switch
        {
            "EMAIL" => Email,
            "TEL" => Phone,
            "URL" => Url,
            "ADR" => FormattedAddress,
            "IMPP" => Account,
            _ => null
        };
        if (field is null) return null;
        var label = name[end..].Trim(' ', ';', '(', ')', ':').Replace("TYPE=", "", StringComparison.OrdinalIgnoreCase);
        return new(field.Value, name, ContactLabels.Canonical(label));
    }

    private static Dictionary<string, ContactField> Numbers()
    {
        Dictionary<string, ContactField> parts = new(StringComparer.OrdinalIgnoreCase);
        void Add(string thing, ContactField value, ContactField label)
        {
            parts[$"{thing} - Value"] = value;
            parts[$"{thing} - Type"] = parts[$"{thing} - Label"] = label;
        }

        Add("E-mail", Email, EmailLabel);
        Add("Phone", Phone, PhoneLabel);
        Add("Website", Url, UrlLabel);
        Add("Event", Event, EventLabel);
        Add("Relation", Relation, RelationLabel);
        Add("Custom Field", Custom, CustomLabel);
        parts["IM - Value"] = Account;
        parts["IM - Service"] = AccountLabel;
        foreach (var (part, field) in new[]
                 {
                     ("Name", Organisation), ("Title", ContactField.Title), ("Department", ContactField.Department),
                     ("Start", PositionStart), ("End", PositionEnd), ("Current", PositionCurrent)
                 }) parts[$"Organization - {part}"] = field;
        foreach (var (part, field) in new[]
                 {
                     ("Type", AddressLabel), ("Label", AddressLabel), ("Formatted", FormattedAddress), ("Street", Street), ("City", City),
                     ("PO Box", PoBox), ("Region", Region), ("Postal Code", PostalCode), ("Country", Country), ("Extended Address", ExtendedAddress)
                 }) parts[$"Address - {part}"] = field;
        return parts;
    }

    private static Dictionary<string, ColumnRole> Build()
    {
        Dictionary<string, ColumnRole> byKey = new(StringComparer.Ordinal);
        void Add(ContactField field, string names, string? label = null, string? group = null)
        {
            foreach (var name in names.Split('|')) byKey[CsvHeader.KeyOf(name)] = new(field, group, label);
        }

        Add(FullName, "Full Name|Display Name|Name|FN|full_name");
        Add(GivenName, "First Name|Given Name|given_name");
        Add(MiddleName, "Middle Name|Additional Name");
        Add(FamilyName, "Last Name|Family Name|Surname|family_name");
        Add(Prefix, "Title|Name Prefix");
        Add(Suffix, "Suffix|Name Suffix");
        Add(ContactField.Nickname, "Nickname");
        Add(SortName, "File As");
        Add(StructuredName, "N");

        foreach (var (number, group) in new[] { ("", "1"), (" 2", "2"), (" 3", "3") })
        {
            Add(Email, $"E-mail{number} Address", group: group);
            Add(EmailKind, $"E-mail{number} Type", group: group);
            Add(EmailDisplay, $"E-mail{number} Display Name", group: group);
        }
        Add(Email, "Email|E-mail|Primary Email|emails|EMAIL");
        Add(Email, "Secondary Email");
        Add(Email, "email_work", "work");
        Add(Email, "email_home", "home");
        Add(Email, "email_other", "other");

        Add(Phone, "Business Phone|Business Phone 2|Work Phone|phone_work", "work");
        Add(Phone, "Home Phone|Home Phone 2|phone_home", "home");
        Add(Phone, "Mobile Phone|Mobile Phone 2|Mobile Number", "mobile");
        Add(Phone, "Other Phone|phone_other", "other");
        Add(Phone, "Business Fax|Fax Number", "work fax");
        Add(Phone, "Home Fax", "home fax");
        Add(Phone, "Other Fax", "other fax");
        Add(Phone, "Pager|Pager Number", "pager");
        Add(Phone, "Primary Phone", "primary");
        Add(Phone, "Company Main Phone", "main");
        Add(Phone, "Car Phone", "car");
        Add(Phone, "Radio Phone", "radio");
        Add(Phone, "Assistant's Phone", "assistant");
        Add(Phone, "Callback", "callback");
        Add(Phone, "ISDN", "isdn");
        Add(Phone, "TTY/TDD Phone", "tty");
        Add(Phone, "Telex", "telex");
        Add(Phone, "Phone|phones|TEL");

        Add(Url, "Web Page|Personal Web Page|Web Page 1|Web Page 2|URL|Website");
        Add(ContactField.LinkedIn, "linkedin_url|LinkedIn");
        Add(Account, "IMAddress|Screen Name", "chat");
        Add(Account, "twitter_handle", "twitter");
        Add(Account, "telegram_username", "telegram");

        Add(Organisation, "Company|Organization|company_name|ORG");
        Add(ContactField.Title, "Job Title|ROLE");
        Add(ContactField.Department, "Department");
        // Google's only position is the first of ours.
        Add(Organisation, "Organization Name", group: "#1");
        Add(ContactField.Title, "Organization Title", group: "#1");
        Add(ContactField.Department, "Organization Department", group: "#1");

        foreach (var (word, label) in new[] { ("Business", "work"), ("Work", "work"), ("Home", "home"), ("Other", "other") })
        {
            Add(Street, $"{word} Street|{word} Street 2|{word} Street 3", label, label);
            Add(FormattedAddress, $"{word} Address", label, label);
            Add(ExtendedAddress, $"{word} Address 2", label, label);
            Add(PoBox, $"{word} Address PO Box", label, label);
            Add(City, $"{word} City", label, label);
            Add(Region, $"{word} State", label, label);
            Add(PostalCode, $"{word} Postal Code|{word} ZipCode|{word} Zip", label, label);
            Add(Country, $"{word} Country/Region|{word} Country", label, label);
        }
        Add(FormattedAddress, "ADR");

        Add(Birthday, "Birthday|BDAY");
        Add(YearOfBirth, "Birth Year");
        Add(MonthOfBirth, "Birth Month");
        Add(Anniversary, "Anniversary");

        Add(Relation, "Spouse", "spouse");
        Add(Relation, "Children", "child");
        Add(Relation, "Manager's Name", "manager");
        Add(Relation, "Assistant's Name", "assistant");
        Add(Relation, "Referred By", "referred by");

        Add(Notes, "Notes|NOTE|background");
        Add(Tags, "Categories|Labels|Group Membership|tags");
        Add(Photo, "Photo");
        Add(Uid, "UID");
        foreach (var name in "User 1|User 2|User 3|User 4|Custom 1|Custom 2|Custom 3|Custom 4|Hobby|Profession|Office Location|Schools".Split('|'))
            Add(Custom, name, name);
        return byKey;
    }
}

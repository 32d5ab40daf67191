using Kith.Formats.Csv;
using static Kith.Formats.ContactCsv.ContactCsvDialect;

namespace Kith.Formats.ContactCsv;

/// <summary>Tells by its columns, never by their places, which program wrote a table of people.</summary>
public static class ContactCsvDialects
{
    private const int LongestName = 200;

    private static readonly string[] CareerOpsColumns = ["name", "company", "type", "title", "phone", "email", "linkedin", "tracker#", "notes"];

    private static readonly string[] OutlookColumns =
    [
        "E-mail Address", "E-mail 2 Address", "E-mail Display Name", "Business Phone", "Home Phone", "Mobile Phone", "Primary Phone", "Job Title",
        "Company", "Business Street", "Business City", "Business Postal Code", "Home Street", "Home City", "Home Postal Code", "Categories", "Web Page",
        "Business Fax", "Business Country/Region", "Business Country", "Manager's Name", "Suffix", "Middle Name", "Birthday"
    ];

    /// <summary>The layout of a header, in whatever language it is written.</summary>
    public static ContactCsvDialect Of(CsvHeader header) =>
        // No program has longer names; the guess is made for many lines of a file that may be hostile.
        header.Names.Any(name => name.Length > LongestName) ? Unknown : OfEnglish(new(LocalHeaders.Translate(header, LocalHeaders.LanguageOf(header))));

    internal static ContactCsvDialect OfEnglish(CsvHeader header)
    {
        bool Has(string name) => header.Has(name);
        var hasName = Has("First Name") || Has("Last Name") || Has("Display Name");

        // LinkedIn's Connections.csv has names and addresses, too; it has its own reader.
        if (Has("Connected On")) return Unknown;
        if (Has("Given Name") && (Has("Group Membership") || Has("E-mail 1 - Value") || Has("Phone 1 - Value") || Has("Yomi Name")))
            return Has("Photo") ? GoogleOldWithPhoto : GoogleOld;
        if (Has("First Name") && (Has("E-mail 1 - Value") || Has("Phone 1 - Value") || (Has("Labels") && (Has("File As") || Has("Organization Name")))))
            return Google;
        if (Has("Primary Email") && hasName) return Thunderbird;
        if (Has("first_name") && (Has("email_work") || Has("phone_work") || Has("has_newsletter"))) return AtomicCrm;
        if (Has("full_name") && Has("given_name") && (Has("emails") || Has("phones"))) return PingCrm;
        if (hasName && OutlookColumns.Count(header.Has) is var known && known >= 2 && (Has("E-mail Address") || known >= 4))
            return Has("Home Address") || Has("Business Address") ? GoogleOutlook
                : Has("IMAddress") || Has("Personal Web Page") || (Has("Nickname") && !Has("Account")) ? OutlookCom
                : Outlook;
        return IsVCard(header) ? OwnCloud : Unknown;
    }

    internal static CsvHeader CareerOpsHeader => new(CareerOpsColumns);

    /// <summary>What each column of a layout says.</summary>
    internal static ContactPlan PlanOf(ContactCsvDialect dialect, IReadOnlyList<string> written, IReadOnlyList<string> english)
    {
        // "Title" is Dr. in an address book and the job elsewhere.
        var titleIsJob = dialect is AtomicCrm or PingCrm or OwnCloud or CareerOps;
        ColumnRole? Role(string name) => CsvHeader.KeyOf(name) switch
        {
            "title" when titleIsJob => new(ContactField.Title),
            // Thunderbird's "Birth Day" is the day of the month.
            "birthday" when english.Contains("Birth Year") => new(ContactField.DayOfBirth),
            _ => KnownColumns.RoleOf(name)
        };
        var separators = dialect switch
        {
            GoogleOld or GoogleOldWithPhoto or Google => "",
            AtomicCrm or OwnCloud => ",",
            _ => ";"
        };
        return new(written, WithoutDuplicates([.. english.Select(Role)]), separators);
    }

    // A name that stands twice is read once, but for those that may repeat.
    private static ColumnRole?[] WithoutDuplicates(ColumnRole?[] roles)
    {
        HashSet<(ContactField, string?)> seen = [];
        for (var i = 0; i < roles.Length; i++)
            if (roles[i] is { Field: ContactField.Organisation or ContactField.Title, Group: null } role && !seen.Add((role.Field, role.Group))) roles[i] = null;
        return roles;
    }

    private static bool IsVCard(CsvHeader header) =>
        (header.Has("FN") || header.Has("N"))
        && header.Names.Count(name => name.Split(';', '(', ' ')[0].ToUpperInvariant() is "FN" or "N" or "EMAIL" or "TEL" or "ADR" or "ORG" or "BDAY" or "URL" or "NOTE" or "UID") >= 2;
}

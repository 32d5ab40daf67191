using Kith.Formats.Contacts;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.ContactCsv;

/// <summary>Makes the record of a person from a row.</summary>
internal static class ContactRecords
{
    public static ContactRecord Of(ContactRow row)
    {
        var events = ContactEvents.Of(row);
        var urls = Labelled(row, ContactField.Url, ContactField.UrlLabel);
        var profile = row.First(ContactField.LinkedIn);
        var customs = Customs(row);
        return new()
        {
            Name = ContactNames.Of(row),
            Emails = Emails(row),
            Phones = Phones(row),
            Urls = urls,
            Addresses = ContactAddresses.Of(row),
            Positions = Positions(row),
            Birthday = events.Birthday,
            Anniversary = events.Anniversary,
            ConnectedOn = events.ConnectedOn,
            Notes = Notes(row.First(ContactField.Notes), [.. customs.Where(custom => Profile(custom) is null), .. events.Others]),
            Categories = Categories(row),
            Relations = [.. Labelled(row, ContactField.Relation, ContactField.RelationLabel)],
            Accounts = Labelled(row, ContactField.Account, ContactField.AccountLabel),
            LinkedIn = Slug(profile) ?? customs.Select(Profile).FirstOrDefault(slug => slug is not null)
                ?? urls.Select(url => ProfileSlug.Of(url.Value)).FirstOrDefault(slug => slug is not null),
            Uid = row.First(ContactField.Uid),
            Photo = row.First(ContactField.Photo) is { } photo ? new(null, default, photo) : null,
            Line = row.Line
        };
    }

    private static List<Labelled> Labelled(ContactRow row, ContactField field, ContactField labels, Func<string, string?>? value = null)
    {
        List<Labelled> primary = [], others = [];
        foreach (var column in row.Plan.All(field))
        {
            var (label, isPrimary) = row.Label(column, labels);
            foreach (var text in ContactRow.Split(row.At(column)))
                if ((value is null ? text : value(text)) is { Length: > 0 } read) (isPrimary ? primary : others).Add(new(read, label));
        }
        return Each([.. primary, .. others]);
    }

    private static List<Labelled> Emails(ContactRow row)
    {
        var lists = row.Plan.First(ContactField.EmailDisplay) < 0 ? SemicolonList(row, ContactField.Email) : null;
        if (lists is not null) return Each([.. lists.Select(MailAddresses.Of).OfType<string>().Select(email => new Labelled(email))]);
        List<Labelled> primary = [], others = [];
        foreach (var column in row.Plan.All(ContactField.Email))
        {
            var (label, isPrimary) = row.Label(column, ContactField.EmailLabel);
            var group = row.Plan.RoleOf(column).Group;
            var isExchange = group is not null && row.First(ContactField.EmailKind, group) is { } kind && kind.Equals("EX", StringComparison.OrdinalIgnoreCase);
            foreach (var text in ContactRow.Split(row.At(column)))
            {
                var email = isExchange ? null : MailAddresses.Of(text);
                if (email is null && group is not null && row.First(ContactField.EmailDisplay, group) is { } display)
                    email = MailAddresses.InDisplayName(display);
                if (email is not null) (isPrimary ? primary : others).Add(new(email, label));
                else if (!isExchange && !MailAddresses.IsExchange(text)) row.Report("email.invalid", $"'{ContactRow.Shown(text)}' is not an e-mail address");
            }
        }
        return Each([.. primary, .. others]);
    }

    private static List<Labelled> Phones(ContactRow row) =>
        SemicolonList(row, ContactField.Phone) is { } list
            ? Each([.. list.Select(phone => new Labelled(phone))])
            : Labelled(row, ContactField.Phone, ContactField.PhoneLabel);

    // PingCRM: one column "emails" or "phones" with all of them.
    private static string[]? SemicolonList(ContactRow row, ContactField field)
    {
        var columns = row.Plan.All(field);
        if (columns.Length != 1 || row.Plan.RoleOf(columns[0]) is not { Group: null, Label: null } || row.At(columns[0]) is not { } cell) return null;
        return cell.Contains(';', StringComparison.Ordinal)
            ? cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : null;
    }

    private static List<ContactPosition> Positions(ContactRow row)
    {
        List<ContactPosition> positions = [];
        foreach (var group in row.Plan.Positions)
        {
            string[] organisations = [.. ContactRow.Split(row.First(ContactField.Organisation, group))];
            string[] titles = [.. ContactRow.Split(row.First(ContactField.Title, group))];
            string[] departments = [.. ContactRow.Split(row.First(ContactField.Department, group))];
            var from = row.Day(ContactField.PositionStart, group);
            var to = row.Day(ContactField.PositionEnd, group);
            var isPast = row.First(ContactField.PositionCurrent, group) is { } current && current.Equals("no", StringComparison.OrdinalIgnoreCase);
            for (var i = 0; i < Math.Max(organisations.Length, Math.Max(titles.Length, departments.Length)); i++)
                positions.Add(new(organisations.ElementAtOrDefault(i), titles.ElementAtOrDefault(i), departments.ElementAtOrDefault(i), from, to, !isPast));
        }
        return positions;
    }

    private static List<string> Categories(ContactRow row)
    {
        List<string> categories = [];
        foreach (var cell in row.Plan.All(ContactField.Tags).Select(row.At).OfType<string>())
        {
            var isGoogle = cell.Contains(":::", StringComparison.Ordinal) || cell.StartsWith("* ", StringComparison.Ordinal);
            var names = isGoogle ? ContactRow.Split(cell) : row.Plan.SplitTags(cell);
            // Google's own groups (My Contacts, Starred) are starred names; they say nothing about a person.
            foreach (var name in names)
                if (!name.StartsWith("* ", StringComparison.Ordinal) && !categories.Contains(name)) categories.Add(name);
        }
        return categories;
    }

    private static List<Labelled> Customs(ContactRow row) => Labelled(row, ContactField.Custom, ContactField.CustomLabel);

    private static string? Notes(string? notes, IReadOnlyList<Labelled> others)
    {
        var lines = string.Join('\n', others.Select(other => other.Label is null ? other.Value : $"{other.Label}: {other.Value}"));
        return lines.Length == 0 ? notes : notes is null ? lines : $"{notes}\n\n{lines}";
    }

    private static string? Profile(Labelled custom) =>
        custom.Label is { } label && label.Equals("LinkedIn", StringComparison.OrdinalIgnoreCase) ? Slug(custom.Value) : null;

    // A column named LinkedIn may hold the address or only the last part of it.
    private static string? Slug(string? text) =>
        text is null ? null : ProfileSlug.Of(text) ?? (text.AsSpan().IndexOfAny("/ :") < 0 ? ProfileSlug.Of("/in/" + text) : null);

    private static List<Labelled> Each(List<Labelled> values) => values.Count < 2 ? values : [.. values.DistinctBy(one => (one.Value, one.Label))];
}

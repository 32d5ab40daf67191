using Kith.Formats.Contacts;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.Monica;

/// <summary>What an address book can hold of a person in Monica.</summary>
public static class MonicaToContact
{
    /// <summary>
    /// The person as a contact. How the two met, food, gifts, debts, pets and the notes themselves become text of the notes; calls,
    /// activities, conversations, tasks and reminders stay with the record of Monica.
    /// </summary>
    public static ContactRecord ToContact(this MonicaContact contact)
    {
        var name = new ContactName
        {
            Given = contact.FirstName,
            Additional = contact.MiddleName,
            Family = contact.LastName,
            Nickname = contact.Nickname,
            Full = string.Join(' ', new[] { contact.FirstName, contact.MiddleName, contact.LastName }.OfType<string>())
        };
        return new()
        {
            Name = name.Full.Length > 0 ? name : name with { Full = contact.Nickname ?? "" },
            Emails = Fields(contact, field => field.Kind == "email", _ => null),
            Phones = Fields(contact, field => field.Kind == "phone", _ => null),
            Urls = Fields(contact, IsUrl, field => field.Name),
            Accounts = Fields(contact, field => field.Kind is not ("email" or "phone") && !IsUrl(field) && Slug(field) is null, field => field.Name),
            LinkedIn = contact.Fields.Select(Slug).FirstOrDefault(slug => slug is not null),
            Addresses = [.. contact.Addresses.Select(address => new ContactAddress(
                address.Street, address.City, address.Province, address.PostalCode, address.Country, address.Name))],
            Positions = contact.Company is null && contact.Job is null ? [] : [new(contact.Company, contact.Job)],
            Birthday = contact.Birthdate is { IsGuess: false } birthday ? birthday.Text : null,
            Notes = Notes(contact),
            Categories = contact.IsStarred && !contact.Tags.Contains("starred") ? [.. contact.Tags, "starred"] : contact.Tags,
            Relations = [.. contact.Relations.Where(relation => relation.Person.Name.Length > 0).Select(relation => new Labelled(relation.Person.Name, relation.Kind))],
            Photo = contact.Photo is { } photo ? new(photo.MediaType, photo.Bytes) : null,
            Uid = contact.Uuid
        };
    }

    private static List<Labelled> Fields(MonicaContact contact, Func<MonicaField, bool> isIt, Func<MonicaField, string?> label) =>
        [.. contact.Fields.Where(isIt).Select(field => new Labelled(field.Value, label(field))).Distinct()];

    private static bool IsUrl(MonicaField field) =>
        field.Kind is not ("email" or "phone") && field.Value.Contains("://", StringComparison.Ordinal);

    private static string? Slug(MonicaField field) =>
        ProfileSlug.Of(field.Value) is { } slug && field.Value.Contains("linkedin", StringComparison.OrdinalIgnoreCase) ? slug
        : field.Kind == "linkedin" && field.Value.AsSpan().IndexOfAny("/ :") < 0 ? ProfileSlug.Of("/in/" + field.Value)
        : null;

    private static string? Notes(MonicaContact contact)
    {
        List<string> parts = [];
        void Add(string? text, string prefix = "")
        {
            if (text is { Length: > 0 }) parts.Add(prefix + text);
        }

        Add(contact.Description);
        Add(Met(contact), "Met: ");
        Add(contact.FoodPreferences, "Food: ");
        if (contact.Birthdate is { IsGuess: true } guess) Add(guess.Text.StartsWith('-') ? null : guess.Text[..4], "Born about ");
        if (contact.IsDead) parts.Add(contact.DeceasedDate is { } day ? $"Deceased: {day.Text}" : "Deceased");
        foreach (var remark in contact.Remarks) Add(remark);
        foreach (var note in contact.Notes) Add(note.Body);
        return parts.Count == 0 ? null : string.Join("\n\n", parts);
    }

    private static string Met(MonicaContact contact) => string.Join(' ', new[]
    {
        contact.FirstMetDate?.Text,
        contact.FirstMetThrough is { Name.Length: > 0 } through ? $"through {through.Name}" : null,
        contact.FirstMetNote
    }.OfType<string>());
}

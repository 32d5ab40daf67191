using Kith.Formats.Contacts;

namespace Kith.Exporting;

/// <summary>The columns of a Google Contacts export (the form of 2024), with as many groups as the people need.</summary>
internal sealed class GoogleColumns(int emails, int phones, int addresses, int websites)
{
    // Google joins several values of one cell so.
    private const string Between = " ::: ";

    private static readonly string[] Fixed =
    [
        "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name", "Name Prefix", "Name Suffix", "Nickname",
        "File As", "Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes", "Photo", "Labels",
    ];

    private static readonly string[] AddressParts = ["Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address"];

    internal IEnumerable<string> Header() =>
        [.. Fixed, .. Groups("E-mail", emails, "Label", "Value"), .. Groups("Phone", phones, "Label", "Value"), .. Groups("Address", addresses, AddressParts), .. Groups("Website", websites, "Label", "Value")];

    internal IEnumerable<string?> Of(ContactRecord contact)
    {
        var name = contact.Name;
        // A name in one piece has no parts to stand in; the first name is where every program shows it.
        var given = name.Given is null && name.Family is null ? name.Full : name.Given;
        var work = contact.Positions.FirstOrDefault(p => p.Current);
        var urls = contact.LinkedIn is { } slug ? contact.Urls.Append(new("https://www.linkedin.com/in/" + slug, "LinkedIn")) : contact.Urls;
        return
        [
            given, name.Additional, name.Family, null, null, null, name.Prefix, name.Suffix, name.Nickname,
            null, work?.Organisation, work?.Title, work?.Department, contact.Birthday, contact.Notes, null, string.Join(Between, contact.Categories),
            .. Values(contact.Emails, emails), .. Values(contact.Phones, phones), .. Places(contact.Addresses), .. Values([.. urls], websites),
        ];
    }

    private static IEnumerable<string> Groups(string kind, int count, params string[] parts) =>
        Enumerable.Range(1, count).SelectMany(n => parts.Select(part => FormattableString.Invariant($"{kind} {n} - {part}")));

    private static IEnumerable<string?> Values(IReadOnlyList<Labelled> values, int groups) =>
        Grouped(values, groups).SelectMany(group => new[] { group is [var first, ..] ? first.Label : null, string.Join(Between, group.Select(v => v.Value)) });

    private IEnumerable<string?> Places(IReadOnlyList<ContactAddress> places) => Grouped(places, addresses).SelectMany(group => new[]
    {
        group is [var first, ..] ? first.Label : null, string.Join(Between, group.Select(Formatted)), Each(group, a => a.Street), Each(group, a => a.City), null,
        Each(group, a => a.Region), Each(group, a => a.PostalCode), Each(group, a => a.Country), null,
    });

    // The last group takes whatever is left.
    private static IEnumerable<IReadOnlyList<T>> Grouped<T>(IReadOnlyList<T> values, int groups) =>
        Enumerable.Range(0, groups).Select(n => (IReadOnlyList<T>)[.. n == groups - 1 ? values.Skip(n) : values.Skip(n).Take(1)]);

    private static string Each(IReadOnlyList<ContactAddress> group, Func<ContactAddress, string?> part) => string.Join(Between, group.Select(part).OfType<string>());

    private static string Formatted(ContactAddress place) =>
        string.Join('\n', new[] { place.Street, string.Join(' ', new[] { place.PostalCode, place.City, place.Region }.OfType<string>()), place.Country }.Where(line => !string.IsNullOrEmpty(line)));
}

using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>Brings ORG, TITLE and ROLE together: those of one group belong to each other, the rest by their order.</summary>
internal sealed class CardPositions
{
    private List<(string? Group, string Organisation, string? Department)>? organisations;
    private List<(string? Group, string Text)>? titles, roles;
    private string? profession, department;
    private bool isCompany;

    /// <summary>The organisation, where the card says that it stands for that.</summary>
    public string? ShownOrganisation => isCompany ? organisations?.Select(item => item.Organisation).FirstOrDefault(text => text.Length > 0) : null;

    public void Read(VCardProperty property)
    {
        var text = property.Name == "ORG" ? "" : Escapes.Read(property.Value);
        switch (property.Name)
        {
            case "ORG":
                var parts = Escapes.Split(property.Value, ';');
                var units = string.Join(", ", parts.Skip(1).Where(part => part.Length > 0));
                if (parts[0].Length > 0 || units.Length > 0)
                    (organisations ??= []).Add((property.Group, parts[0], units.Length > 0 ? units : null));
                break;
            case "TITLE" when text.Length > 0:
                (titles ??= []).Add((property.Group, text));
                break;
            case "ROLE" when text.Length > 0:
                (roles ??= []).Add((property.Group, text));
                break;
            case "X-KADDRESSBOOK-X-PROFESSION" when text.Length > 0:
                profession ??= text;
                break;
            case "X-KADDRESSBOOK-X-DEPARTMENT" or "X-DEPARTMENT" when text.Length > 0:
                department ??= text;
                break;
            case "X-ABSHOWAS" or "KIND":
                isCompany |= text.ToUpperInvariant() is "COMPANY" or "ORG";
                break;
            default:
                break;
        }
    }

    public IReadOnlyList<ContactPosition> All()
    {
        titles ??= roles ?? (profession is null ? null : [(null, profession)]);
        if (titles is null && organisations is null) return department is null ? [] : [new(null, null, department)];
        return titles is null or { Count: 1 } && organisations is [var only] && IsOneGroup(titles?[0].Group, only.Group)
            ? [new(only.Organisation.Length > 0 ? only.Organisation : null, titles?[0].Text, only.Department ?? department)]
            : Paired();
    }

    private static bool IsOneGroup(string? one, string? other) => one is null || other is null || one == other;

    private List<ContactPosition> Paired()
    {
        var groupsOfTitles = GroupsOf((titles ?? []).Select(title => title.Group));
        var groupsOfOrganisations = GroupsOf((organisations ?? []).Select(organisation => organisation.Group));
        // A title that has a group of its own belongs to no organisation of another.
        bool IsFree(string? title, string? organisation) => title is null
            ? organisation is null || !groupsOfTitles.Contains(organisation)
            : organisation is null && !groupsOfOrganisations.Contains(title);

        List<ContactPosition> all = [];
        var left = titles is null ? [] : new List<(string? Group, string Text)>(titles);
        foreach (var (group, organisation, units) in organisations ?? [])
        {
            var at = left.FindIndex(title => title.Group is not null && string.Equals(title.Group, group, StringComparison.OrdinalIgnoreCase));
            if (at < 0) at = left.FindIndex(title => IsFree(title.Group, group));
            all.Add(new(organisation.Length > 0 ? organisation : null, at < 0 ? null : left[at].Text, units ?? department));
            if (at >= 0) left.RemoveAt(at);
        }
        // Two titles of the one organisation the card names: both are held there.
        foreach (var (group, text) in left)
            all.Add(new(organisations?.Count == 1 && group is null ? all[0].Organisation : null, text, organisations is null ? department : null));
        return all;
    }

    private static HashSet<string> GroupsOf(IEnumerable<string?> groups) => new(groups.OfType<string>(), StringComparer.OrdinalIgnoreCase);
}

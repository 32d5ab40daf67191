using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>Builds the card that says what a record says.</summary>
internal sealed class CardOfContact(VCardVersion version)
{
    private readonly List<VCardProperty> properties = [];
    private int groups;

    public static VCard Write(ContactRecord contact, VCardVersion version)
    {
        var card = new CardOfContact(version);
        card.AddAll(contact);
        return new() { Version = version, Properties = card.properties, Line = contact.Line };
    }

    private void AddAll(ContactRecord contact)
    {
        AddText("UID", contact.Uid);
        AddName(contact.Name);
        AddPositions(contact.Positions);
        AddLabelled("EMAIL", contact.Emails, item => item.Value, item => item.Label);
        AddLabelled("TEL", contact.Phones, item => item.Value, item => item.Label);
        AddLabelled("ADR", contact.Addresses, item => item, item => item.Label, address => Parts(
            null, null, address.Street, address.City, address.Region, address.PostalCode, address.Country));
        AddLinkedIn(contact);
        AddLabelled("URL", contact.Urls, item => item.Value, item => item.Label);
        foreach (var account in contact.Accounts) AddAccount(account);
        AddText("BDAY", contact.Birthday);
        if (contact.Anniversary is { } anniversary) AddAnniversary(anniversary);
        foreach (var relation in contact.Relations) AddRelation(relation);
        if (contact.Categories.Count > 0) Add("CATEGORIES", string.Join(',', contact.Categories.Select(Escaped)));
        AddText("NOTE", contact.Notes);
        if (contact.Photo is { } photo) AddPhoto(photo);
    }

    private void AddName(ContactName name)
    {
        // Both are asked for by 3.0 (RFC 2426 §3.1), whether there is a name or not.
        Add("FN", Escaped(name.Full));
        Add("N", Parts(name.Family, name.Given, name.Additional, name.Prefix, name.Suffix));
        AddText("NICKNAME", name.Nickname);
    }

    private void AddPositions(IReadOnlyList<ContactPosition> positions)
    {
        foreach (var position in positions)
        {
            var group = positions.Count > 1 ? NextGroup() : null;
            if (position.Organisation is not null || position.Department is not null)
                Add("ORG", position.Department is null ? Parts(position.Organisation) : Parts(position.Organisation, position.Department), group);
            if (position.Title is { } title) Add("TITLE", Escaped(title), group);
        }
    }

    private void AddLabelled(string name, IReadOnlyList<Labelled> values, Func<Labelled, string> text, Func<Labelled, string?> label) =>
        AddLabelled(name, values, item => item, label, item => Escaped(text(item)));

    private void AddLabelled<T>(string name, IReadOnlyList<T> values, Func<T, T> item, Func<T, string?> label, Func<T, string> raw)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var types = LabelWords.TypesOf(label(item(values[i])));
            List<string> all = [.. name == "EMAIL" && version == VCardVersion.V3 ? ["INTERNET"] : Array.Empty<string>(), .. types ?? []];
            // The first of several is the one to use.
            if (i == 0 && values.Count > 1) all.Add("pref");
            AddUnder(label(item(values[i])), types is null, name, raw(values[i]), all.Count > 0 ? [new("TYPE", all)] : []);
        }
    }

    private void AddLinkedIn(ContactRecord contact)
    {
        if (contact.LinkedIn is not { } slug) return;
        var url = $"https://www.linkedin.com/in/{Uri.EscapeDataString(slug)}";
        var group = NextGroup();
        Add("X-SOCIALPROFILE", url, group, [new("TYPE", ["linkedin"])]);
        // Programs that do not know the line above show at least the link.
        if (!contact.Urls.Any(other => CardAccounts.SlugOf(other.Value) == slug)) Add("URL", url, group);
    }

    private void AddAccount(Labelled account)
    {
        var service = account.Label is { Length: > 0 } label && label == CardAccounts.NameOf(label) ? label : null;
        List<VCardParameter> parameters = service is null ? [] : [new("X-SERVICE-TYPE", [service])];
        if (!IsWeb(account.Value) || CardAccounts.SlugOf(account.Value) is not null)
        {
            AddUnder(account.Label, service is null, "IMPP", "x-apple:" + Escaped(account.Value), parameters);
            return;
        }
        if (service is not null) parameters.Add(new("TYPE", [service]));
        AddUnder(account.Label, service is null, "X-SOCIALPROFILE", Escaped(account.Value), parameters);
    }

    private void AddAnniversary(string date)
    {
        if (version == VCardVersion.V4) Add("ANNIVERSARY", date);
        else AddUnder("_$!<Anniversary>!$_", true, "X-ABDATE", date, []);
    }

    private void AddRelation(Labelled relation)
    {
        if (version == VCardVersion.V3) AddUnder(LabelWords.OfApple(relation.Label), true, "X-ABRELATEDNAMES", Escaped(relation.Value), []);
        else if (LabelWords.IsWord(relation.Label))
            Add("RELATED", Escaped(relation.Value), null, [new("TYPE", [relation.Label!]), new("VALUE", ["text"])]);
        else AddUnder(relation.Label, true, "RELATED", Escaped(relation.Value), [new("VALUE", ["text"])]);
    }

    private void AddPhoto(ContactPhoto photo)
    {
        if (photo.Bytes.Length > 0) properties.Add(new("PHOTO", "") { Bytes = photo.Bytes, MediaType = photo.MediaType });
        else if (photo.Url is { } url)
            Add("PHOTO", Escaped(url), null, photo.MediaType is { } type ? [new("VALUE", ["uri"]), new("MEDIATYPE", [type])] : [new("VALUE", ["uri"])]);
    }

    private void AddText(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) Add(name, Escaped(text));
    }

    // A label that no type can say stands on a line of its own in the same group (X-ABLabel).
    private void AddUnder(string? label, bool isCustom, string name, string raw, IReadOnlyList<VCardParameter> parameters)
    {
        var group = isCustom && label is not null ? NextGroup() : null;
        Add(name, raw, group, parameters);
        if (group is not null) Add("X-ABLABEL", Escaped(label!), group);
    }

    private void Add(string name, string raw, string? group = null, IReadOnlyList<VCardParameter>? parameters = null) =>
        properties.Add(new(name, raw) { Group = group, Parameters = parameters is { Count: > 0 } ? new(parameters) : VCardParameters.None });

    private static bool IsWeb(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private string NextGroup() => $"item{++groups}";

    private static string Parts(params string?[] parts) => string.Join(';', parts.Select(part => Escaped(part ?? "")));

    private static string Escaped(string text) => Escapes.Write(text, ",;");
}

using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>Reads out of a card's lines what they say of the person.</summary>
internal sealed class CardFacts
{
    private readonly VCard card;
    private readonly Preferred<Labelled> emails = new(), phones = new(), urls = new(), accounts = new(), relations = new();
    private readonly CardNameFacts name = new();
    private readonly CardPositions positions = new();
    private readonly CardAddresses addresses = new();
    private readonly CardPhotos photos = new();
    private readonly Preferred<string> categories = new();
    private List<string>? notes;
    private string? birthday, anniversary, uid, otherUid, linkedIn;
    private Dictionary<string, string>? labelsOfGroups;

    public CardFacts(VCard card)
    {
        this.card = card;
        foreach (var property in card.Properties)
            if (property is { Name: "X-ABLABEL", Group: { } group } && Labels.OfCustom(Escapes.Read(property.Value)) is { } label)
                (labelsOfGroups ??= new(StringComparer.OrdinalIgnoreCase)).TryAdd(group, label);
        foreach (var property in card.Properties) Read(property);
    }

    public ContactRecord Contact() => new()
    {
        Name = name.Name(positions.ShownOrganisation),
        Emails = emails.InOrder(),
        Phones = phones.InOrder(),
        Urls = urls.InOrder(),
        Addresses = addresses.InOrder(),
        Positions = positions.All(),
        Birthday = birthday,
        Anniversary = anniversary,
        Notes = notes is null ? null : string.Join('\n', notes),
        Categories = categories.InOrder(),
        Relations = relations.InOrder(),
        Accounts = accounts.InOrder(),
        LinkedIn = linkedIn,
        Uid = uid ?? otherUid,
        Photo = photos.Best,
        Line = card.Line
    };

    private void Read(VCardProperty property)
    {
        switch (property.Name)
        {
            case "FN" or "N" or "NICKNAME" or "NAME" or "CN" or "X-NICKNAME" or "X-EVOLUTION-FILE-AS":
                name.Read(property);
                break;
            case "EMAIL":
                Add(emails, property, WithoutScheme(Escapes.Read(property.Value), "mailto:"));
                break;
            case "TEL" or "X-MS-TEL" or "PHONE":
                Add(phones, property, WithoutScheme(Escapes.Read(property.Value), "tel:"));
                break;
            case "URL" or "X-MS-URL":
                ReadUrl(property);
                break;
            case "X-EVOLUTION-BLOG-URL" or "X-KADDRESSBOOK-BLOGFEED":
                urls.Add(property.Parameters.Preference, new(Escapes.Read(property.Value), "blog"), isEmpty: property.Value.Length == 0);
                break;
            case "ADR":
                addresses.Read(property, LabelOf(property));
                break;
            case "LABEL":
                addresses.ReadLabel(property, LabelOf(property));
                break;
            case "ORG" or "TITLE" or "ROLE" or "X-DEPARTMENT" or "X-ABSHOWAS" or "KIND":
            case "X-KADDRESSBOOK-X-PROFESSION" or "X-KADDRESSBOOK-X-DEPARTMENT":
                positions.Read(property);
                break;
            case "BDAY":
                birthday ??= CardDates.Read(property);
                break;
            case "ANNIVERSARY" or "X-ANNIVERSARY" or "X-MS-ANNIVERSARY" or "X-EVOLUTION-ANNIVERSARY" or "X-KADDRESSBOOK-X-ANNIVERSARY":
                anniversary ??= CardDates.Read(property);
                break;
            case "X-ABDATE" when Occasions.IsAnniversary(LabelOf(property)):
                anniversary ??= CardDates.Read(property);
                break;
            case "NOTE":
                if (Escapes.Read(property.Value) is { Length: > 0 } note) (notes ??= []).Add(note);
                break;
            case "CATEGORIES" or "CATEGORY" or "X-CATEGORIES":
                foreach (var category in Escapes.Split(property.Value, ',')) categories.AddOnce(0, category, isEmpty: category.Length == 0);
                break;
            case "UID":
                uid ??= NullIfEmpty(Escapes.Read(property.Value));
                break;
            case "X-ABUID":
                otherUid ??= NullIfEmpty(Escapes.Read(property.Value));
                break;
            case "PHOTO":
                photos.Read(property);
                break;
            case "X-ANDROID-CUSTOM":
                ReadAndroid(property);
                break;
            default:
                ReadOther(property);
                break;
        }
    }

    private void ReadOther(VCardProperty property)
    {
        if (CardRelations.KindOf(property, LabelOf) is { } kind)
            AddRelation(property, CardRelations.WhoIs(property), NullIfEmpty(kind));
        else if (CardAccounts.IsProfile(property) && CardAccounts.LinkedInOf(property) is { } slug)
            linkedIn ??= slug;
        else
            foreach (var account in CardAccounts.Of(property, property.Group is { } group ? labelsOfGroups?.GetValueOrDefault(group) : null))
                accounts.AddOnce(property.Parameters.Preference, account);
    }

    private void AddRelation(VCardProperty property, string who, string? kind) =>
        relations.Add(property.Parameters.Preference, new(who, kind), isEmpty: who.Length == 0);

    private void ReadUrl(VCardProperty property)
    {
        var url = Escapes.Read(property.Value);
        linkedIn ??= CardAccounts.SlugOf(url);
        // Beside a profile in the same group it is the address of that profile, not another link.
        if (property.Group is not null && CardAccounts.SlugOf(url) is not null && HasProfileIn(property.Group)) return;
        if (url is not ("http://" or "https://")) Add(urls, property, url);
    }

    private bool HasProfileIn(string group) => card.Properties.Any(other =>
        CardAccounts.IsProfile(other) && string.Equals(other.Group, group, StringComparison.OrdinalIgnoreCase));

    // vnd.android.cursor.item/nickname;Ann;1;...: Android's own rows, flattened.
    private void ReadAndroid(VCardProperty property)
    {
        var fields = Escapes.Split(property.Value, ';');
        if (fields.Count < 2 || fields[1].Length == 0) return;
        var type = fields.Count > 2 ? fields[2] : "";
        switch (fields[0])
        {
            case "vnd.android.cursor.item/nickname":
                name.AddNickname(fields[1]);
                break;
            case "vnd.android.cursor.item/contact_event" when type == "1":
                anniversary ??= CardDates.Read(fields[1], null);
                break;
            case "vnd.android.cursor.item/contact_event" when type == "3":
                birthday ??= CardDates.Read(fields[1], null);
                break;
            case "vnd.android.cursor.item/relation":
                AddRelation(property, fields[1], CardRelations.OfAndroid(type));
                break;
            default:
                break;
        }
    }

    private void Add(Preferred<Labelled> values, VCardProperty property, string value) =>
        values.Add(property.Parameters.Preference, new(value, LabelOf(property)), isEmpty: value.Length == 0);

    private string? LabelOf(VCardProperty property) =>
        property.Group is { } group && labelsOfGroups?.GetValueOrDefault(group) is { } custom ? custom : property.Parameters.Label;

    private static string WithoutScheme(string value, string scheme) =>
        value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? value[scheme.Length..].Trim() : value;

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}

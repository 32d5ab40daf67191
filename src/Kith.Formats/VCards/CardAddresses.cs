using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>Postal addresses: ADR in parts, or only LABEL in lines where a card has no parts for it.</summary>
internal sealed class CardAddresses
{
    private readonly Preferred<ContactAddress> addresses = new();
    private List<(int Rank, ContactAddress Address)>? labels;

    public void Read(VCardProperty property, string? label)
    {
        var parts = Escapes.Split(property.Value, ';');
        string? Part(int index) => index < parts.Count && parts[index].Length > 0 ? parts[index] : null;

        // post office box; extended; street; locality; region; code; country (RFC 6350 §6.3.1). One part alone is a street.
        var street = parts.Count == 1 ? Part(0) : Lines(Part(2), Part(1), Part(0));
        var address = new ContactAddress(street, Part(3), Part(4), Part(5), Part(6), label);
        if (IsEmpty(address) && property.Parameters.First("LABEL") is { } text && Escapes.Read(text) is { Length: > 0 } lines)
            address = address with { Street = lines };
        addresses.Add(property.Parameters.Preference, address, IsEmpty(address));
    }

    public void ReadLabel(VCardProperty property, string? label)
    {
        var lines = Escapes.Read(property.Value).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join('\n', lines);
        if (text.Length > 0) (labels ??= []).Add((property.Parameters.Preference, new(text, null, null, null, null, label)));
    }

    public IReadOnlyList<ContactAddress> InOrder()
    {
        labels?.RemoveAll(item => addresses.Any(other => other.Label == item.Address.Label));
        foreach (var (rank, address) in labels ?? []) addresses.Add(rank, address);
        labels = null;
        return addresses.InOrder();
    }

    private static bool IsEmpty(ContactAddress address) =>
        address is { Street: null, City: null, Region: null, PostalCode: null, Country: null };

    private static string? Lines(string? street, string? extended, string? box) =>
        extended is null && box is null ? street : string.Join('\n', new[] { street, extended, box }.OfType<string>());
}

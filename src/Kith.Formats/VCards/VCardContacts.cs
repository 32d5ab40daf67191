using System.Buffers;
using System.Text;
using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>Reads the people of a file of cards; a card of a group becomes a category of its members.</summary>
public static class VCardContacts
{
    private const string UrnUuid = "urn:uuid:";
    private const int Overlap = 32;
    private static readonly SearchValues<byte> Letters = SearchValues.Create("Mm"u8);

    /// <summary>
    /// The people lazily and once. Groups may stand behind their members: a source that can seek is read twice where it has groups; from
    /// another one the people are held back to the end.
    /// </summary>
    public static IEnumerable<ContactRecord> Read(Stream source, string file, IssueLog issues, VCardLimits? limits = null) =>
        source.CanSeek ? Streamed(source, file, issues, limits) : HeldBack(source, file, issues, limits);

    private static IEnumerable<ContactRecord> Streamed(Stream source, string file, IssueLog issues, VCardLimits? limits)
    {
        var start = source.Position;
        Dictionary<string, List<string>> groups = [];
        if (MayHaveGroups(source))
        {
            source.Position = start;
            foreach (var card in VCardReader.Read(source, file, new IssueLog(keep: 0), limits).Where(card => card.IsGroup)) AddMembers(groups, card);
        }
        source.Position = start;
        foreach (var card in VCardReader.Read(source, file, issues, limits))
            if (!card.IsGroup) yield return Filed(card.ToContact(), groups);
    }

    private static IEnumerable<ContactRecord> HeldBack(Stream source, string file, IssueLog issues, VCardLimits? limits)
    {
        Dictionary<string, List<string>> groups = [];
        List<ContactRecord> people = [];
        foreach (var card in VCardReader.Read(source, file, issues, limits))
            if (card.IsGroup) AddMembers(groups, card);
            else people.Add(card.ToContact());
        foreach (var person in people) yield return Filed(person, groups);
    }

    private static ContactRecord Filed(ContactRecord person, Dictionary<string, List<string>> groups)
    {
        if (person.Uid is null || !groups.TryGetValue(KeyOf(person.Uid), out var names)) return person;
        return person with { Categories = [.. person.Categories.Concat(names).Distinct()] };
    }

    private static void AddMembers(Dictionary<string, List<string>> groups, VCard card)
    {
        var name = card.ToContact().Name.Full;
        if (name.Length == 0) return;
        foreach (var property in card.Properties.Where(property => property.Name is "MEMBER" or "X-ADDRESSBOOKSERVER-MEMBER"))
        {
            var key = KeyOf(Escapes.Read(property.Value));
            if (!groups.TryGetValue(key, out var names)) groups[key] = names = [];
            names.Add(name);
        }
    }

    private static string KeyOf(string uid) =>
        (uid.StartsWith(UrnUuid, StringComparison.OrdinalIgnoreCase) ? uid[UrnUuid.Length..] : uid).ToUpperInvariant();

    // Files without groups are the rule, and looking for the letters is far cheaper than reading the cards.
    private static bool MayHaveGroups(Stream source)
    {
        var buffer = new byte[65_536];
        var kept = 0;
        int read;
        while ((read = source.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var text = buffer.AsSpan(0, kept + read);
            if (HasGroup(text)) return true;
            kept = Math.Min(Overlap, text.Length);
            text[^kept..].CopyTo(buffer);
        }
        return false;
    }

    private static bool HasGroup(ReadOnlySpan<byte> text)
    {
        int at;
        while ((at = text.IndexOfAny(Letters)) >= 0)
        {
            text = text[at..];
            if (text.Length >= 6 && Ascii.EqualsIgnoreCase(text[..6], "MEMBER"u8)) return true;
            if (text.Length >= 11 && Ascii.EqualsIgnoreCase(text[..11], "M\0E\0M\0B\0E\0R"u8)) return true;
            text = text[1..];
        }
        return false;
    }
}

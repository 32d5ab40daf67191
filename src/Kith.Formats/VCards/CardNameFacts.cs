using Kith.Formats.Contacts;

namespace Kith.Formats.VCards;

/// <summary>The names of a card's person: FN, N and NICKNAME, which need not agree.</summary>
internal sealed class CardNameFacts
{
    private string full = "", other = "";
    private int fullRank = int.MaxValue;
    private readonly Preferred<string> nicknames = new();
    private List<string>? parts;
    private bool isOnePart;

    public void Read(VCardProperty property)
    {
        switch (property.Name)
        {
            case "FN" when property.Parameters.Preference < fullRank && Escapes.Read(property.Value) is { Length: > 0 } text:
                (full, fullRank) = (text, property.Parameters.Preference);
                break;
            case "N" when parts is null || parts.TrueForAll(part => part.Length == 0):
                parts = Escapes.Split(property.Value, ';');
                isOnePart = parts.Count == 1;
                SpreadLists(property.Value);
                break;
            case "NAME" or "CN" or "X-EVOLUTION-FILE-AS" when other.Length == 0:
                other = Escapes.Read(property.Value);
                break;
            case "NICKNAME" or "X-NICKNAME":
                foreach (var nickname in Escapes.Split(property.Value, ',')) AddNickname(nickname);
                break;
            default:
                break;
        }
    }

    public void AddNickname(string nickname) => nicknames.AddOnce(0, nickname, isEmpty: nickname.Length == 0);

    /// <summary>The name; a card without one is called by what it shows instead.</summary>
    public ContactName Name(string? shownInstead)
    {
        var made = string.Join(' ', new[] { Part(3), Part(1), Part(2), Part(0), Part(4) }.OfType<string>());
        var whole = full.Length > 0 ? full : made.Length > 0 ? made : shownInstead ?? other;
        // One part that is the whole name says nothing of which word is which.
        var hasParts = !(isOnePart && parts![0] == whole && whole.Contains(' ', StringComparison.Ordinal));
        return new()
        {
            Full = whole,
            Family = hasParts ? Part(0) : null,
            Given = Part(1),
            Additional = Part(2),
            Prefix = Part(3),
            Suffix = Part(4),
            Nickname = nicknames.InOrder() is { Count: > 0 } all ? string.Join(", ", all) : null
        };
    }

    private string? Part(int index) => parts is not null && index < parts.Count && parts[index].Length > 0 ? parts[index] : null;

    // Middle names, titles and degrees may be lists: "Philip,Paul" is two names, "Jr.,M.D." two suffixes. A comma in a family name was
    // more likely not escaped.
    private void SpreadLists(string raw)
    {
        if (!raw.Contains(',', StringComparison.Ordinal)) return;
        for (var index = 2; index < Math.Min(parts!.Count, 5); index++)
            if (RawPart(raw, index) is var part && Escapes.IndexOf(part, ',') >= 0)
                parts[index] = string.Join(index == 4 ? ", " : " ", Escapes.Split(part.ToString(), ',').Where(item => item.Length > 0));
    }

    private static ReadOnlySpan<char> RawPart(ReadOnlySpan<char> raw, int index)
    {
        for (; index > 0; index--) raw = raw[(Escapes.IndexOf(raw, ';') + 1)..];
        var end = Escapes.IndexOf(raw, ';');
        return end < 0 ? raw : raw[..end];
    }
}

using System.Collections.Frozen;

namespace Kith.Formats.Mail;

/// <summary>The header fields that say something about people and conversations; the rest of a header is passed over.</summary>
internal sealed class HeaderFields
{
    private const int LongestName = 40;

    private static readonly FrozenSet<string> wanted = new[]
    {
        "from", "sender", "to", "cc", "bcc", "reply-to", "subject", "date", "message-id", "in-reply-to", "references", "received", "return-path",
        "x-gm-thrid", "x-gmail-labels", "list-id", "list-unsubscribe", "list-post", "precedence", "auto-submitted", "x-autoreply", "x-autorespond",
        "x-auto-response-suppress", "content-type", "delivered-to"
    }.ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> wantedSpans = wanted.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<(string Name, byte[] Value)> fields = [];

    public HeaderFields(ReadOnlySpan<byte> header)
    {
        Span<char> name = stackalloc char[LongestName];
        while (!header.IsEmpty)
        {
            var length = FieldLength(header);
            var field = header[..length];
            header = header[length..];
            var colon = field.IndexOf((byte)':');
            if (colon <= 0 || !IsName(field[..colon])) continue;
            Count++;
            if (NameOf(field[..colon], name) is { } found) fields.Add((found, Unfolded(field[(colon + 1)..])));
        }
    }

    /// <summary>All fields, wanted or not.</summary>
    public int Count { get; }

    /// <summary>The unfolded value of the first field of that name (lower case); null where there is none.</summary>
    public byte[]? First(string name) => fields.Find(field => field.Name == name).Value;

    public IEnumerable<byte[]> All(string name) => fields.Where(field => field.Name == name).Select(field => field.Value);

    public bool Has(string name) => First(name) is not null;

    // Up to the first line break that white space does not follow.
    private static int FieldLength(ReadOnlySpan<byte> header)
    {
        var at = 0;
        while (true)
        {
            var lineBreak = header[at..].IndexOf((byte)'\n');
            if (lineBreak < 0) return header.Length;
            at += lineBreak + 1;
            if (at == header.Length || header[at] is not ((byte)' ' or (byte)'\t')) return at;
        }
    }

    private static bool IsName(ReadOnlySpan<byte> name) => name.TrimEnd(" \t"u8).IndexOfAnyExceptInRange((byte)33, (byte)126) < 0;

    private static string? NameOf(ReadOnlySpan<byte> name, Span<char> lower)
    {
        name = name.TrimEnd(" \t"u8);
        if (name.Length > lower.Length) return null;
        for (var i = 0; i < name.Length; i++) lower[i] = char.ToLowerInvariant((char)name[i]);
        return wantedSpans.TryGetValue(lower[..name.Length], out var found) ? found : null;
    }

    private static byte[] Unfolded(ReadOnlySpan<byte> value)
    {
        value = value.Trim(" \t\r\n"u8);
        if (value.IndexOfAny((byte)'\n', (byte)'\r') < 0) return value.ToArray();
        var unfolded = new byte[value.Length];
        var length = 0;
        foreach (var octet in value)
            if (octet is not ((byte)'\n' or (byte)'\r')) unfolded[length++] = octet;
        return unfolded[..length];
    }
}

using System.Buffers;
using System.Text;

namespace Kith.Formats.VCards;

/// <summary>Reads one line of a card: header, then the value by its encoding and charset.</summary>
internal sealed class PropertyReader(OctetLines lines, Action<int, string, string> report)
{
    private const int MaxHeader = 65_536;
    private const int MaxCachedHeader = 80;
    private const int MaxCachedHeaders = 2_000;

    // A program writes few different headers; each is read once.
    private readonly Dictionary<string, LineHeader> headers = [];
    private byte[] scratch = new byte[1_024];
    private bool reportedEncoding;

    /// <summary>The property that starts on the current line, taking further lines where the encoding says so; null when it is none.</summary>
    public VCardProperty? Read(CardUnderWay card)
    {
        var line = lines.Line;
        var colon = LineHeader.FindColon(lines.Current);
        if ((colon is < 0 or > MaxHeader ? null : HeaderOf(lines.Current[..colon], card)) is not { } header)
        {
            report(line, "vcard.line", "The line is no property of a card (NAME:value)");
            return null;
        }
        if (header.IsBase64) return Binary(header, line, colon + 1, card);
        if (header.IsQuotedPrintable) JoinSoftBreaks();
        var text = Text(lines.Current[(colon + 1)..], header, card);
        return header.IsMedia && DataUri.TryRead(text, out var mediaType, out var bytes)
            ? Held(header, line, bytes, mediaType)
            : Written(header, line, text);
    }

    /// <summary>The value of the current line with the line breaks where it was folded.</summary>
    public string AtFolds()
    {
        var text = new List<byte>();
        var from = LineHeader.FindColon(lines.Current) + 1;
        foreach (var fold in lines.Folds)
        {
            if (fold < from) continue;
            text.AddRange(lines.Current[from..fold]);
            text.Add((byte)'\n');
            from = fold;
        }
        text.AddRange(lines.Current[from..]);
        return Encoding.UTF8.GetString([.. text]);
    }

    /// <summary>Gives values of an unnamed code page the one that other lines of the card name.</summary>
    public static void Redecode(CardUnderWay card)
    {
        foreach (var (index, octets) in card.Guessed)
            if (card.Hint is { } hint && card.Properties[index] is { Card: null, Bytes: null })
                card.Properties[index] = card.Properties[index] with { Value = CardEncoding.Decode(octets, hint) };
    }

    private LineHeader? HeaderOf(ReadOnlySpan<byte> octets, CardUnderWay card)
    {
        Span<char> small = stackalloc char[MaxCachedHeader];
        if (octets.Length <= MaxCachedHeader && !octets.Contains((byte)0) && Ascii.ToUtf16(octets, small, out var length) == OperationStatus.Done)
        {
            var text = small[..length];
            var cache = headers.GetAlternateLookup<ReadOnlySpan<char>>();
            if (cache.TryGetValue(text, out var known)) return known;
            // What a caret means depends on the card.
            if (!text.Contains('^'))
            {
                var read = LineHeader.Read(text, hasCarets: false);
                if (read is not null && headers.Count < MaxCachedHeaders) headers[text.ToString()] = read;
                return read;
            }
        }
        return LineHeader.Read(CardEncoding.Decode(octets, null, isRaw: true, out _), card.Version != VCardVersion.V21);
    }

    private string Text(ReadOnlySpan<byte> value, LineHeader header, CardUnderWay card)
    {
        if (header.IsQuotedPrintable || (card.Version is null or VCardVersion.V21 && QuotedPrintable.IsUndeclared(header.Name, value)))
        {
            if (scratch.Length < value.Length * 2) scratch = new byte[value.Length * 2];
            value = scratch.AsSpan(0, QuotedPrintable.Decode(value, scratch, lines.Folds, lines.Current.Length - value.Length));
        }
        if (header.Charset is not null and not UTF8Encoding) card.Hint ??= header.Charset;
        var text = CardEncoding.Decode(value, header.Charset, !header.IsQuotedPrintable, out var wasGuessed);
        if (!wasGuessed) return text;
        card.Guessed.Add((card.Properties.Count, value.ToArray()));
        if (!reportedEncoding) report(lines.Line, "text.encoding", "The bytes on this line are not UTF-8; the text was read in an older code page");
        reportedEncoding = true;
        return text;
    }

    private void JoinSoftBreaks()
    {
        while (!lines.IsTooLong && QuotedPrintable.SoftBreak(lines.Current) is var drop and > 0)
        {
            lines.Drop(drop);
            if (!lines.TryPeek(out var follows) || IsEndOrBegin(follows)) return;
            lines.Join(QuotedPrintable.Indent(lines.Current, follows));
            // Blank lines between all lines are met in files that were converted twice.
            if (lines.JoinedNothing && lines.TryPeek(out follows) && !follows.Contains((byte)':')) lines.Join();
            while (QuotedPrintable.SoftBreak(lines.Current) == 0 && lines.TryPeek(out follows) && OctetLines.IsContinuation(follows))
                lines.Join(without: 1);
        }
    }

    private VCardProperty Binary(LineHeader header, int line, int valueAt, CardUnderWay card)
    {
        // 2.1 ends base64 with a blank line, and some programs do not indent what follows the first line.
        while (!lines.IsTooLong && lines.TryPeek(out var follows) && IsBase64(follows)) lines.Join();
        var value = lines.Current[valueAt..];
        if (DataUri.TryRead(value, out var mediaType, out var bytes) || DataUri.TryDecode(value, out bytes))
            // A note in base64 is still a note.
            return header.IsMedia ? Held(header, line, bytes, mediaType) : Written(header, line, Text(bytes.Span, header, card));
        if (!value.IsEmpty) report(line, "vcard.base64", "The value is not base64");
        return Written(header, line, Text(value, header, card));
    }

    private static VCardProperty Written(LineHeader header, int line, string text) =>
        new(header.Name, text) { Group = header.Group, Parameters = header.Parameters, Line = line };

    private static VCardProperty Held(LineHeader header, int line, ReadOnlyMemory<byte> bytes, string? mediaType) =>
        Written(header, line, "") with { Bytes = bytes, MediaType = mediaType ?? MediaTypes.Of(header.Parameters, bytes.Span) };

    private static bool IsBase64(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t"u8);
        return line.Length > 0 && line.IndexOfAnyExcept(DataUri.Alphabet) < 0;
    }

    private static bool IsEndOrBegin(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t"u8);
        return Ascii.EqualsIgnoreCase(line, "END:VCARD"u8) || Ascii.EqualsIgnoreCase(line, "BEGIN:VCARD"u8);
    }
}

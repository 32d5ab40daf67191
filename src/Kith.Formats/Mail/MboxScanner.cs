using System.Buffers;

namespace Kith.Formats.Mail;

/// <summary>Walks through the raw bytes of an mbox from message to message; holds one buffer and one header, however large the file.</summary>
internal sealed class MboxScanner(Stream source, int maxHeaderBytes)
{
    // Enough to see the empty line before a separator.
    private const int KeepBack = 4;

    private readonly byte[] buffer = new byte[1 << 20];
    private readonly ArrayBufferWriter<byte> header = new(4_096);
    private Action<ReadOnlyMemory<byte>>? keep;
    private int next, end, lines;
    private long baseOffset;
    private bool ended;

    /// <summary>The 1-based line of the next byte.</summary>
    public int Line => lines == int.MaxValue ? lines : lines + 1;

    public long Offset => baseOffset + next;

    public ReadOnlySpan<byte> Header => header.WrittenSpan;

    public bool HeaderWasCut { get; private set; }

    private ReadOnlySpan<byte> Rest => buffer.AsSpan(next, end - next);

    /// <summary>Goes to the first message; <paramref name="skipped"/> tells whether anything but white space was passed. False where there is none.</summary>
    public bool Begin(out bool skipped)
    {
        Need(MboxSeparator.LookAhead);
        if (Rest is [0xEF, 0xBB, 0xBF, ..]) Pass(3, null);
        while (Need(MboxSeparator.LookAhead) && Rest[0] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t') Pass(1, null);
        skipped = false;
        if (Rest.IsEmpty) return false;
        if (MboxSeparator.IsAt(Rest, afterBlank: true) || MboxSeparator.FieldName(Rest) is not null) return true;
        skipped = true;
        PassBody(null);
        return !Rest.IsEmpty;
    }

    /// <summary>Reads the header of the message that starts here and stops before its body.</summary>
    public bool ReadHeader()
    {
        keep ??= Keep;
        header.ResetWrittenCount();
        HeaderWasCut = false;
        if (!Need(MboxSeparator.LookAhead)) return false;
        if (Rest.StartsWith("From "u8)) PassLine(null);
        while (Need(MboxSeparator.LookAhead))
        {
            var isEmpty = Rest is [(byte)'\n', ..] or [(byte)'\r', (byte)'\n', ..];
            if (isEmpty && !StartsLate()) return true;
            if (header.WrittenCount > 0 && Rest[0] == 'F' && MboxSeparator.IsAt(Rest, afterBlank: true)) return true;
            PassLine(isEmpty ? null : keep);
        }
        return true;
    }

    /// <summary>Goes to the next message or the end and hands what is passed to the sink, if any.</summary>
    public void PassBody(Action<ReadOnlyMemory<byte>>? sink)
    {
        // A message that has no body may not even have an empty line after its header.
        if (MboxSeparator.IsAt(Rest, afterBlank: true)) return;
        while (true)
        {
            var at = Rest.IndexOf("\nFrom "u8);
            if (at < 0 || (end - next - at <= MboxSeparator.LookAhead && !ended))
            {
                if (ended)
                {
                    Pass(end - next, sink);
                    return;
                }
                Pass(at >= 0 ? at : Math.Max(0, end - next - 8), sink);
                Fill();
                continue;
            }
            Pass(at + 1, sink);
            if (MboxSeparator.IsAt(Rest, IsAfterBlank())) return;
        }
    }

    // Some programs leave a line empty between the separator and the header.
    private bool StartsLate() =>
        header.WrittenCount == 0 && MboxSeparator.FieldName(Rest[(Rest[0] == '\r' ? 2 : 1)..]) is not null;

    private void Keep(ReadOnlyMemory<byte> part)
    {
        var fits = Math.Min(part.Length, maxHeaderBytes - header.WrittenCount);
        HeaderWasCut |= fits < part.Length;
        header.Write(part.Span[..fits]);
    }

    private bool IsAfterBlank()
    {
        var before = buffer.AsSpan(0, next);
        return before.EndsWith("\n\n"u8) || before.EndsWith("\n\r\n"u8);
    }

    private void PassLine(Action<ReadOnlyMemory<byte>>? sink)
    {
        int at;
        while ((at = Rest.IndexOf((byte)'\n')) < 0 && !ended)
        {
            Pass(end - next, sink);
            Fill();
        }
        Pass(at < 0 ? end - next : at + 1, sink);
    }

    private void Pass(int count, Action<ReadOnlyMemory<byte>>? sink)
    {
        if (sink is not null && count > 0) sink(buffer.AsMemory(next, count));
        lines = (int)Math.Min(int.MaxValue, (long)lines + Rest[..count].Count((byte)'\n'));
        next += count;
    }

    // Makes that many bytes visible where the file has them; false at its end.
    private bool Need(int count)
    {
        while (end - next < count && !ended) Fill();
        return next < end;
    }

    private void Fill()
    {
        var from = Math.Max(0, next - KeepBack);
        buffer.AsSpan(from, end - from).CopyTo(buffer);
        baseOffset += from;
        next -= from;
        end -= from;
        var count = source.Read(buffer, end, buffer.Length - end);
        end += count;
        ended = count == 0;
    }
}

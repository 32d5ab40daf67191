namespace Kith.Formats.Mail;

/// <summary>One file of a mailbox.</summary>
/// <param name="Name">The path inside the folder or zip.</param>
/// <param name="Labels">The folder of the mail program that it is, or lies in, and what its name says of it.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Open">Opens it at its beginning, as often as it is asked.</param>
/// <param name="IsMboxFile">Many messages, not one.</param>
internal sealed record MailFile(string Name, IReadOnlyList<string> Labels, long Bytes, Func<Stream> Open, bool IsMboxFile)
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>The file, or null where it is no mail: mail programs keep indexes and settings beside it.</summary>
    public static MailFile? Of(string name, long bytes, Func<Stream> open)
    {
        var parts = name.Split('/');
        if (IsHidden(parts)) return null;
        if (IsInMaildir(parts)) return new(name, [.. FolderOf(parts[..^2]), .. FlagsOf(parts[^1])], bytes, open, false);
        if (name.EndsWith(".eml", AnyCase)) return new(name, FolderOf(parts[..^1]), bytes, open, false);
        if (!name.EndsWith(".mbox", AnyCase) && Path.GetExtension(name).Length > 0 && parts[^1] != "mbox") return null;
        if (bytes == 0) return null;
        using var stream = open();
        return IsMbox(stream) ? new(name, FolderOf(parts), bytes, open, true) : null;
    }

    /// <summary>True when the name alone says that it is mail.</summary>
    public static bool IsNamedMail(string name) =>
        name.Split('/') is var parts && !IsHidden(parts) && (IsInMaildir(parts) || name.EndsWith(".eml", AnyCase) || name.EndsWith(".mbox", AnyCase) || parts[^1] == "mbox");

    public static bool IsMbox(Stream file)
    {
        Span<byte> start = stackalloc byte[8];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (file.CanSeek) file.Position = 0;
        start = start[..length];
        return (start is [0xEF, 0xBB, 0xBF, ..] ? start[3..] : start).StartsWith("From "u8);
    }

    private static bool IsInMaildir(string[] parts) => parts is [.., "cur" or "new", { Length: > 0 }];

    // What macOS adds when it packs a folder.
    private static bool IsHidden(string[] parts) => parts.Contains("__MACOSX") || parts[^1].StartsWith("._", StringComparison.Ordinal) || parts[^1] == ".DS_Store";

    // Maildir++ writes .Work.Clients for the folder Clients inside Work, Mozilla Work.sbd/Clients, Apple Clients.mbox/mbox.
    private static IReadOnlyList<string> FolderOf(IEnumerable<string> parts)
    {
        var folders = parts.Where(part => part != "mbox")
            .Select(part => part.EndsWith(".mbox", AnyCase) ? part[..^5] : part.EndsWith(".sbd", AnyCase) ? part[..^4] : part.Trim('.').Replace('.', '/'))
            .Where(part => part.Length > 0);
        return string.Join('/', folders) is { Length: > 0 } folder ? [folder] : [];
    }

    // 1700000000.host:2,DS says that the message is a draft and was seen (https://cr.yp.to/proto/maildir.html); on Windows ';' stands for ':'.
    private static IEnumerable<string> FlagsOf(string name)
    {
        var at = name.LastIndexOf("2,", StringComparison.Ordinal);
        if (at <= 0 || name[at - 1] is not (':' or ';' or '!')) yield break;
        if (name.AsSpan(at).Contains('D')) yield return "Drafts";
        if (name.AsSpan(at).Contains('T')) yield return "Trash";
    }
}

using System.IO.Compression;
using Kith.Formats.LinkedIn;

namespace Kith.Formats.Mail;

/// <summary>
/// Mail wherever it lies: one message, an mbox, a folder of both (a Maildir, or what a mail program keeps) or a zip of such a folder. It can be
/// read several times and always gives the same messages in the same order.
/// </summary>
public sealed class Mailbox : IDisposable
{
    // Years of mail are more and larger files than an export of LinkedIn has.
    private static readonly ExportLimits packed = new() { MaxEntries = 2_000_000, MaxEntryBytes = 64L << 30, MaxTotalBytes = 256L << 30 };

    private readonly IReadOnlyList<MailFile> files;
    private readonly int others;
    private readonly ZipArchive? zip;
    private Stream? own;
    private long before;
    private Stream? current;

    private Mailbox(IReadOnlyList<MailFile> files, int others, ZipArchive? zip = null)
    {
        (this.files, this.others, this.zip) = (files, others, zip);
        TotalBytes = files.Sum(file => file.Bytes);
    }

    /// <summary>Bytes of one reading.</summary>
    public long TotalBytes { get; }

    /// <summary>Bytes read so far, over all readings.</summary>
    public long BytesRead => before + (current?.Position ?? 0);

    /// <summary>Opens a file, or a folder with everything below it; links in it are not followed. Throws <see cref="FormatRefusedException"/> where no mail is in it.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">What the user knows it by.</param>
    /// <param name="isMbox">What a single file is; null to look.</param>
    public static Mailbox Open(string path, string name, bool? isMbox = null)
    {
        if (Directory.Exists(path)) return Of(MailFolder.Files(path), null, name);
        var file = File.OpenRead(path);
        try
        {
            var mailbox = Open(file, name, isMbox);
            mailbox.own = file;
            return mailbox;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a seekable file, which stays the caller's; throws <see cref="FormatRefusedException"/> for a zip that is damaged or holds no mail.</summary>
    public static Mailbox Open(Stream file, string name, bool? isMbox = null)
    {
        if (!ExportArchive.IsZip(file))
            return new([new(name, [], file.Length, () => new Rewinding(file), isMbox ?? MailFile.IsMbox(file))], 0);
        var zip = ZipRefusal.IfBroken(() => new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
        try
        {
            var entries = ExportArchive.Examine(zip, packed).Where(entry => entry.Name.Length > 0).ToList();
            return Of(entries.Select(entry => MailFile.Of(entry.FullName, entry.Length, () => new CheckedEntry(entry, packed))), zip, name);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>True when it is a zip and holds mail.</summary>
    public static bool IsZipOfMail(Stream file)
    {
        if (!ExportArchive.IsZip(file)) return false;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return ExportArchive.Examine(zip, packed).Any(entry => entry.Name.Length > 0 && MailFile.IsNamedMail(entry.FullName));
        }
        catch (Exception e) when (e is FormatRefusedException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>All messages, lazily; the folders they lie in become their labels.</summary>
    public IEnumerable<MailRecord> Read(IssueLog issues, MailLimits? limits = null)
    {
        limits ??= MailLimits.Default;
        if (others > 0) issues.Report(files[0].Name, 0, "skipped.others", FormattableString.Invariant($"{others:N0} {(others == 1 ? "file" : "files")} without mail passed over"));
        var count = 0L;
        foreach (var file in files)
        {
            foreach (var record in Messages(file, issues, limits))
            {
                if (count++ == limits.MaxMessages)
                {
                    issues.Report(file.Name, record.Line, "mail.messages", "There are too many messages; the rest was not read");
                    yield break;
                }
                yield return file.Labels.Count == 0 ? record : record with { Labels = [.. record.Labels, .. file.Labels] };
            }
        }
    }

    public void Dispose()
    {
        zip?.Dispose();
        own?.Dispose();
    }

    private IEnumerable<MailRecord> Messages(MailFile file, IssueLog issues, MailLimits limits)
    {
        using var source = Open(file, issues);
        if (source is null) yield break;
        current = source;
        try
        {
            var messages = file.IsMboxFile ? MboxReader.Read(source, file.Name, issues, limits) : EmlReader.Read(source, file.Name, issues, limits);
            foreach (var message in messages) yield return message;
        }
        finally
        {
            (before, current) = (before + source.Position, null);
        }
    }

    private static Stream? Open(MailFile file, IssueLog issues)
    {
        try
        {
            return file.Open();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            issues.Report(file.Name, 0, "mail.unreadable", "The file could not be opened");
            return null;
        }
    }

    private static Mailbox Of(IEnumerable<MailFile?> found, ZipArchive? zip, string name)
    {
        var all = found.ToList();
        List<MailFile> mail = [.. all.OfType<MailFile>().OrderBy(file => file.Name, StringComparer.Ordinal)];
        return mail.Count > 0 ? new(mail, all.Count - mail.Count, zip) : throw new FormatRefusedException(
            "mail.none", $"'{name}' holds no mail: no .mbox, no .eml and no Maildir (a folder with cur and new) is in it.");
    }
}

using System.Text;
using Kith.Formats;
using Kith.Formats.ContactCsv;
using Kith.Formats.LinkedIn;
using Kith.Formats.Mail;

namespace Kith.Importing;

/// <summary>The kinds of file an import takes, and how to tell which one a file is: by what it holds, never by its name alone.</summary>
public static class FileKinds
{
    public const string Auto = "auto";
    public const string LinkedIn = "linkedin";
    public const string VCard = "vcard";
    public const string Google = "google";
    public const string Outlook = "outlook";
    public const string Csv = "csv";
    public const string Calendar = "ics";
    public const string Monica = "monica";
    public const string Mbox = "mbox";
    public const string Eml = "eml";
    public const string Maildir = "maildir";

    /// <summary>All kinds that can be imported; <c>auto</c> looks into the file.</summary>
    public static readonly IReadOnlyList<string> Known = [Auto, LinkedIn, VCard, Google, Outlook, Csv, Calendar, Mbox, Eml, Maildir, Monica];

    private static readonly string[] MailFields = ["FROM", "DATE", "SUBJECT", "RECEIVED", "RETURN-PATH", "MESSAGE-ID", "DELIVERED-TO", "MIME-VERSION", "TO"];

    private const int Looked = 4_096;

    /// <summary>What the file is, or a refusal that names what can be read.</summary>
    public static string Of(Stream file, string name)
    {
        var begins = Beginning(file);
        if (begins.Contains("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
            return VCard;
        if (begins.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase) || begins.Contains("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase) || begins.Contains("BEGIN:VTODO", StringComparison.OrdinalIgnoreCase))
            return Calendar;
        if (begins.TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n', '\t').StartsWith('{'))
            return Monica;
        if (begins.StartsWith("From ", StringComparison.Ordinal))
            return Mbox;
        if (MailFields.Contains(begins.Split(':')[0].ToUpperInvariant()))
            return Eml;
        if (begins.StartsWith("PK", StringComparison.Ordinal))
            return !IsLinkedIn(file, name) && Mailbox.IsZipOfMail(file) ? Maildir : LinkedIn;
        return IsLinkedIn(file, name) ? LinkedIn : OfTable(file, name) ?? throw new FormatRefusedException("file.kind", file.Length == 0
            ? $"'{name}' is empty. Export it again and choose the new file."
            : $"'{name}' is nothing Kith can read. It reads LinkedIn's export (.zip), address books (.vcf, .csv), calendars (.ics), mail (.mbox, .eml, a zipped Maildir), Monica's export (.json) and tables whose first line names the columns (.csv).");
    }

    /// <summary>True for mail, in one file or in many.</summary>
    internal static bool IsMail(string kind) => kind is Mbox or Eml or Maildir;

    /// <summary>What a single file of mail was said to be; null where it has to be looked at.</summary>
    internal static bool? IsMbox(string kind) => kind switch { Mbox => true, Eml => false, _ => null };

    /// <summary>What a file or folder is; <c>auto</c> looks into it.</summary>
    internal static string Of(string path, string name, string kind)
    {
        if (kind != Auto)
            return kind;
        if (Directory.Exists(path))
            return Maildir;
        using var file = File.OpenRead(path);
        return Of(file, name);
    }

    private static bool IsLinkedIn(Stream file, string name)
    {
        try
        {
            using var export = LinkedInExport.Open(file, name);
            return true;
        }
        catch (FormatRefusedException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static string? OfTable(Stream file, string name)
    {
        var dialect = ContactCsvReader.Read(file, name, new IssueLog(0)).Dialect;
        file.Position = 0;
        return dialect switch
        {
            ContactCsvDialect.Unknown => Tables.IsTable(file, name) ? Csv : null,
            ContactCsvDialect.Google or ContactCsvDialect.GoogleOld or ContactCsvDialect.GoogleOldWithPhoto or ContactCsvDialect.GoogleOutlook => Google,
            ContactCsvDialect.Outlook or ContactCsvDialect.OutlookCom => Outlook,
            _ => Csv,
        };
    }

    // Latin-1 keeps every byte apart; UTF-16 is read without its zeros, which is enough to find a word.
    private static string Beginning(Stream file)
    {
        var bytes = new byte[Looked];
        var length = file.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false);
        file.Position = 0;
        return Encoding.Latin1.GetString(bytes, 0, length).Replace("\0", "", StringComparison.Ordinal);
    }
}

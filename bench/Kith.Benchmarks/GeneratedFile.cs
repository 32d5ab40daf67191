using System.Globalization;
using static System.FormattableString;

namespace Kith.Benchmarks;

/// <summary>Writes files of every kind with invented people in them, always the same for the same number.</summary>
internal static class GeneratedFile
{
    /// <summary>The kinds of file that can be written.</summary>
    internal static readonly string[] Kinds = ["linkedin", "vcard", "google", "mbox"];

    private const string Me = "bench.owner@example.org";

    // Most mail of a mailbox is short; a few carry files.
    private const int ShortBody = 1_500, LongBody = 200_000, LongOneIn = 25;

    private static readonly DateTime Last = new(2026, 10, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly string[] GoogleColumns =
        ["First Name", "Middle Name", "Last Name", "Organization Name", "Organization Title", "Notes", "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value"];

    /// <summary>Writes the file and tells its name.</summary>
    internal static string Write(string folder, string kind, int items)
    {
        var path = Path.Combine(folder, kind switch { "linkedin" => "export.zip", "vcard" => "contacts.vcf", "google" => "contacts.csv", _ => "mail.mbox" });
        if (kind == "linkedin")
        {
            LinkedInZip.Write(path, items);
            return path;
        }
        using var lines = new StreamWriter(path) { NewLine = kind == "vcard" ? "\r\n" : "\n" };
        var names = new Names(items);
        if (kind == "google")
            lines.WriteLine(string.Join(',', GoogleColumns));
        for (var i = 0; i < items; i++)
            lines.WriteLine(kind switch { "vcard" => Card(names, i), "google" => Row(names, i), _ => Mail(names, i, items) });
        return path;
    }

    private static string Card(Names names, int number)
    {
        var (given, family) = (names.Given, names.Family);
        return Invariant($"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:bench-{number}\r\nN:{family};{given};;;\r\nFN:{given} {family}\r\nORG:{names.Company}\r\nTITLE:{names.Title}\r\n")
            + Invariant($"EMAIL;TYPE=INTERNET,WORK:{given}.{family}.{number}@example.com\r\nTEL;TYPE=CELL:+44 7{number % 1_000_000_000:000000000}\r\nADR;TYPE=HOME:;;{number % 90} Quay Street;Harborough;;HB1 {number % 9}AA;United Kingdom\r\n")
            + Invariant($"NOTE:Met at the forum\\, wants to hear about the plan\r\nCATEGORIES:forum,planning\r\nEND:VCARD");
    }

    private static string Row(Names names, int number)
    {
        var (given, family) = (names.Given, names.Family);
        return Invariant($"{given},,{family},\"{names.Company}\",{names.Title},Met at the forum,* myContacts,* Work,{given}.{family}.{number}@example.com,Mobile,+44 7{number % 1_000_000_000:000000000}");
    }

    // A tenth as many people as mails, a few of whom write most of them; every fifth mail is a newsletter.
    private static string Mail(Names names, int number, int all)
    {
        var other = names.Skewed(Math.Max(10, all / 10));
        var at = Last.AddMinutes(-names.Below(3_000_000)).ToString("r", CultureInfo.InvariantCulture);
        var them = Invariant($"Person Number{other} <person{other}@example.com>");
        var isMine = names.Below(2) == 0;
        var body = names.Below(LongOneIn) == 0 ? LongBody : ShortBody;
        var header = Invariant($"From x@example.org Thu Oct  1 12:00:00 2026\nMessage-ID: <{number}@bench.example>\nDate: {at}\nFrom: {(isMine ? Me : them)}\nTo: {(isMine ? them : Me)}\nSubject: About the plan, part {number}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n");
        return header + (number % 5 == 0 ? "List-Unsubscribe: <https://example.com/off>\n" : "") + (isMine ? "" : $"Delivered-To: {Me}\n") + "\n" + Text(body) + "\n\n-- \nPerson Number\nHead of Planning\nZagora GmbH\n";
    }

    private static string Text(int letters) => string.Create(letters, 0, static (span, _) =>
    {
        const string Words = "It would be good to talk about the plan before the forum begins next week.\n";
        for (var i = 0; i < span.Length; i++)
            span[i] = Words[i % Words.Length];
    });
}
